/** Targets out of a Tuist manifest alone: the generated Xcode project is mostly not kept with the sources. */
import { isInside, joinUri, relativeUri } from '../../../uri';
import { type Assignment, BuildSettings, parseSettingName, type SettingsLevel } from '../../build-settings';
import { globMatcher, globRoot } from '../../glob';
import { isLinkable, linkGap } from '../../links/linkable';
import { deploymentTargetsOf } from '../../platforms';
import type {
  OwnedValues,
  PlistFile,
  Target,
  TargetConfiguration,
  TargetDependency,
  TargetOwner,
} from '../../types';
import { XcconfigLoader } from '../../xcconfig-levels';
import { builtInSettings } from '../../xcode-configuration';
import { nearbyCode } from '../nearby-code';
import type { OwnerContext } from '../types';
import type { ManifestPath } from './expressions';
import type { TuistPlist, TuistProject, TuistSource, TuistTarget } from './manifest';
import type { SettingTexts } from './settings';

/** One Project.swift and where it lies. */
export interface TuistManifest {
  readonly uri: string;
  readonly folder: string;
  /** Folder of the repository, as far as it is known. */
  readonly root: string | undefined;
  readonly text: string;
  readonly project: TuistProject;
}

/** Finds targets by their project's folder and their name. */
export type FindTarget = (folder: string, name: string) => Pick<Target, 'id' | 'product'> | undefined;

export function targetId(manifest: Pick<TuistManifest, 'uri'>, name: string): string {
  return `${manifest.uri}#${name}`;
}

export function ownerOf(manifest: Pick<TuistManifest, 'uri'>, target: TuistTarget): TargetOwner {
  const generates: TargetOwner['generates'][number][] = ['project'];
  if (target.infoPlist.kind === 'generated') generates.push('info-plist');
  if (target.entitlements.kind === 'generated') generates.push('entitlements');
  return { kind: 'tuist', uri: manifest.uri, generates };
}

/** What a generated property list is written from; `undefined` for a file that Tuist only names. */
export function ownedValues(manifest: TuistManifest, plist: TuistPlist): OwnedValues | undefined {
  if (plist.kind !== 'generated') return undefined;
  const { uri, text } = manifest;
  const file: PlistFile = { uri, text, document: { format: 'swift', root: plist.root, problems: [] } };
  return {
    effect: 'replaces',
    parts: [{ owner: 'tuist', file, path: [] }],
    isComplete: plist.isComplete,
  };
}

export class TargetBuilder {
  readonly #manifest: TuistManifest;
  readonly #context: OwnerContext;
  readonly #find: FindTarget;
  readonly #xcconfigs: XcconfigLoader;

  constructor(manifest: TuistManifest, context: OwnerContext, find: FindTarget) {
    this.#manifest = manifest;
    this.#context = context;
    this.#find = find;
    this.#xcconfigs = new XcconfigLoader(context.files);
  }

  async target(target: TuistTarget): Promise<Target> {
    const dependencies = target.dependencies.flatMap((each) => this.#dependency(each) ?? []);
    const { found } = this.#context;
    const gaps = [
      ...dependencies.map(linkGap),
      ...(target.isComplete ? [] : ['Project.swift puts parts of this target together in code']),
      ...(found.isTruncated ? ['The folder is too large to be searched completely'] : []),
      ...nearbyCode(found, this.#manifest.folder),
    ];
    return {
      id: targetId(this.#manifest, target.name),
      name: target.name,
      product: target.product,
      platforms: target.platforms,
      projectUri: undefined,
      configurations: await this.#configurations(target),
      sources: this.#sources(target),
      owners: [ownerOf(this.#manifest, target)],
      dependencies,
      isComplete: gaps.length === 0,
      gaps,
    };
  }

  /** `undefined`: relative to a root that is not known. */
  #locate({ base, path }: ManifestPath): string | undefined {
    const folder = base === 'root' ? this.#manifest.root : this.#manifest.folder;
    return folder === undefined ? undefined : joinUri(folder, path);
  }

  #sources(target: TuistTarget): readonly string[] {
    const folders = target.folders.flatMap((path) => this.#locate(path) ?? []);
    const globs = target.sources.flatMap((source) => this.#matcher(source) ?? []);
    return this.#context.found.sources
      .filter(
        (uri) => folders.some((folder) => isInside(folder, uri)) || globs.some((matches) => matches(uri)),
      )
      .toSorted();
  }

  #matcher({ glob, excluding }: TuistSource): ((uri: string) => boolean) | undefined {
    const matches = this.#test(glob);
    const excluded = excluding.flatMap((each) => this.#test(each) ?? []);
    return matches && ((uri) => matches(uri) && !excluded.some((test) => test(uri)));
  }

  #test({ base, path }: ManifestPath): ((uri: string) => boolean) | undefined {
    const root = globRoot(path);
    const folder = this.#locate({ base, path: root });
    if (folder === undefined) return undefined;
    const matches = globMatcher(path.slice(root.length), { coversFolders: false });
    const isPlain = root === path;
    return (uri) => isInside(folder, uri) && (isPlain ? uri === folder : matches(relativeUri(folder, uri)));
  }

  #dependency({ kind, name, path }: TuistTarget['dependencies'][number]): TargetDependency | undefined {
    if (kind === 'package' || kind === 'framework') return { kind, name };
    const folder = path === undefined ? this.#manifest.folder : this.#locate(path);
    const found = folder === undefined ? undefined : this.#find(folder, name);
    if (found === undefined) return { kind: 'framework', name };
    return isLinkable(found.product) ? { kind: 'target', id: found.id, name } : undefined;
  }

  async #configurations(target: TuistTarget): Promise<readonly TargetConfiguration[]> {
    const project = this.#manifest.project.settings;
    const named = [...target.settings.configurations, ...project.configurations].map(({ name }) => name);
    const names = named.length === 0 ? ['Debug', 'Release'] : [...new Set(named)];
    return Promise.all(names.map((name) => this.#configuration(target, name)));
  }

  async #configuration(target: TuistTarget, name: string): Promise<TargetConfiguration> {
    const { project } = this.#manifest;
    const own = target.settings.configurations.find((each) => each.name === name);
    const shared = project.settings.configurations.find((each) => each.name === name);
    const levels = [
      this.#level(new Map([...target.settings.base, ...(own?.settings ?? [])])),
      ...(await this.#xcconfig(own?.xcconfig)),
      this.#level(target.deployment),
      this.#level(new Map([...project.settings.base, ...(shared?.settings ?? [])])),
      ...(await this.#xcconfig(shared?.xcconfig)),
    ];
    const settings = new BuildSettings(levels, this.#builtIns(target, name), {
      sdk: undefined,
      configuration: name,
    });
    const isKnown = target.settings.isComplete && project.settings.isComplete;
    const info = await this.#plist(
      target.infoPlist,
      settings,
      `Derived/InfoPlists/${target.name}-Info.plist`,
    );
    const entitlements = await this.#plist(
      target.entitlements,
      settings,
      `Derived/Entitlements/${target.name}.entitlements`,
    );
    return {
      name,
      infoPlistUri: info.uri,
      infoPlistUnresolved: info.isUnresolved,
      generatesInfoPlist: settings.get('GENERATE_INFOPLIST_FILE')?.value === 'YES',
      entitlementsUri: entitlements.uri,
      entitlementsUnresolved: entitlements.isUnresolved,
      ...(info.owned && { ownedInfoPlist: info.owned }),
      ...(entitlements.owned && { ownedEntitlements: entitlements.owned }),
      bundleIdentifier: settings.get('PRODUCT_BUNDLE_IDENTIFIER')?.value,
      deploymentTargets: deploymentTargetsOf(settings, target.platforms),
      setting: (key) => settings.get(key) ?? (isKnown ? undefined : { value: undefined, from: undefined }),
      expand: (text) => settings.expand(text),
    };
  }

  async #plist(
    plist: TuistPlist,
    settings: BuildSettings,
    derived: string,
  ): Promise<{
    readonly uri: string | undefined;
    readonly isUnresolved: boolean;
    readonly owned?: OwnedValues | undefined;
  }> {
    switch (plist.kind) {
      case 'none':
        return { uri: undefined, isUnresolved: false };
      case 'unknown':
        return { uri: undefined, isUnresolved: true };
      case 'generated': {
        const uri = joinUri(this.#manifest.folder, derived);
        return { uri, isUnresolved: false, owned: ownedValues(this.#manifest, plist) };
      }
      case 'file':
      case 'setting': {
        const path =
          plist.kind === 'file'
            ? plist.path
            : ({ base: 'manifest', path: settings.expand(plist.value) ?? '' } as const);
        const uri = path.path === '' ? undefined : this.#locate(path);
        const isInWorkspace = uri !== undefined && this.#context.files.isReadable(uri);
        return { uri: isInWorkspace ? uri : undefined, isUnresolved: !isInWorkspace };
      }
    }
  }

  #level(texts: SettingTexts): SettingsLevel {
    const level = new Map<string, Assignment[]>();
    for (const [key, { value, range }] of texts) {
      const { name, conditions } = parseSettingName(key);
      const from = { uri: this.#manifest.uri, range };
      level.set(name, [...(level.get(name) ?? []), { conditions, value, from }]);
    }
    return level;
  }

  async #xcconfig(path: ManifestPath | undefined): Promise<readonly SettingsLevel[]> {
    const uri = path && this.#locate(path);
    if (uri === undefined || !this.#context.files.isReadable(uri)) return [];
    return [await this.#xcconfigs.level(uri)];
  }

  #builtIns({ name, bundleId }: TuistTarget, configuration: string): ReadonlyMap<string, string> {
    const { folder, project } = this.#manifest;
    const values = new Map(builtInSettings(folder, project.name ?? '', name, configuration));
    values.set('PRODUCT_NAME', name.replaceAll('-', '_'));
    // The manifest may hand the setting back to itself.
    if (bundleId !== undefined && !bundleId.includes('PRODUCT_BUNDLE_IDENTIFIER')) {
      values.set('PRODUCT_BUNDLE_IDENTIFIER', bundleId);
    }
    return values;
  }
}
