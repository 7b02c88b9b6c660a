import { describe, expect, it } from 'vitest';
import { expoStep } from '../../../server/src/core/project/owners/expo';
import { pathOf, runSteps, valuesOf } from '../../support/owner-steps';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist } from '../../support/plist-text';

const expo = (config: object) => JSON.stringify({ expo: { name: 'Waves', ...config } }, null, 2);
const packageJson = (...dependencies: readonly string[]) =>
  JSON.stringify({ dependencies: Object.fromEntries(dependencies.map((name) => [name, '1.0.0'])) });
const project = pbxproj({
  targets: [
    {
      name: 'Waves',
      settings: {
        SDKROOT: 'iphoneos',
        INFOPLIST_FILE: 'Waves/Info.plist',
        CODE_SIGN_ENTITLEMENTS: 'Waves/Waves.entitlements',
      },
      sources: ['Waves/AppDelegate.swift'],
    },
    {
      name: 'Widget',
      type: 'app-extension',
      settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'Widget/Info.plist' },
    },
  ],
});
const native = {
  'ios/Waves.xcodeproj/project.pbxproj': project,
  'ios/Waves/Info.plist': infoPlist(['audio']),
  'ios/Waves/AppDelegate.swift': '',
};

async function infoPlistOf(config: object, others: Readonly<Record<string, string>> = {}) {
  const { target } = await runSteps([expoStep], { 'app.json': expo(config), ...others });
  return target().configurations[0]?.ownedInfoPlist;
}

describe('an Expo app without a folder ios', () => {
  it('is a target whose values stand in app.json', async () => {
    const { target, problems } = await runSteps([expoStep], {
      'app.json': expo({
        ios: {
          bundleIdentifier: 'com.example.waves',
          infoPlist: { UIBackgroundModes: ['audio'] },
          entitlements: { 'aps-environment': 'production' },
        },
      }),
    });
    const app = target('Waves');
    expect(problems).toEqual([]);
    expect(app).toMatchObject({ product: 'app', platforms: ['iOS'], sources: [], isComplete: false });
    expect(app.owners).toEqual([
      { kind: 'expo', uri: app.id, generates: ['project', 'info-plist', 'entitlements'] },
    ]);
    const [configuration] = app.configurations;
    expect(configuration?.bundleIdentifier).toBe('com.example.waves');
    expect(configuration?.ownedInfoPlist).toMatchObject({ effect: 'replaces', isComplete: true });
    expect(valuesOf(configuration?.ownedInfoPlist)).toEqual(['UIBackgroundModes: audio ("audio")']);
    expect(valuesOf(configuration?.ownedEntitlements)).toEqual([
      'aps-environment: production ("production")',
    ]);
    expect(configuration?.ownedInfoPlist?.parts[0]?.path).toEqual(['expo', 'ios', 'infoPlist']);
  });

  it('has a place for values that nobody has written yet', async () => {
    const part = (await infoPlistOf({}))?.parts[0];
    expect(part).toMatchObject({
      path: ['expo', 'ios', 'infoPlist'],
      file: { document: { format: 'json' } },
    });
    expect(part?.file.document.root).toBeUndefined();
  });

  it('may have a config that does not stand below a key', async () => {
    const contents = { 'app.json': '{ "name": "Bare", "ios": { "infoPlist": { "A": "b" } } }' };
    const { target } = await runSteps([expoStep], { ...contents, 'package.json': packageJson('expo') });
    expect(target('Bare').configurations[0]?.ownedInfoPlist?.parts[0]?.path).toEqual(['ios', 'infoPlist']);
    const other = await runSteps([expoStep], { ...contents, 'package.json': packageJson('react-native') });
    expect(other.targets).toEqual([]);
  });

  it('is none when it is not made for iOS', async () => {
    const { targets } = await runSteps([expoStep], { 'app.json': expo({ platforms: ['android', 'web'] }) });
    expect(targets).toEqual([]);
  });

  it('is not fully known when code or a foreign plugin has its say', async () => {
    const spread = { 'app.config.ts': 'export default ({ config }) => ({ ...config })' };
    expect(await infoPlistOf({}, spread)).toMatchObject({ isComplete: false });
    expect(await infoPlistOf({ plugins: ['./with-something'] })).toMatchObject({ isComplete: false });
    expect(await infoPlistOf({ plugins: ['expo-router'] })).toMatchObject({ isComplete: true });
  });

  it('is known of with app.config.js alone', async () => {
    const { target } = await runSteps([expoStep], {
      'mobile/app.config.js': 'module.exports = require("./base")',
      'mobile/package.json': packageJson('expo'),
    });
    expect(target('mobile').configurations[0]?.ownedInfoPlist).toEqual({
      effect: 'replaces',
      parts: [],
      isComplete: false,
    });
  });

  it('is read as far as a broken app.json goes', async () => {
    const text = '{ "expo": { "name": "Waves", "ios": { "infoPlist": { "UIBackgroundModes": ["audio" } } }';
    const { target, problems } = await runSteps([expoStep], { 'app.json': text });
    expect(valuesOf(target('Waves').configurations[0]?.ownedInfoPlist)).toEqual([
      'UIBackgroundModes: audio ("audio")',
    ]);
    expect(problems.map(({ uri, range }) => [pathOf(uri), range?.start])).toEqual([
      ['app.json', text.indexOf(' }') + 1],
    ]);
  });
});

describe('an Expo app whose config is code', () => {
  const typed = `import type { ExpoConfig } from 'expo/config';
const version = process.env.VERSION;
const config: ExpoConfig = {
  name: 'Waves',
  version, // not of interest
  ios: { bundleIdentifier: "com.example.waves", infoPlist: { UIBackgroundModes: ['audio'] } },
  plugins: ['expo-router', ['expo-video', { supportsBackgroundPlayback: true }]],
};
export default config;
`;

  it('is known as far as it is a literal', async () => {
    const { target } = await runSteps([expoStep], {
      'app.config.ts': typed,
      'package.json': packageJson('expo'),
    });
    const [configuration] = target('Waves').configurations;
    expect(configuration?.bundleIdentifier).toBe('com.example.waves');
    expect(configuration?.ownedInfoPlist?.isComplete).toBe(true);
    expect(valuesOf(configuration?.ownedInfoPlist)).toEqual([
      `UIBackgroundModes: audio (implied by 'audio')`,
      'UIBackgroundModes: audio (implied by true)',
    ]);
  });

  it('can be edited where it is written as JSON is', async () => {
    const { target } = await runSteps([expoStep], {
      'app.config.js': 'module.exports = { ios: { infoPlist: { UIBackgroundModes: ["audio"] } } };',
      'package.json': packageJson('expo'),
    });
    const owned = target().configurations[0]?.ownedInfoPlist;
    expect(valuesOf(owned)).toEqual(['UIBackgroundModes: audio ("audio")']);
    expect(owned?.parts.map(({ path }) => path)).toEqual([[]]);
  });

  it('takes nothing from app.json unless it spreads something', async () => {
    const others = { 'app.json': expo({ ios: { infoPlist: { UIBackgroundModes: ['location'] } } }) };
    const alone = await runSteps([expoStep], { 'app.config.ts': typed, ...others });
    expect(valuesOf(alone.target().configurations[0]?.ownedInfoPlist)).toHaveLength(2);
    const both = await runSteps([expoStep], {
      'app.config.js': `module.exports = ({ config }) => ({ ...config, name: 'Other', plugins: ['expo-audio'] });`,
      ...others,
    });
    const [configuration] = both.target('Other').configurations;
    expect(configuration?.ownedInfoPlist?.isComplete).toBe(false);
    expect(valuesOf(configuration?.ownedInfoPlist)).toContain('UIBackgroundModes: location ("location")');
    expect(valuesOf(configuration?.ownedInfoPlist)).toContain(
      "UIBackgroundModes: audio (implied by 'expo-audio')",
    );
  });

  it.each([
    ['ios: { infoPlist }'],
    ['ios: { ...shared }'],
    ['ios: { infoPlist: { UIBackgroundModes: modes } }'],
    ['ios: { infoPlist: { ...shared } }'],
    ['ios: ios()'],
    ['plugins: [...shared]'],
    ['plugins: isDev ? [] : ["expo-audio"]'],
    ['mods: {}'],
    ['...shared'],
    ['[key]: {}'],
  ])('is not fully known with %s', async (content) => {
    const { target } = await runSteps([expoStep], {
      'app.config.js': `export default { name: 'Waves', ${content} };`,
      'package.json': packageJson('expo'),
    });
    expect(target('Waves').configurations[0]?.ownedInfoPlist?.isComplete).toBe(false);
  });
});

describe('plugins of an Expo app', () => {
  it('add what their options ask for, where the option stands', async () => {
    const plugins = [['expo-video', { supportsBackgroundPlayback: true }]];
    expect(valuesOf(await infoPlistOf({ plugins }))).toEqual(['UIBackgroundModes: audio (implied by true)']);
    const off = [['expo-video', { supportsBackgroundPlayback: false }], 'react-native-video'];
    expect(valuesOf(await infoPlistOf({ plugins: off }))).toEqual([]);
  });

  it('add what is on by default until an option says no', async () => {
    const microphone = 'NSMicrophoneUsageDescription: Allow $(PRODUCT_NAME) to access your microphone';
    expect(valuesOf(await infoPlistOf({ plugins: ['expo-audio'] }))).toEqual([
      'UIBackgroundModes: audio (implied by "expo-audio")',
      `${microphone} (implied by "expo-audio")`,
    ]);
    const quiet = { enableBackgroundPlayback: false, microphonePermission: false };
    expect(valuesOf(await infoPlistOf({ plugins: [['expo-audio', quiet]] }))).toEqual([]);
    const recorder = { ...quiet, enableBackgroundRecording: true, microphonePermission: 'To record you' };
    expect(valuesOf(await infoPlistOf({ plugins: [['expo-audio', recorder]] }))).toEqual([
      'UIBackgroundModes: audio (implied by true)',
      'NSMicrophoneUsageDescription: To record you (implied by "To record you")',
    ]);
  });

  it('add what a list names', async () => {
    const options = { modes: ['peripheral'], bluetoothAlwaysPermission: false };
    expect(valuesOf(await infoPlistOf({ plugins: [['react-native-ble-plx', options]] }))).toEqual([
      'UIBackgroundModes: bluetooth-peripheral (implied by "peripheral")',
    ]);
  });

  it('add identifiers and entitlements', async () => {
    const { target } = await runSteps([expoStep], {
      'app.json': expo({
        plugins: [
          'expo-background-task',
          ['expo-notifications', { enableBackgroundRemoteNotifications: true }],
        ],
      }),
    });
    const [configuration] = target().configurations;
    expect(valuesOf(configuration?.ownedInfoPlist)).toEqual([
      'UIBackgroundModes: processing (implied by "expo-background-task")',
      'BGTaskSchedulerPermittedIdentifiers: com.expo.modules.backgroundtask.processing (implied by "expo-background-task")',
      'UIBackgroundModes: remote-notification (implied by true)',
    ]);
    expect(valuesOf(configuration?.ownedEntitlements)).toEqual([
      'aps-environment: development (implied by "expo-notifications")',
    ]);
  });

  it('work without being listed where prebuild applies them, and only once', async () => {
    const others = { 'package.json': packageJson('expo', 'expo-background-fetch', 'expo-video') };
    const implied = ['UIBackgroundModes: fetch (implied by "expo-background-fetch")'];
    const automatic = await infoPlistOf({}, others);
    expect(valuesOf(automatic)).toEqual(implied);
    expect(automatic?.parts.map(({ file }) => pathOf(file.uri))).toEqual(['app.json', 'package.json']);
    expect(valuesOf(await infoPlistOf({ plugins: ['expo-background-fetch'] }, others))).toEqual(implied);
  });
});

describe('an Expo app with a folder ios', () => {
  it('takes its values from app.json when the folder is not in the repository', async () => {
    const { target } = await runSteps([expoStep], {
      ...native,
      'app.json': expo({ ios: { infoPlist: { UIBackgroundModes: ['location'] } } }),
      '.gitignore': '# native\n/ios\n',
    });
    const app = target('Waves');
    expect(app.owners?.[0]?.generates).toEqual(['project', 'info-plist', 'entitlements']);
    expect(app.configurations.map(({ ownedInfoPlist }) => valuesOf(ownedInfoPlist))).toEqual([
      ['UIBackgroundModes: location ("location")'],
      ['UIBackgroundModes: location ("location")'],
    ]);
    expect(app.isComplete).toBe(false);
    expect(target('Widget').configurations[0]?.ownedInfoPlist).toMatchObject({
      parts: [],
      isComplete: false,
    });
  });

  it('takes them from the plist when the folder is committed', async () => {
    const { target } = await runSteps([expoStep], {
      ...native,
      'app.json': expo({ ios: { infoPlist: { UIBackgroundModes: ['location'] } } }),
      '.gitignore': 'ios/Pods\nbuild/\n!ios\n',
    });
    const app = target('Waves');
    expect(app.owners).toMatchObject([{ kind: 'expo', generates: [] }]);
    expect(app.configurations[0]?.ownedInfoPlist).toBeUndefined();
    expect(app).toMatchObject({
      isComplete: false,
      gaps: ['Expo: part of the app is written in JavaScript'],
    });
  });

  it('leaves the targets of other folders alone', async () => {
    const { given, targets } = await runSteps([expoStep], {
      ...native,
      'mobile/app.json': expo({}),
    });
    expect(targets.slice(0, given.length)).toEqual(given);
    expect(targets).toHaveLength(given.length + 1);
  });
});
