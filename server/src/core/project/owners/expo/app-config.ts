/** The app config of an Expo app: app.json, or code that makes it. */
import { type JsonValues, parseJsonValues } from '../../../syntax/json-values';
import { dictEntry, stringItems, valueAt } from '../../../syntax/plist-query';
import type { PlistNode } from '../../../syntax/plist-types';
import { basenameUri, joinUri } from '../../../uri';
import { isInTestFolder } from '../../source-kinds';
import type { Problem } from '../../types';
import { markersNamed } from '../owned-targets';
import { dependencyRange, type PackageJson, readPackageJson } from '../package-json';
import type { OwnerContext } from '../types';

export interface ExpoApp {
  readonly folder: string;
  /** The file that says most: app.json, else the code. */
  readonly uri: string;
  readonly config: ExpoConfigFile | undefined;
  /** app.config.js or .ts: whatever it makes of the file is not known. */
  readonly codeUri: string | undefined;
  readonly packageJson: PackageJson | undefined;
}

/** app.json or app.config.json. */
export interface ExpoConfigFile {
  readonly uri: string;
  readonly text: string;
  readonly values: JsonValues;
  /** Keys to the config itself: it may stand below `expo`, or alone. */
  readonly path: readonly string[];
}

export interface ExpoApps {
  readonly apps: readonly ExpoApp[];
  readonly problems: readonly Problem[];
}

const configName = /^app\.(json|config\.(json|[cm]?[jt]s))$/;

export async function findExpoApps({ found, files }: OwnerContext): Promise<ExpoApps> {
  const apps: ExpoApp[] = [];
  const problems: Problem[] = [];
  const markers = markersNamed(found, configName).filter(({ uri }) => !isInTestFolder(uri));
  for (const folder of new Set(markers.map((marker) => marker.folder))) {
    const uris = markers.filter((marker) => marker.folder === folder).map(({ uri }) => uri);
    const packageJson = await readPackageJson(joinUri(folder, 'package.json'), files);
    const app = await readApp(folder, uris, packageJson, (uri) => files.text(uri));
    if (app === undefined) continue;
    apps.push(app);
    const [problem] = app.config?.values.problems ?? [];
    if (problem !== undefined && app.config !== undefined) problems.push({ uri: app.config.uri, ...problem });
  }
  return { apps, problems };
}

/** `undefined` when the files are those of another tool. */
async function readApp(
  folder: string,
  uris: readonly string[],
  packageJson: PackageJson | undefined,
  read: (uri: string) => Promise<string | undefined>,
): Promise<ExpoApp | undefined> {
  const named = (name: string) => uris.find((uri) => basenameUri(uri) === name);
  const staticUri = named('app.config.json') ?? named('app.json');
  const codeUri = uris.find((uri) => !uri.endsWith('.json'));
  const text = staticUri === undefined ? undefined : await read(staticUri);
  const values = text === undefined ? undefined : parseJsonValues(text);
  const isBelowExpo = valueAt(values?.root, 'expo')?.kind === 'dict';
  const dependsOnExpo = dependencyRange(packageJson, 'expo') !== undefined;
  if (!isBelowExpo && !dependsOnExpo) return undefined;
  const config =
    staticUri === undefined || text === undefined || values === undefined
      ? undefined
      : { uri: staticUri, text, values, path: isBelowExpo ? ['expo'] : [] };
  const uri = config?.uri ?? codeUri;
  return uri === undefined ? undefined : { folder, uri, config, codeUri, packageJson };
}

/** A value of the config, by its path below it. */
export function configValue(app: ExpoApp, ...path: readonly string[]): PlistNode | undefined {
  return app.config && valueAt(app.config.values.root, ...app.config.path, ...path);
}

/** Whether the app is made for iOS; it is when nothing is said. */
export function isForIos(app: ExpoApp): boolean {
  const platforms = configValue(app, 'platforms');
  return platforms === undefined || stringItems(platforms).some(({ value }) => value === 'ios');
}

/** Whether the config may be changed by code that is not read: an app.config.js, or mods of its own. */
export function hasOtherCode(app: ExpoApp): boolean {
  const mods = app.config && valueAt(app.config.values.root, ...app.config.path);
  return app.codeUri !== undefined || dictEntry(mods, 'mods') !== undefined;
}
