/** Targets without a project: sources grouped around the nearest Info.plist. */
import { basenameUri, dirnameUri, isInside } from '../uri';
import type { Discovery } from './discovery';
import { bundleTraits } from './effective-info-plist';
import { expandSettings } from './setting-expression';
import { isInTestFolder } from './source-kinds';
import type { Platform, PlistFile, ProductKind, Target, TargetConfiguration } from './types';

/** A file that a target is guessed from: an Info.plist, or entitlements where no Info.plist is near. */
interface Anchor {
  readonly uri: string;
  readonly folder: string;
  /** Extensions and watch apps own only what lies below them. */
  readonly isApp: boolean;
}

const maxChildDepth = 2;

/**
 * Targets for what lies in no project's folder. `read` answers the property lists among `found`; sources in `owned`
 * belong to real targets already. Sources that have no nearest plist, or several, belong to no target.
 */
export function guessTargets(
  found: Discovery,
  roots: readonly string[],
  owned: ReadonlySet<string>,
  read: (uri: string) => PlistFile | undefined,
): readonly Target[] {
  const projectFolders = found.projects.map((uri) => dirnameUri(dirnameUri(uri)));
  const isFree = (uri: string) =>
    !owned.has(uri) && !isInTestFolder(uri) && !projectFolders.some((folder) => isInside(folder, uri));
  const plists = found.infoPlists.filter(isFree).map((uri) => anchorOf(uri, read(uri)));
  const entitlements = found.entitlements.filter(isFree);
  const lone = entitlements.filter((uri) => !plists.some((plist) => isNear(plist.folder, dirnameUri(uri))));
  const anchors = [...plists, ...lone.map((uri) => anchorOf(uri, undefined))];
  const search = new NearestAnchor(anchors, new Set(found.packages));
  const members = new Map<Anchor, string[]>(anchors.map((anchor) => [anchor, []]));
  const strays: string[] = [];
  for (const source of found.sources.filter(isFree)) {
    const root = roots.find((folder) => isInside(folder, source));
    const anchor = root === undefined ? undefined : search.find(dirnameUri(source), root);
    if (anchor === undefined) strays.push(source);
    else members.get(anchor)?.push(source);
  }
  return anchors.map((anchor) => {
    const root = roots.find((folder) => isInside(folder, anchor.uri)) ?? anchor.folder;
    const gaps = gapsOf(found, root, strays);
    return guessed(anchor, members.get(anchor) ?? [], entitlements, gaps, read);
  });
}

function anchorOf(uri: string, file: PlistFile | undefined): Anchor {
  const traits = bundleTraits(file);
  const isApp = !traits.isExtension && !traits.isWatch && (traits.packageType ?? 'APPL') === 'APPL';
  return { uri, folder: dirnameUri(uri), isApp };
}

/** One folder is the other or holds it. */
function isNear(one: string, other: string): boolean {
  return isInside(one, other) || isInside(other, one);
}

class NearestAnchor {
  readonly #anchors: readonly Anchor[];
  readonly #packages: ReadonlySet<string>;
  readonly #known = new Map<string, Anchor | undefined>();

  constructor(anchors: readonly Anchor[], packages: ReadonlySet<string>) {
    this.#anchors = anchors;
    this.#packages = packages;
  }

  /** The anchor of sources in `folder`: in the folder, else the only one right below, else that of the folder above. */
  find(folder: string, root: string): Anchor | undefined {
    const key = `${folder} ${root}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#search(folder, root));
    return this.#known.get(key);
  }

  #search(folder: string, root: string): Anchor | undefined {
    const here = this.#anchors.filter((anchor) => anchor.folder === folder);
    if (here.length > 0) return preferred(here);
    const below = this.#anchors.filter((anchor) => anchor.isApp && isShallow(folder, anchor.folder));
    if (below.length > 0) return below.length === 1 ? below[0] : undefined;
    // A package's code belongs to whatever links it, not to the app it happens to lie beside.
    if (folder === root || this.#packages.has(folder)) return undefined;
    return this.find(dirnameUri(folder), root);
  }
}

function preferred(anchors: readonly Anchor[]): Anchor | undefined {
  return anchors.length === 1 ? anchors[0] : anchors.find((one) => basenameUri(one.uri) === 'Info.plist');
}

function isShallow(folder: string, below: string): boolean {
  if (!isInside(folder, below)) return false;
  return below.slice(folder.length).split('/').length - 1 <= maxChildDepth;
}

function gapsOf(found: Discovery, root: string, strays: readonly string[]): readonly string[] {
  const markers = found.markers.filter(({ meaning, folder }) => meaning !== '' && isNear(folder, root));
  const gaps = new Set(markers.map((marker) => marker.meaning));
  if (found.packages.some((folder) => isInside(root, folder))) gaps.add('Swift packages lie beside it');
  if (strays.some((uri) => isInside(root, uri))) gaps.add('Source files lie beside it that may belong to it');
  if (found.isTruncated) gaps.add('The folder is too large to be searched completely');
  return [...gaps];
}

function guessed(
  anchor: Anchor,
  sources: readonly string[],
  entitlements: readonly string[],
  gaps: readonly string[],
  read: (uri: string) => PlistFile | undefined,
): Target {
  const beside = entitlements.filter((uri) => dirnameUri(uri) === anchor.folder);
  const isPlist = !entitlements.includes(anchor.uri);
  const traits = bundleTraits(isPlist ? read(anchor.uri) : undefined);
  return {
    id: anchor.uri,
    name: nameOf(anchor),
    product: productOf(traits),
    platforms: platformOf(traits),
    projectUri: undefined,
    configurations: [
      configuration(isPlist ? anchor.uri : undefined, beside.length === 1 ? beside[0] : undefined),
    ],
    sources,
    dependencies: [],
    isComplete: gaps.length === 0,
    gaps,
  };
}

/** `Player-Info.plist` names its target; a plain Info.plist is named by its folder. */
function nameOf(anchor: Anchor): string {
  const name = basenameUri(anchor.uri).replace(/[-_ ]?Info\.plist$|\.entitlements$|\.plist$/, '');
  return name === '' ? basenameUri(anchor.folder) : name;
}

function productOf(traits: ReturnType<typeof bundleTraits>): ProductKind {
  if (traits.isWatch) return traits.isExtension ? 'watch-extension' : 'watch-app';
  if (traits.isExtension) return 'app-extension';
  if (traits.packageType === 'FMWK') return 'framework';
  return traits.packageType === 'BNDL' ? 'other' : 'app';
}

function platformOf(traits: ReturnType<typeof bundleTraits>): readonly Platform[] | undefined {
  if (traits.isWatch) return ['watchOS'];
  return traits.requiresIPhone ? ['iOS'] : undefined;
}

/** What is not beside the plist may be anywhere: unresolved, not absent. */
function configuration(
  infoPlistUri: string | undefined,
  entitlementsUri: string | undefined,
): TargetConfiguration {
  return {
    name: 'Default',
    infoPlistUri,
    infoPlistUnresolved: infoPlistUri === undefined,
    generatesInfoPlist: false,
    entitlementsUri,
    entitlementsUnresolved: entitlementsUri === undefined,
    bundleIdentifier: undefined,
    deploymentTargets: {},
    setting: () => undefined,
    expand: (text) => expandSettings(text, () => undefined),
  };
}
