/** Platforms in a spec, and the settings that XcodeGen makes of them. */
import type { Assignment, SettingsLevel } from '../../build-settings';
import { scalarAt, specAt, textOf, textsAt } from './spec-query';
import type { SpecDict, SpecScalar } from './spec-values';

interface PlatformSettings {
  readonly sdk: string;
  readonly supported: string;
  readonly deployment: string;
}

/** Source: SettingPresets and Platform.swift of https://github.com/yonaskolb/XcodeGen */
const platforms: ReadonlyMap<string, PlatformSettings> = new Map([
  [
    'iOS',
    { sdk: 'iphoneos', supported: 'iphoneos iphonesimulator', deployment: 'IPHONEOS_DEPLOYMENT_TARGET' },
  ],
  [
    'tvOS',
    { sdk: 'appletvos', supported: 'appletvos appletvsimulator', deployment: 'TVOS_DEPLOYMENT_TARGET' },
  ],
  [
    'watchOS',
    { sdk: 'watchos', supported: 'watchos watchsimulator', deployment: 'WATCHOS_DEPLOYMENT_TARGET' },
  ],
  ['visionOS', { sdk: 'xros', supported: 'xros xrsimulator', deployment: 'XROS_DEPLOYMENT_TARGET' }],
  ['macOS', { sdk: 'macosx', supported: 'macosx', deployment: 'MACOSX_DEPLOYMENT_TARGET' }],
]);

/** SDK, supported platforms and deployment target of a target; weaker than its own settings and xcconfig files. */
export function platformLevel(target: SpecDict): SettingsLevel {
  const level = new Map<string, Assignment[]>();
  const set = (name: string, value: string, from: SpecScalar | undefined) => {
    if (from !== undefined) level.set(name, [assignment(value, from)]);
  };
  const platform = scalarAt(target, 'platform');
  const known = platform && platforms.get(textOf(platform));
  if (known !== undefined) set('SDKROOT', known.sdk, platform);
  const names = textsAt(target, 'supportedDestinations');
  const destinations = names.includes('macCatalyst') && !names.includes('iOS') ? [...names, 'iOS'] : names;
  const first = firstDestination(target);
  if (first !== undefined) {
    const supported = destinations.flatMap((name) => platforms.get(name)?.supported ?? []);
    set('SUPPORTED_PLATFORMS', supported.join(' '), first);
    set('SUPPORTS_MACCATALYST', names.includes('macCatalyst') ? 'YES' : 'NO', first);
  }
  const versions = destinations.length > 0 ? destinations : [platform === undefined ? '' : textOf(platform)];
  for (const name of versions) {
    const version = scalarAt(target, 'deploymentTarget') ?? scalarAt(target, 'deploymentTarget', name);
    const setting = platforms.get(name)?.deployment;
    if (version !== undefined && setting !== undefined) set(setting, textOf(version), version);
  }
  return level;
}

/** Deployment targets of the whole project. */
export function projectPlatformLevel(root: SpecDict): SettingsLevel {
  const level = new Map<string, Assignment[]>();
  for (const [name, { deployment }] of platforms) {
    const version = scalarAt(root, 'options', 'deploymentTarget', name);
    if (version !== undefined) level.set(deployment, [assignment(textOf(version), version)]);
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
