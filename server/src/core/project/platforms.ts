/** Platforms, SDKs and product types as Xcode names them. */
import type { BuildSettings } from './build-settings';
import type { Platform, ProductKind } from './types';

const sdkPlatforms: Readonly<Record<string, Platform>> = {
  iphoneos: 'iOS',
  iphonesimulator: 'iOS',
  macosx: 'macOS',
  appletvos: 'tvOS',
  appletvsimulator: 'tvOS',
  watchos: 'watchOS',
  watchsimulator: 'watchOS',
  xros: 'visionOS',
  xrsimulator: 'visionOS',
};

/** In the order in which a target of several platforms is looked at: its settings are those of the first. */
const deviceSdks: readonly (readonly [Platform, string])[] = [
  ['iOS', 'iphoneos'],
  ['watchOS', 'watchos'],
  ['tvOS', 'appletvos'],
  ['visionOS', 'xros'],
  ['macOS', 'macosx'],
];

const deploymentSettings: readonly (readonly [Platform, string])[] = [
  ['iOS', 'IPHONEOS_DEPLOYMENT_TARGET'],
  ['macOS', 'MACOSX_DEPLOYMENT_TARGET'],
  ['tvOS', 'TVOS_DEPLOYMENT_TARGET'],
  ['watchOS', 'WATCHOS_DEPLOYMENT_TARGET'],
  ['visionOS', 'XROS_DEPLOYMENT_TARGET'],
];

/** Platforms as the filters of build files and dependencies name them. */
const filterPlatforms: Readonly<Record<string, Platform>> = {
  ios: 'iOS',
  maccatalyst: 'macCatalyst',
  macos: 'macOS',
  tvos: 'tvOS',
  watchos: 'watchOS',
  xros: 'visionOS',
};

/** The platforms that filters name, those that nobody here knows left out; `undefined` without a filter: all. */
export function filteredPlatforms(names: readonly string[]): readonly Platform[] | undefined {
  if (names.length === 0) return undefined;
  return names.flatMap((name) => (Object.hasOwn(filterPlatforms, name) ? (filterPlatforms[name] ?? []) : []));
}

/**
 * Whether what is meant for the platforms of `filter` counts for a target. The Mac does not count beside another
 * platform: it knows no background modes, and what is built for it alone must not be held against the app.
 */
export function isBuiltFor(
  filter: readonly Platform[] | undefined,
  platforms: readonly Platform[] | undefined,
): boolean {
  if (filter === undefined || platforms === undefined) return true;
  const others = platforms.filter((platform) => platform !== 'macOS');
  return (others.length > 0 ? others : platforms).some((platform) => filter.includes(platform));
}

/** Name of the SDK whose conditional settings count for a target of these platforms. */
export function primarySdk(platforms: readonly Platform[] | undefined): string | undefined {
  return countedSdks(platforms)[0];
}

/** Name of the setting that holds the minimum version; Mac Catalyst has none of its own. */
export function deploymentSetting(platform: string): string | undefined {
  return deploymentSettings.find(([other]) => other === platform)?.[1];
}

/**
 * Names of the SDKs whose conditional settings count for a target of these platforms, the first before all. The Mac does
 * not count beside others.
 */
export function countedSdks(
  platforms: readonly Platform[] | undefined,
): readonly [string | undefined, ...string[]] {
  const sdks = deviceSdks.filter(([platform]) => platforms?.includes(platform)).map(([, sdk]) => sdk);
  const [first, ...others] = sdks;
  return [first, ...others.filter((sdk) => sdk !== 'macosx')];
}

function deviceSdk(platform: Platform): string | undefined {
  return deviceSdks.find(([other]) => other === platform)?.[1];
}

/** Platforms that one configuration builds for; `undefined` when its settings do not tell. */
export function platformsOf(settings: BuildSettings): readonly Platform[] | undefined {
  const supported = settings.get('SUPPORTED_PLATFORMS');
  const names = supported === undefined ? settings.get('SDKROOT')?.value : supported.value;
  const platforms = names === undefined ? fromDeploymentTarget(settings) : fromSdkNames(names);
  if (platforms === undefined || !platforms.includes('iOS')) return platforms;
  const onMac = settings.withSdk('macosx');
  return onMac.get('SUPPORTS_MACCATALYST')?.value === 'YES' ? [...platforms, 'macCatalyst'] : platforms;
}

function fromSdkNames(names: string): readonly Platform[] | undefined {
  const found = new Set<Platform>();
  for (const name of names.split(/\s+/).filter((part) => part !== '')) {
    const key = /^[a-z]+/.exec(name.toLowerCase())?.[0] ?? '';
    const platform = Object.hasOwn(sdkPlatforms, key) ? sdkPlatforms[key] : undefined;
    if (platform === undefined) return undefined;
    found.add(platform);
  }
  return found.size === 0 ? undefined : [...found];
}

/** Without an SDK the only deployment target tells. */
function fromDeploymentTarget(settings: BuildSettings): readonly Platform[] | undefined {
  if (settings.get('SDKROOT') !== undefined || settings.get('SUPPORTED_PLATFORMS') !== undefined)
    return undefined;
  const set = deploymentSettings.filter(([, name]) => settings.get(name) !== undefined);
  return set.length === 1 ? set.map(([platform]) => platform) : undefined;
}

/** Minimum versions of the platforms that have one; Mac Catalyst takes that of iOS. */
export function deploymentTargetsOf(
  settings: BuildSettings,
  platforms: readonly Platform[] | undefined,
): Readonly<Partial<Record<Platform, string>>> {
  const targets: Partial<Record<Platform, string>> = {};
  for (const [platform, name] of deploymentSettings) {
    const version = settings.withSdk(deviceSdk(platform)).get(name)?.value;
    if (version === undefined || version === '') continue;
    if (platforms !== undefined && !platforms.includes(platform)) continue;
    targets[platform] = version;
    if (platform === 'iOS' && platforms?.includes('macCatalyst')) targets.macCatalyst = version;
  }
  return targets;
}

const productKinds: Readonly<Record<string, ProductKind>> = {
  application: 'app',
  'application.messages': 'app',
  'application.on-demand-install-capable': 'app-clip',
  'application.watchapp': 'watch-app',
  'application.watchapp2': 'watch-app',
  'watchkit-extension': 'watch-extension',
  'watchkit2-extension': 'watch-extension',
  'app-extension': 'app-extension',
  'app-extension.intents-service': 'app-extension',
  'app-extension.messages': 'app-extension',
  'app-extension.messages-sticker-pack': 'app-extension',
  'extensionkit-extension': 'app-extension',
  'tv-app-extension': 'app-extension',
  'tv-broadcast-extension': 'app-extension',
  'pluginkit-plugin': 'app-extension',
  'xcode-extension': 'app-extension',
  framework: 'framework',
  'framework.static': 'framework',
  'library.static': 'library',
  'library.dynamic': 'library',
  'bundle.unit-test': 'tests',
  'bundle.ui-testing': 'tests',
  'bundle.ocunit-test': 'tests',
};

/** `productType` is `com.apple.product-type.application` and the like. An app for the watch alone is a watch app. */
export function productKind(
  productType: string | undefined,
  platforms: readonly Platform[] | undefined,
): ProductKind {
  const key = productType?.replace(/^com\.apple\.product-type\./, '') ?? '';
  const kind = (Object.hasOwn(productKinds, key) ? productKinds[key] : undefined) ?? 'other';
  const isWatchOnly = platforms?.length === 1 && platforms[0] === 'watchOS';
  return kind === 'app' && isWatchOnly ? 'watch-app' : kind;
}
