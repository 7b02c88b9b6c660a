/** The configurations of a target: its settings over its xcconfig over those of the project. */

import { URI } from 'vscode-uri';
import { openStepStrings } from '../syntax/openstep-query';
import type { OpenStepNode } from '../syntax/openstep-types';
import { basenameUri, dirnameUri, joinUri } from '../uri';
import { type Assignment, BuildSettings, parseSettingName, type SettingsLevel } from './build-settings';
import type { PbxObject, PbxObjects } from './pbx-objects';
import type { PbxPaths } from './pbx-paths';
import { deploymentTargetsOf } from './platforms';
import type { Platform, ResolvedSetting, TargetConfiguration } from './types';
import type { XcconfigLoader } from './xcconfig-levels';

export interface NamedSettings {
  readonly name: string;
  readonly settings: BuildSettings;
}

/** Resolves the settings of every configuration of the project's targets. */
export class ConfigurationResolver {
  readonly #objects: PbxObjects;
  readonly #paths: PbxPaths;
  readonly #projectUri: string;
  readonly #xcconfigs: XcconfigLoader;

  constructor(objects: PbxObjects, paths: PbxPaths, projectUri: string, xcconfigs: XcconfigLoader) {
    this.#objects = objects;
    this.#paths = paths;
    this.#projectUri = projectUri;
    this.#xcconfigs = xcconfigs;
  }

  /** In the order of the project file; the SDK is not yet known to them. */
  async settingsOf(target: PbxObject): Promise<readonly NamedSettings[]> {
    const project = this.#configurations(this.#objects.project);
    const found: NamedSettings[] = [];
    for (const configuration of this.#configurations(target)) {
      const name = configuration.string('name') ?? '';
      const below = project.find((other) => other.string('name') === name);
      const levels = [...(await this.#levels(configuration)), ...(below ? await this.#levels(below) : [])];
      const builtIns = builtInSettings(
        this.#paths.sourceRoot,
        basenameUri(dirnameUri(this.#projectUri)).replace(/\.xcodeproj$/, ''),
        target.string('name') ?? '',
        name,
      );
      found.push({
        name,
        settings: new BuildSettings(levels, builtIns, { sdk: undefined, configuration: name }),
      });
    }
    return found;
  }

  #configurations(owner: PbxObject | undefined): readonly PbxObject[] {
    const list = this.#objects.get(owner?.string('buildConfigurationList'));
    return this.#objects.list(list, 'buildConfigurations');
  }

  async #levels(configuration: PbxObject): Promise<readonly SettingsLevel[]> {
    const own = levelOf(configuration.node('buildSettings'), this.#projectUri);
    const uri = this.#xcconfigUri(configuration);
    return uri === undefined ? [own] : [own, await this.#xcconfigs.level(uri)];
  }

  #xcconfigUri(configuration: PbxObject): string | undefined {
    const reference = this.#objects.get(configuration.string('baseConfigurationReference'));
    if (reference !== undefined) return this.#paths.uriOf(reference);
    const anchor = this.#objects.get(configuration.string('baseConfigurationReferenceAnchor'));
    const path = configuration.string('baseConfigurationReferenceRelativePath');
    const folder = anchor && this.#paths.uriOf(anchor);
    return folder === undefined || path === undefined ? undefined : joinUri(folder, path);
  }
}

/** Variables that Xcode sets itself, as far as they can be known without it. */
export function builtInSettings(
  sourceRoot: string,
  projectName: string,
  target: string,
  configuration: string,
): ReadonlyMap<string, string> {
  const root = URI.parse(sourceRoot).path;
  return new Map([
    ['SRCROOT', root],
    ['SOURCE_ROOT', root],
    ['PROJECT_DIR', root],
    ['TARGET_NAME', target],
    ['TARGETNAME', target],
    ['PROJECT_NAME', projectName],
    ['PROJECT', projectName],
    ['CONFIGURATION', configuration],
    ['PRODUCT_NAME', '$(TARGET_NAME)'],
    ['PRODUCT_MODULE_NAME', '$(PRODUCT_NAME:c99extidentifier)'],
    ['EXECUTABLE_NAME', '$(PRODUCT_NAME)'],
  ]);
}

function levelOf(node: OpenStepNode | undefined, uri: string): SettingsLevel {
  const level = new Map<string, Assignment[]>();
  for (const { key, value } of node?.kind === 'dict' ? node.entries : []) {
    const text = settingText(value);
    if (text === undefined) continue;
    const { name, conditions } = parseSettingName(key);
    const known = level.get(name) ?? [];
    known.push({ conditions, value: text, from: { uri, range: value.range } });
    level.set(name, known);
  }
  return level;
}

/** Lists are joined by blanks, as Xcode does. */
function settingText(node: OpenStepNode): string | undefined {
  if (node.kind === 'dict') return undefined;
  if (node.kind === 'string') return node.value;
  return openStepStrings(node)
    .map((item) => item.value)
    .join(' ');
}

export interface LocatedFile {
  readonly uri: string;
  /** Certainly not there. */
  readonly isMissing: boolean;
}

/** One configuration as rules see it. `locate` answers the URI of a path inside of the workspace. */
export async function targetConfiguration(
  name: string,
  settings: BuildSettings,
  platforms: readonly Platform[] | undefined,
  locate: (path: string) => Promise<LocatedFile | undefined>,
): Promise<TargetConfiguration> {
  const plist = await fileOf(settings.get('INFOPLIST_FILE'), locate);
  const entitlements = await fileOf(settings.get('CODE_SIGN_ENTITLEMENTS'), locate);
  return {
    name,
    infoPlistUri: plist.uri,
    infoPlistUnresolved: plist.isUnresolved || isProcessed(settings),
    ...(plist.isMissing ? { infoPlistMissing: true } : {}),
    generatesInfoPlist: settings.get('GENERATE_INFOPLIST_FILE')?.value === 'YES',
    entitlementsUri: entitlements.uri,
    entitlementsUnresolved: entitlements.isUnresolved,
    bundleIdentifier: settings.get('PRODUCT_BUNDLE_IDENTIFIER')?.value,
    deploymentTargets: deploymentTargetsOf(settings, platforms),
    setting: (key) => settings.get(key),
    expand: (text) => settings.expand(text),
  };
}

async function fileOf(
  setting: ResolvedSetting | undefined,
  locate: (path: string) => Promise<LocatedFile | undefined>,
): Promise<{
  readonly uri: string | undefined;
  readonly isUnresolved: boolean;
  readonly isMissing: boolean;
}> {
  if (setting === undefined || setting.value === '')
    return { uri: undefined, isUnresolved: false, isMissing: false };
  const file = setting.value === undefined ? undefined : await locate(setting.value);
  return { uri: file?.uri, isUnresolved: file === undefined, isMissing: file?.isMissing === true };
}

/** The plist goes through the C preprocessor, or a setting holds parts of it: the file does not tell what comes out. */
function isProcessed(settings: BuildSettings): boolean {
  const contents = settings.get('INFOPLIST_FILE_CONTENTS');
  return (
    settings.get('INFOPLIST_PREPROCESS')?.value === 'YES' || (contents !== undefined && contents.value !== '')
  );
}
