/**
 * Cordova apps. `cordova prepare` writes platforms/ios from config.xml and the plugins, so that folder is never the truth.
 * Source: https://cordova.apache.org/docs/en/latest/config_ref
 */
import type { DirectoryEntry } from '../../../ports';
import { valueAt } from '../../../syntax/plist-query';
import { elementsNamed, parseXmlElements, type XmlElement, type XmlFile } from '../../../syntax/xml-elements';
import { basenameUri, dirnameUri, isInside, joinUri } from '../../../uri';
import { isInTestFolder } from '../../source-kinds';
import type { OwnedValues, Problem, Target, TargetConfiguration, ValuePart } from '../../types';
import { configurationOf, markersNamed, targetOf } from '../owned-targets';
import { type PackageJson, readPackageJson } from '../package-json';
import type { OwnerContext, OwnerStep } from '../types';
import { cordovaValues } from './plist-elements';

const gap = 'Cordova: part of the app is written in JavaScript';

interface CordovaApp {
  readonly folder: string;
  readonly uri: string;
  readonly text: string;
  readonly xml: XmlFile;
  readonly widget: XmlElement;
  readonly packageJson: PackageJson | undefined;
}

export const cordovaStep: OwnerStep = async (given, context) => {
  const problems: Problem[] = [];
  const targets = [...given];
  // Capacitor apps may have a config.xml left from before, which nothing reads any more.
  const moved = new Set(markersNamed(context.found, /^capacitor\.config\./).map(({ folder }) => folder));
  for (const { uri, folder } of markersNamed(context.found, /^config\.xml$/)) {
    const app = moved.has(folder) || isInTestFolder(uri) ? undefined : await readApp(uri, folder, context);
    if (app === undefined) continue;
    if (app.xml.problem !== undefined) problems.push({ uri, ...app.xml.problem });
    const target = await targetFor(app, context);
    if (target === undefined) continue;
    // What the tool has written says less than what it is written from.
    const generated = joinUri(folder, 'platforms');
    const kept = targets.filter(
      ({ projectUri }) => projectUri === undefined || !isInside(generated, projectUri),
    );
    targets.splice(0, targets.length, ...kept, target);
  }
  return { targets, problems };
};

/** `undefined` for a config.xml of something else. */
async function readApp(uri: string, home: string, { files }: OwnerContext): Promise<CordovaApp | undefined> {
  if (isCopy(home, (await files.list(home)) ?? [])) return undefined;
  const text = (await files.text(uri)) ?? '';
  if (!text.includes('<widget')) return undefined;
  // Apps of PhoneGap have it among their pages.
  const folder = basenameUri(home) === 'www' ? dirnameUri(home) : home;
  const xml = parseXmlElements(text);
  const [widget] = elementsNamed(xml.roots, 'widget');
  const packageJson = await readPackageJson(joinUri(folder, 'package.json'), files);
  if (widget?.attributes.has('id') !== true) return undefined;
  return { folder, uri, text, xml, widget, packageJson };
}

/** Native projects hold copies: Android among its resources, iOS beside the Info.plist. */
function isCopy(folder: string, beside: readonly DirectoryEntry[]): boolean {
  return folder.endsWith('/res/xml') || beside.some(({ name }) => name.endsWith('Info.plist'));
}

/** `undefined` for an app that names platforms and iOS is none of them. */
async function targetFor(app: CordovaApp, context: OwnerContext): Promise<Target | undefined> {
  if (!(await isForIos(app, context))) return undefined;
  const { widget } = app;
  const name = elementsNamed([widget], 'name')[0]?.text || basenameUri(app.folder);
  const id = widget.attributes.get('ios-CFBundleIdentifier') ?? widget.attributes.get('id');
  const deployment = elementsNamed([widget], 'preference').find(
    ({ attributes }) => attributes.get('name')?.value.toLowerCase() === 'deployment-target',
  );
  const iOS = deployment?.attributes.get('value')?.value;
  const configuration = configurationOf(
    {
      ...(await ownedValues(app, context)),
      bundleIdentifier: id?.value,
      deploymentTargets: iOS === undefined ? {} : { iOS },
    },
    { PRODUCT_NAME: name },
  );
  return targetOf({
    id: app.uri,
    name,
    product: 'app',
    platforms: ['iOS'],
    owner: { kind: 'cordova', uri: app.uri, generates: ['project', 'info-plist', 'entitlements'] },
    configurations: [configuration],
    gaps: [gap],
  });
}

/** Platforms are named by elements of config.xml, by package.json, or only by the folders that the tool has made. */
async function isForIos(
  { folder, widget, packageJson }: CordovaApp,
  { files }: OwnerContext,
): Promise<boolean> {
  const named = [
    ...elementsNamed([widget], 'platform').map(({ attributes }) => attributes.get('name')?.value),
    ...elementsNamed([widget], 'engine').map(({ attributes }) => attributes.get('name')?.value),
  ];
  const listed = valueAt(packageJson?.values.root, 'cordova', 'platforms');
  for (const item of listed?.kind === 'array' ? listed.items : []) {
    if (item.kind === 'string') named.push(item.value);
  }
  const made = (await files.list(joinUri(folder, 'platforms'))) ?? [];
  named.push(...made.flatMap(({ kind, name }) => (kind === 'directory' ? [name] : [])));
  return named.length === 0 || named.includes('ios');
}

type Values = Required<Pick<TargetConfiguration, 'ownedInfoPlist' | 'ownedEntitlements'>>;

async function ownedValues(app: CordovaApp, context: OwnerContext): Promise<Values> {
  const own = cordovaValues(app.uri, app.text, app.xml.roots);
  const plugins = await pluginValues(app, context);
  const owned = (parts: readonly ValuePart[]): OwnedValues => ({
    effect: 'replaces',
    parts,
    isComplete: own.isComplete && plugins.isComplete && app.xml.problem === undefined,
  });
  return {
    ownedInfoPlist: owned([...own.infoPlist, ...plugins.infoPlist]),
    ownedEntitlements: owned([...own.entitlements, ...plugins.entitlements]),
  };
}

interface PluginValues {
  readonly infoPlist: readonly ValuePart[];
  readonly entitlements: readonly ValuePart[];
  /** False as soon as one plugin is not in the workspace. */
  readonly isComplete: boolean;
}

/** Plugins that are part of the repository tell their values in plugin.xml; others are downloaded. */
async function pluginValues(app: CordovaApp, { files }: OwnerContext): Promise<PluginValues> {
  const infoPlist: ValuePart[] = [];
  const entitlements: ValuePart[] = [];
  const specs = pluginSpecs(app);
  let isComplete = true;
  for (const spec of specs) {
    const path = /^file:(?!\/)(.+)$/.exec(spec)?.[1] ?? /^\.{1,2}\/.+$/.exec(spec)?.[0];
    const uri = path === undefined ? undefined : joinUri(joinUri(app.folder, path), 'plugin.xml');
    const text = uri === undefined ? undefined : await files.text(uri);
    if (uri === undefined || text === undefined) isComplete = false;
    else {
      const values = cordovaValues(uri, text, parseXmlElements(text).roots);
      infoPlist.push(...values.infoPlist);
      entitlements.push(...values.entitlements);
      isComplete &&= values.isComplete;
    }
  }
  return { infoPlist, entitlements, isComplete };
}

/** Where each plugin is taken from; a name when from the registry. */
function pluginSpecs({ widget, packageJson }: CordovaApp): readonly string[] {
  const specs = new Map<string, string>();
  const dependencies = valueAt(packageJson?.values.root, 'devDependencies');
  const listed = valueAt(packageJson?.values.root, 'cordova', 'plugins');
  for (const { key } of listed?.kind === 'dict' ? listed.entries : []) {
    const from = valueAt(dependencies, key) ?? valueAt(packageJson?.values.root, 'dependencies', key);
    specs.set(key, from?.kind === 'string' ? from.value : key);
  }
  for (const { attributes } of elementsNamed([widget], 'plugin')) {
    const name = attributes.get('name')?.value ?? '';
    specs.set(name, attributes.get('spec')?.value ?? specs.get(name) ?? name);
  }
  return [...specs.values()];
}
