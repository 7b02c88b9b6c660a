/** What only a project can show: which target declares a mode, and which one needs it. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/core/rules/types';
import { applyEdits } from '../../server/src/core/text';
import { type Checked, checkFiles, type Files } from '../support/check-files';
import { type ProjectSpec, pbxproj, type TargetSpec } from '../support/pbxproj-builder';
import { infoPlist, plistText } from '../support/plist-text';

const pip = 'import AVKit\nlet pip = AVPictureInPictureController(playerLayer: AVPlayerLayer())\n';
const ios = { SDKROOT: 'iphoneos' };

function target(name: string, more: Partial<TargetSpec> = {}): TargetSpec {
  return {
    name,
    sources: ['Player.swift'],
    ...more,
    settings: { ...ios, INFOPLIST_FILE: `${name}/Info.plist`, ...more.settings },
  };
}

function project(spec: ProjectSpec, files: Files): Promise<Checked> {
  return checkFiles({ 'App.xcodeproj/project.pbxproj': pbxproj(spec), 'Player.swift': pip, ...files });
}

function missing({ findings }: Checked): readonly Finding[] {
  return findings.filter(({ rule }) => rule === 'missing-background-mode');
}

function only(checked: Checked): Finding {
  const [finding, ...others] = missing(checked);
  if (finding === undefined || others.length > 0) throw new Error(`${others.length} more findings`);
  return finding;
}

describe('a mode that another target declares', () => {
  const targets = [target('App'), target('Widget', { type: 'app-extension', sources: [] })];
  const files = { 'App/Info.plist': infoPlist(['fetch']), 'Widget/Info.plist': infoPlist(['audio']) };

  test('does not count, and is pointed out in the same finding', async () => {
    const checked = await project({ targets }, files);
    const finding = only(checked);
    expect(finding.message).toContain("'App' does not declare (only 'Widget' does)");
    expect(finding.related.map(({ uri, message }) => `${checked.path(uri)}: ${message}`)).toEqual([
      "App/Info.plist: The background modes of 'App'",
      "Widget/Info.plist: 'Widget' declares 'audio' here, which does not count for 'App'",
    ]);
  });

  test('counts when both use the same Info.plist', async () => {
    const shared = [target('App'), target('Other', { settings: { INFOPLIST_FILE: 'App/Info.plist' } })];
    expect(missing(await project({ targets: shared }, { 'App/Info.plist': infoPlist(['audio']) }))).toEqual(
      [],
    );
  });
});

describe('the fix', () => {
  test('names the Info.plist as seen from the project, and adds to the array there', async () => {
    const text = infoPlist(['fetch']);
    const checked = await project({ targets: [target('App')] }, { 'App/Info.plist': text });
    const [fix] = only(checked).fixes;
    expect(fix?.title).toBe("Add 'audio' to UIBackgroundModes in App/Info.plist");
    expect(fix?.isPreferred).toBe(true);
    expect(applyEdits(text, fix?.files[0]?.edits ?? [])).toBe(infoPlist(['fetch', 'audio']));
  });

  test('edits the property lists of all configurations that lack the mode', async () => {
    const perConfiguration = {
      Debug: { INFOPLIST_FILE: 'Debug.plist' },
      Release: { INFOPLIST_FILE: 'Release.plist' },
    };
    const checked = await project(
      { targets: [target('App', { perConfiguration })] },
      { 'Debug.plist': infoPlist(['fetch']), 'Release.plist': infoPlist([]) },
    );
    const [fix] = only(checked).fixes;
    expect(fix?.title).toBe("Add 'audio' to UIBackgroundModes in Debug.plist and Release.plist");
    expect(fix?.files.map(({ uri }) => checked.path(uri))).toEqual(['Debug.plist', 'Release.plist']);
  });

  test('offers each session type for an extended runtime session, and prefers none', async () => {
    const checked = await checkFiles({
      'Session.swift': 'import WatchKit\nlet session = WKExtendedRuntimeSession()\n',
      'Info.plist': plistText({ WKApplication: true }),
    });
    expect(only(checked).fixes.map(({ isPreferred }) => isPreferred)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('silence', () => {
  test.each(['app-extension', 'framework', 'bundle.unit-test', 'application.on-demand-install-capable'])(
    'for code of a target of the type %s',
    async (type) => {
      const checked = await project(
        { targets: [target('Part', { type })] },
        { 'Part/Info.plist': infoPlist(['fetch']) },
      );
      expect(missing(checked)).toEqual([]);
    },
  );

  test.each([
    [
      'the mode is declared in one configuration',
      { 'Debug.plist': infoPlist(['audio']), 'Release.plist': infoPlist([]) },
    ],
    ['the Info.plist of a configuration cannot be found', { 'Debug.plist': infoPlist(['fetch']) }],
    [
      'the modes are no array',
      { 'Debug.plist': plistText({ UIBackgroundModes: 'fetch' }), 'Release.plist': infoPlist([]) },
    ],
    [
      'the Info.plist is half-written',
      { 'Debug.plist': infoPlist(['fetch']).replace('</array>', ''), 'Release.plist': infoPlist([]) },
    ],
  ])('when %s', async (_, files) => {
    const perConfiguration = {
      Debug: { INFOPLIST_FILE: 'Debug.plist' },
      Release: { INFOPLIST_FILE: 'Release.plist' },
    };
    const checked = await project({ targets: [target('App', { perConfiguration })] }, files);
    expect(missing(checked)).toEqual([]);
  });

  test.each([
    ['a Mac app', 'macosx'],
    ['an unknown platform', '$(PLATFORM_OF_THE_DAY)'],
  ])('for %s', async (_, SDKROOT) => {
    const checked = await project(
      { targets: [target('App', { settings: { SDKROOT } })] },
      { 'App/Info.plist': infoPlist([]) },
    );
    expect(missing(checked)).toEqual([]);
  });

  test('without a project, when the Info.plist is that of a Mac app', async () => {
    const checked = await checkFiles({
      'Player.swift': pip,
      'Info.plist': plistText({ CFBundleIdentifier: 'com.example.app', LSMinimumSystemVersion: '13.0' }),
    });
    expect(missing(checked)).toEqual([]);
  });

  test('for a watch extension whose watch app declares the mode', async () => {
    const sdk = { SDKROOT: 'watchos' };
    const targets = [
      target('Watch', { type: 'application.watchapp2', sources: [], settings: sdk }),
      target('Extension', { type: 'watchkit2-extension', settings: sdk }),
    ];
    const files = {
      'Player.swift':
        'import HealthKit\nlet run = try HKWorkoutSession(healthStore: store, configuration: configuration)\n',
      'Watch/Info.plist': plistText({ WKBackgroundModes: ['workout-processing'] }),
    };
    expect(missing(await project({ targets }, { ...files, 'Extension/Info.plist': plistText({}) }))).toEqual(
      [],
    );
    const without = { ...files, 'Watch/Info.plist': plistText({}), 'Extension/Info.plist': plistText({}) };
    expect(only(await project({ targets }, without)).target).toBe('Extension');
  });
});

describe('conditional compilation', () => {
  const build = async (condition: string, settings: Readonly<Record<string, string>> = {}) => {
    const code = `import AVKit\n#if ${condition}\nlet pip = AVPictureInPictureController(playerLayer: AVPlayerLayer())\n#endif\n`;
    const files = { 'Player.swift': code, 'App/Info.plist': infoPlist([]) };
    return missing(await project({ targets: [target('App', { settings })] }, files)).length;
  };

  test.each(['os(iOS)', '!os(watchOS)', '!targetEnvironment(simulator)'])(
    'code for %s counts',
    async (condition) => {
      expect(await build(condition)).toBe(1);
    },
  );

  test.each(['os(macOS)', 'targetEnvironment(simulator)', 'PLAYER', '!PLAYER'])(
    'code for %s does not count',
    async (condition) => {
      expect(await build(condition)).toBe(0);
    },
  );

  test('a flag counts where a configuration sets it', async () => {
    const settings = { SWIFT_ACTIVE_COMPILATION_CONDITIONS: 'DEBUG PLAYER' };
    expect(await build('PLAYER', settings)).toBe(1);
    expect(await build('!PLAYER', settings)).toBe(0);
  });
});

describe('severity', () => {
  const severity = async (code: string) =>
    only(await checkFiles({ 'Code.swift': code, 'Info.plist': infoPlist([]) })).severity;

  test('a call provider is a warning until the app reports an incoming call', async () => {
    const provider = 'import CallKit\nlet provider = CXProvider(configuration: CXProviderConfiguration())\n';
    expect(await severity(provider)).toBe('warning');
    expect(
      await severity(
        `${provider}func ring() { provider.reportNewIncomingCall(with: id, update: update) { _ in } }\n`,
      ),
    ).toBe('error');
  });

  test('background location is a warning when the value is computed', async () => {
    const set = (value: string) =>
      `import CoreLocation\nfunc go(_ m: CLLocationManager, isOn: Bool) { m.allowsBackgroundLocationUpdates = ${value} }\n`;
    expect(await severity(set('true'))).toBe('error');
    expect(await severity(set('isOn'))).toBe('warning');
  });
});

test('the camera entitlement needs no mode where iOS 16 is the oldest system', async () => {
  const entitlement = 'com.apple.developer.avfoundation.multitasking-camera-access';
  const build = async (IPHONEOS_DEPLOYMENT_TARGET: string) => {
    const settings = { CODE_SIGN_ENTITLEMENTS: 'App.entitlements', IPHONEOS_DEPLOYMENT_TARGET };
    const files = {
      'Player.swift': '',
      'App.entitlements': plistText({ [entitlement]: true }),
      'App/Info.plist': infoPlist([]),
    };
    return missing(await project({ targets: [target('App', { settings })] }, files)).map(
      ({ entry }) => entry,
    );
  };
  expect(await build('15.4')).toEqual(['voip-multitasking-camera']);
  expect(await build('16.0')).toEqual([]);
});

test('each target that lacks the mode has a finding of its own, at its first use', async () => {
  const second = 'import AVKit\nlet other = AVPictureInPictureController(playerLayer: AVPlayerLayer())\n';
  const sources = ['Player.swift', 'Second.swift'];
  const checked = await project(
    { targets: [target('Free', { sources }), target('Pro', { sources })] },
    { 'Second.swift': second, 'Free/Info.plist': infoPlist([]), 'Pro/Info.plist': infoPlist([]) },
  );
  expect(missing(checked).map(({ uri, target: name }) => `${name} ${checked.path(uri)}`)).toEqual([
    'Free Player.swift',
    'Pro Player.swift',
  ]);
});
