import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { changeCapabilities, missingKeys } from '../../../server/src/core/features/capabilities/change';
import type {
  CapabilityEdit,
  WantedCapabilities,
} from '../../../server/src/core/features/capabilities/types';
import { keysOfModes } from '../../../server/src/core/features/mechanisms/capability';
import { plist, stringArray } from '../../../server/src/core/rules/example-files';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import type { Files } from '../../support/check-files';
import { pbxproj, type TargetSpec } from '../../support/pbxproj-builder';
import { runCommand } from '../../support/target-commands';

const project = 'App.xcodeproj/project.pbxproj';
const infoPath = 'App/Info.plist';
const source = { 'App/Player.swift': 'import UIKit\n' };

function app(
  settings: TargetSpec['settings'] = { INFOPLIST_FILE: infoPath, SDKROOT: 'iphoneos' },
  more = {},
): Files {
  const target: TargetSpec = { name: 'App', sources: ['App/Player.swift'], settings, ...more };
  return { [project]: pbxproj({ targets: [target] }), ...source };
}

function withInfo(body: string, settings?: TargetSpec['settings']): Files {
  return {
    ...app(settings),
    [infoPath]: plist(`<key>CFBundlePackageType</key>\n<string>APPL</string>\n${body}`),
  };
}

function change(files: Files, wanted: WantedCapabilities, name?: string) {
  return runCommand(files, ({ target, folders }) => changeCapabilities(target, wanted, folders), name);
}

function summaryOf(answer: CapabilityEdit): string {
  return answer.kind === 'refused' ? answer.reason : answer.summary;
}

function valuesOf(text: string | undefined, key: string): unknown {
  const { root, problems } = parsePlist(text ?? '');
  expect(problems).toEqual([]);
  const entry = root?.kind === 'dict' ? root.entries.find((each) => each.key === key) : undefined;
  const value = entry?.value;
  if (value?.kind === 'array')
    return value.items.map((item) => (item.kind === 'string' ? item.value : item.kind));
  return value?.kind === 'string' || value?.kind === 'boolean' ? value.value : value;
}

describe('capabilities of a target', () => {
  it('are added to its Info.plist, all at once', async () => {
    const { answer, after } = await change(withInfo(''), {
      addModes: ['audio', 'processing'],
      identifiers: ['com.example.app.cleanup'],
      keys: [{ kind: 'plist-key', key: 'NSMicrophoneUsageDescription', value: 'Your voice & song' }],
    });
    expect(summaryOf(answer)).toBe(
      "Added 'audio', 'processing', permitted 'com.example.app.cleanup', added NSMicrophoneUsageDescription in App/Info.plist",
    );
    expect(valuesOf(after[infoPath], 'UIBackgroundModes')).toEqual(['audio', 'processing']);
    expect(valuesOf(after[infoPath], 'BGTaskSchedulerPermittedIdentifiers')).toEqual([
      'com.example.app.cleanup',
    ]);
    expect(valuesOf(after[infoPath], 'NSMicrophoneUsageDescription')).toBe('Your voice & song');
  });

  it('go into a new Info.plist and new entitlements where there are none', async () => {
    const { answer, after } = await change(app({ SDKROOT: 'iphoneos', GENERATE_INFOPLIST_FILE: 'YES' }), {
      addModes: ['remote-notification'],
      keys: [
        { kind: 'entitlement', key: 'aps-environment', value: 'development' },
        { kind: 'plist-key', key: 'NSMotionUsageDescription', value: 'Counts your steps' },
        { kind: 'entitlement', key: 'com.apple.developer.healthkit', value: true },
      ],
    });
    expect(answer.kind).toBe('edit');
    expect(valuesOf(after[infoPath], 'UIBackgroundModes')).toEqual(['remote-notification']);
    expect(valuesOf(after[infoPath], 'NSMotionUsageDescription')).toBe('Counts your steps');
    expect(valuesOf(after['App/App.entitlements'], 'aps-environment')).toBe('development');
    expect(valuesOf(after['App/App.entitlements'], 'com.apple.developer.healthkit')).toBe(true);
    expect(after[project]).toMatch(/INFOPLIST_FILE = "?App\/Info.plist/);
    expect(after[project]).toMatch(/CODE_SIGN_ENTITLEMENTS = "?App\/App.entitlements/);
    const { answer: again } = await change(after, { addModes: ['remote-notification'] });
    expect(again).toEqual({ kind: 'nothing', summary: "'App' has all of that already" });
  });

  it('are taken away, and with the last one the array', async () => {
    const files = withInfo(stringArray('UIBackgroundModes', ['audio', 'fetch']));
    const one = await change(files, { removeModes: ['audio'] });
    expect(summaryOf(one.answer)).toBe("Removed 'audio' in App/Info.plist");
    expect(valuesOf(one.after[infoPath], 'UIBackgroundModes')).toEqual(['fetch']);
    const both = await change(files, { removeModes: ['audio', 'fetch'] });
    expect(valuesOf(both.after[infoPath], 'UIBackgroundModes')).toBeUndefined();
    const other = await change(files, { removeModes: ['audio'], addModes: ['location'] });
    expect(valuesOf(other.after[infoPath], 'UIBackgroundModes')).toEqual(['fetch', 'location']);
    expect((await change(files, { removeModes: ['voip'] })).answer.kind).toBe('nothing');
  });

  it('leave alone what is there already', async () => {
    const files = withInfo(
      `${stringArray('UIBackgroundModes', ['audio'])}<key>NSMicrophoneUsageDescription</key>\n<string>Sings</string>\n`,
    );
    const { answer } = await change(files, {
      addModes: ['audio'],
      keys: [{ kind: 'plist-key', key: 'NSMicrophoneUsageDescription', value: 'TODO' }],
    });
    expect(answer.kind).toBe('nothing');
  });

  it('go into the file of the tool that writes the Info.plist', async () => {
    const spec = `name: App
targets:
  App:
    type: application
    platform: iOS
    sources: App
    info:
      path: App/Info.plist
`;
    const { answer, after } = await change(
      { 'project.yml': spec, ...source },
      { addModes: ['processing'], identifiers: ['com.example.app.cleanup'] },
    );
    expect(summaryOf(answer)).toMatch(/in project\.yml$/);
    const { targets } = parseYaml(after['project.yml'] ?? '');
    expect(targets.App.info.properties).toEqual({
      UIBackgroundModes: ['processing'],
      BGTaskSchedulerPermittedIdentifiers: ['com.example.app.cleanup'],
    });
  });

  it('go into app.json of an Expo app that had nothing there', async () => {
    const files = {
      'app.json':
        '{\n  "expo": {\n    "name": "App",\n    "ios": { "bundleIdentifier": "com.example.app" }\n  }\n}\n',
      'package.json': '{ "dependencies": { "expo": "52.0.0" } }\n',
      'App.tsx': '',
    };
    const { answer, after } = await change(files, { addModes: ['audio', 'fetch'], identifiers: ['a.b'] });
    expect(answer.kind).toBe('edit');
    const { expo } = JSON.parse(after['app.json'] ?? '');
    expect(expo.ios.infoPlist).toEqual({
      UIBackgroundModes: ['audio', 'fetch'],
      BGTaskSchedulerPermittedIdentifiers: ['a.b'],
    });
  });

  it('keep everything else as it is, line ends included', async () => {
    const files = Object.fromEntries(
      Object.entries(withInfo('<!-- 🎧 kept -->\n')).map(([path, text]) => [
        path,
        text.replaceAll('\n', '\r\n'),
      ]),
    );
    const { after } = await change(files, { addModes: ['audio'], identifiers: ['a.b'] });
    const text = after[infoPath] ?? '';
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).toContain('<!-- 🎧 kept -->');
  });

  it.each([
    ['a mode that does not exist', { addModes: ['bluetooth'] }, "There is no background mode 'bluetooth'"],
    [
      'a mode of another platform',
      { addModes: ['workout-processing'] },
      "'workout-processing' means nothing on iOS, which is what 'App' is for",
    ],
  ])('are refused for %s', async (_, wanted, reason) => {
    const { answer } = await change(withInfo(''), wanted);
    expect(answer).toEqual({ kind: 'refused', reason, write: '' });
  });

  it('are refused for products that run within an app', async () => {
    const files = app({ SDKROOT: 'iphoneos' }, { name: 'Kit', type: 'framework' });
    const { answer } = await change(files, { addModes: ['audio'] }, 'Kit');
    expect(summaryOf(answer)).toBe("Background modes mean nothing in 'Kit': they belong into the app");
  });

  it('are refused for a second session of a watch app', async () => {
    const settings = { INFOPLIST_FILE: infoPath, SDKROOT: 'watchos' };
    const files = withInfo(stringArray('WKBackgroundModes', ['mindfulness']), settings);
    const { answer } = await change(files, { addModes: ['self-care'] });
    expect(summaryOf(answer)).toBe(
      "A watch app has one of these modes at most: 'mindfulness' or 'self-care'",
    );
    const swapped = await change(files, { addModes: ['self-care'], removeModes: ['mindfulness'] });
    expect(valuesOf(swapped.after[infoPath], 'WKBackgroundModes')).toEqual(['self-care']);
  });

  it('are refused with what to write where nobody knows the file', async () => {
    const { answer } = await change(
      app({ INFOPLIST_FILE: '$(FROM_OUTSIDE)/Info.plist', SDKROOT: 'iphoneos' }),
      {
        addModes: ['audio'],
      },
    );
    expect(answer).toEqual({
      kind: 'refused',
      reason:
        "Which Info.plist 'App' has is not known, because INFOPLIST_FILE could not be resolved: add UIBackgroundModes in that file",
      write: '<key>UIBackgroundModes</key>\n<array>\n\t<string>audio</string>\n</array>',
    });
  });

  it('are refused for a property list that is half written', async () => {
    const files = { ...app(), [infoPath]: '<plist version="1.0">\n<dict>\n\t<key>A</key>\n' };
    expect((await change(files, { addModes: ['audio'] })).answer.kind).toBe('refused');
  });
});

describe('keys that go with a mode', () => {
  const ask = async (files: Files, modes: readonly string[]) => {
    let found: readonly string[] = [];
    await runCommand(files, ({ target }) => {
      found = missingKeys(target, keysOfModes(modes)).map(({ key }) => key);
      return { kind: 'nothing', summary: '' };
    });
    return found;
  };

  it('are those that it always asks for and the target lacks', async () => {
    expect(await ask(withInfo(''), ['bluetooth-central', 'audio'])).toEqual([
      'NSBluetoothAlwaysUsageDescription',
    ]);
    expect(await ask(withInfo(''), ['remote-notification'])).toEqual(['aps-environment']);
    const has = withInfo('<key>NSBluetoothAlwaysUsageDescription</key>\n<string>Talks</string>\n');
    expect(await ask(has, ['bluetooth-central'])).toEqual([]);
  });

  it('are none that Apple has to grant, and none where the file is not known', async () => {
    expect(await ask(withInfo(''), ['network-authentication'])).toEqual([]);
    const unknown = app({ INFOPLIST_FILE: '$(FROM_OUTSIDE)/Info.plist', SDKROOT: 'iphoneos' });
    expect(await ask(unknown, ['bluetooth-central'])).toEqual([]);
  });
});
