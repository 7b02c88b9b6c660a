/** The app config of an Expo app: app.json, or code that makes it. */
import { exportedObject } from '../../../syntax/javascript/exported';
import type { Unread } from '../../../syntax/javascript/literals';
import { parseJsonValues } from '../../../syntax/json-values';
import { dictEntry, stringItems, valueAt } from '../../../syntax/plist-query';
import type { PlistNode, SyntaxProblem } from '../../../syntax/plist-types';
import { contains } from '../../../text';
import { basenameUri, joinUri } from '../../../uri';
import { isInTestFolder } from '../../source-kinds';
import type { Problem } from '../../types';
import { markersNamed } from '../owned-targets';
import { dependencyRange, type PackageJson, readPackageJson } from '../package-json';
import type { OwnerContext } from '../types';

export interface ExpoApp {
  readonly folder: string;
  /** The file that says most. */
  readonly uri: string;
  /** Code first: what it says wins over app.json, which it may take up. */
  readonly configs: readonly ExpoConfigFile[];
  /** Nothing but what `configs` say counts. */
  readonly isClosed: boolean;
  readonly packageJson: PackageJson | undefined;
}

/** app.json, app.config.json, or the literal that app.config.js or .ts exports. */
export interface ExpoConfigFile {
  readonly uri: string;
  readonly text: string;
  readonly root: PlistNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** Keys to the config itself: it may stand below `expo`, or alone. */
  readonly path: readonly string[];
  /** For code: what of it is computed. */
  readonly unread?: Unread;
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
    for (const config of app.configs) {
      const [problem] = config.problems;
      if (problem !== undefined) problems.push({ uri: config.uri, ...problem });
    }
  }
  return { apps, problems };
}

type Read = (uri: string) => Promise<string | undefined>;

/** `undefined` when the files are those of another tool. */
async function readApp(
  folder: string,
  uris: readonly string[],
  packageJson: PackageJson | undefined,
  read: Read,
): Promise<ExpoApp | undefined> {
  const named = (name: string) => uris.find((uri) => basenameUri(uri) === name);
  const staticUri = named('app.config.json') ?? named('app.json');
  const codeUri = uris.find((uri) => !uri.endsWith('.json'));
  const json = staticUri === undefined ? undefined : await readJson(staticUri, read);
  const code = codeUri === undefined ? undefined : await readCode(codeUri, read);
  const isExpo = json?.path.length === 1 || dependencyRange(packageJson, 'expo') !== undefined;
  const uri = json?.uri ?? codeUri;
  if (!isExpo || uri === undefined) return undefined;
  // Code that spreads nothing at the top takes nothing from app.json.
  const isWhole = code !== undefined && isPlain(code, []);
  const configs = [code, isWhole ? undefined : json].filter((config) => config !== undefined);
  const isClosed = codeUri === undefined ? json !== undefined : isWhole;
  return { folder, uri: isWhole ? code.uri : uri, configs, isClosed, packageJson };
}

async function readJson(uri: string, read: Read): Promise<ExpoConfigFile | undefined> {
  const text = await read(uri);
  if (text === undefined) return undefined;
  const { root, problems } = parseJsonValues(text);
  return { uri, text, root, problems, path: pathOf(root) };
}

async function readCode(uri: string, read: Read): Promise<ExpoConfigFile | undefined> {
  const text = (await read(uri)) ?? '';
  const exported = exportedObject(text);
  if (exported === undefined) return undefined;
  const { root, values, open } = exported;
  return { uri, text, root, problems: [], path: pathOf(root), unread: { values, open } };
}

function pathOf(root: PlistNode | undefined): readonly string[] {
  return valueAt(root, 'expo')?.kind === 'dict' ? ['expo'] : [];
}

/** A value of a config, by its path below it. */
export function valueIn(config: ExpoConfigFile, ...path: readonly string[]): PlistNode | undefined {
  return valueAt(config.root, ...config.path, ...path);
}

/** The value that counts. */
export function configValue(app: ExpoApp, ...path: readonly string[]): PlistNode | undefined {
  for (const config of app.configs) {
    const value = valueIn(config, ...path);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether the app is made for iOS; it is when nothing is said. */
export function isForIos(app: ExpoApp): boolean {
  const platforms = configValue(app, 'platforms');
  return platforms === undefined || stringItems(platforms).some(({ value }) => value === 'ios');
}

/** Whether all there is at the path is written in the config: nothing computed, nothing spread into it or around it. */
export function isPlain(config: ExpoConfigFile, path: readonly string[]): boolean {
  const { unread } = config;
  if (unread === undefined) return true;
  let node = config.root;
  for (const key of [...config.path, ...path]) {
    const { start } = node?.range ?? { start: -1 };
    if (unread.open.some((dict) => dict.start === start)) return false;
    const entry = dictEntry(node, key);
    if (entry === undefined) return true;
    node = entry.value;
    if (node === undefined) return false;
  }
  const { range } = node ?? {};
  if (range === undefined) return true;
  if (path.length === 0) return !unread.open.some(({ start }) => start === range.start);
  return ![...unread.values, ...unread.open].some((each) => contains(range, each));
}
