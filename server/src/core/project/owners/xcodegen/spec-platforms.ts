/** Platforms in a spec, and the settings that XcodeGen makes of them. */
import type { Assignment, SettingsLevel } from '../../build-settings';
import { deploymentSetting } from '../../platforms';
import { scalarAt, specAt, textOf, textsAt } from './spec-query';
import type { SpecDict, SpecScalar } from './spec-values';

/** What a platform is built for; the device comes first. Source: SettingPresets of https://github.com/yonaskolb/XcodeGen */
const supportedPlatforms: Readonly<Record<string, string>> = {
  iOS: 'iphoneos iphonesimulator',
  tvOS: 'appletvos appletvsimulator',
  watchOS: 'watchos watchsimulator',
  visionOS: 'xros xrsimulator',
  macOS: 'macosx',
};

function supportedBy(platform: string): string | undefined {
  return Object.hasOwn(supportedPlatforms, platform) ? supportedPlatforms[platform] : undefined;
}

/** SDK, supported platforms and deployment target of a target; weaker than its own settings and xcconfig files. */
export function platformLevel(target: SpecDict): SettingsLevel {
  const level = new Map<string, Assignment[]>();
  const set = (name: string, value: string, from: SpecScalar | undefined) => {
    if (from !== undefined) level.set(name, [assignment(value, from)]);
  };
  const platform = scalarAt(target, 'platform');
  const sdk = platform && supportedBy(textOf(platform))?.split(' ')[0];
  if (sdk !== undefined) set('SDKROOT', sdk, platform);
  const names = textsAt(target, 'supportedDestinations');
  const destinations = names.includes('macCatalyst') && !names.includes('iOS') ? [...names, 'iOS'] : names;
  const first = firstDestination(target);
  if (first !== undefined) {
    const supported = destinations.flatMap((name) => supportedBy(name) ?? []);
    set('SUPPORTED_PLATFORMS', supported.join(' '), first);
    set('SUPPORTS_MACCATALYST', names.includes('macCatalyst') ? 'YES' : 'NO', first);
  }
  const versions = destinations.length > 0 ? destinations : [platform === undefined ? '' : textOf(platform)];
  for (const name of versions) {
    const version = scalarAt(target, 'deploymentTarget') ?? scalarAt(target, 'deploymentTarget', name);
    const setting = deploymentSetting(name);
    if (version !== undefined && setting !== undefined) set(setting, textOf(version), version);
  }
  return level;
}

/** Deployment targets of the whole project. */
export function projectPlatformLevel(root: SpecDict): SettingsLevel {
  const level = new Map<string, Assignment[]>();
  for (const name of Object.keys(supportedPlatforms)) {
    const version = scalarAt(root, 'options', 'deploymentTarget', name);
    const setting = deploymentSetting(name);
    if (version !== undefined && setting !== undefined)
      level.set(setting, [assignment(textOf(version), version)]);
  }
  return level;
}

function firstDestination(target: SpecDict): SpecScalar | undefined {
  const list = specAt(target, 'supportedDestinations');
  const first = list?.kind === 'list' ? list.items[0] : undefined;
  return first?.kind === 'scalar' ? first : undefined;
}

function assignment(value: string, { file, node }: SpecScalar): Assignment {
  return { conditions: [], value, from: { uri: file.uri, range: node.range } };
}
