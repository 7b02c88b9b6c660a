import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../server/src/core/workspace';
import { memoryHost } from '../../support/memory-fs';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist, plistText } from '../../support/plist-text';
import { probeRules } from '../../support/probe-rules';
import { probeWorkspace, unloadedProbe } from '../../support/probe-workspace';

const project = pbxproj({
  targets: [
    { name: 'App', folders: ['App'], settings: { INFOPLIST_FILE: 'App/Info.plist' } },
    {
      name: 'Widget',
      type: 'app-extension',
      folders: ['Widget'],
      settings: { INFOPLIST_FILE: 'Widget/Info.plist' },
    },
    { name: 'Tests', type: 'bundle.unit-test', folders: ['Tests'] },
  ],
  folders: [{ path: 'App' }, { path: 'Widget' }, { path: 'Tests' }],
});

const calls = 'func calls() { provider = CXProvider(configuration: configuration) }\n';
const helper = '// beginBackgroundTask\nfunc helper() { work() }\n';

const files = {
  'App.xcodeproj/project.pbxproj': project,
  'App/Info.plist': infoPlist([]),
  'App/Calls.swift': calls,
  'App/Helper.swift': helper,
  'App/Plain.swift': 'func calls() {}\n',
  'Widget/Info.plist': infoPlist(['fetch', 'voip']),
  'Widget/Helper.swift': helper,
  'Tests/CallsTests.swift': calls,
  'Unlisted.swift': calls,
};

const missing = 'target: callkit-provider in App, 2 modes beside it';

describe('load', () => {
  it('runs the rules of all three kinds', async () => {
    const { messages } = await probeWorkspace(files);
    expect(await messages('App/Calls.swift')).toEqual([
      'code: calls is also in 0 files',
      'unit: calls in App',
      missing,
    ]);
    expect(await messages('App/Info.plist')).toEqual(['unit: info of App']);
  });

  it('leaves out tests, files of no target and files that name no known API', async () => {
    const { workspace, messages } = await probeWorkspace(files);
    for (const path of ['Tests/CallsTests.swift', 'Unlisted.swift', 'App/Plain.swift']) {
      expect(await messages(path)).toEqual([]);
    }
    const uris = new Set((await workspace.allFindings()).map((finding) => finding.uri));
    expect([...uris].map((uri) => uri.slice('file:///ws/'.length))).toEqual([
      'App/Calls.swift',
      'App/Helper.swift',
      'App/Info.plist',
      'Widget/Helper.swift',
      'Widget/Info.plist',
    ]);
  });

  it('reports progress and does nothing twice', async () => {
    const { host, workspace } = unloadedProbe(files);
    const reports: (readonly [number, number])[] = [];
    await workspace.load({ progress: { report: (done, total) => reports.push([done, total]) } });
    expect(reports.at(-1)).toEqual([4, 4]);
    const reads = host.reads.length;
    await workspace.load();
    expect(host.reads.length).toBe(reads);
    expect(new Set(host.reads).size).toBe(reads);
  });

  it('stops when told to, and goes on later', async () => {
    const { workspace, messages } = unloadedProbe(files);
    await workspace.load({ token: { isCancellationRequested: true } });
    await workspace.load();
    expect(await messages('App/Calls.swift')).toContain(missing);
  });

  it('reads nothing outside of the folders', async () => {
    const escaping = pbxproj({
      targets: [
        {
          name: 'App',
          sources: ['../Secret.swift', '/Secret.swift'],
          settings: { INFOPLIST_FILE: '../Info.plist' },
          xcconfig: '../Secret.xcconfig',
        },
      ],
    });
    const { host } = await probeWorkspace({
      'App.xcodeproj/project.pbxproj': escaping,
      'file:///Secret.swift': calls,
      'file:///Info.plist': infoPlist([]),
      'file:///Secret.xcconfig': 'A = b',
    });
    expect(host.reads.filter((uri) => !uri.startsWith('file:///ws/'))).toEqual([]);
  });

  it('takes several folders, and forgets those that are gone', async () => {
    const host = memoryHost({
      'file:///one/Info.plist': infoPlist([]),
      'file:///one/Calls.swift': calls,
      'file:///two/Info.plist': infoPlist(['audio']),
      'file:///two/Calls.swift': calls,
    });
    const workspace = createWorkspace(host, probeRules);
    workspace.setFolders(['file:///one', 'file:///two']);
    await workspace.load();
    expect((await workspace.targets()).map(({ target }) => target.name)).toEqual(['one', 'two']);
    expect((await workspace.findings('file:///one/Calls.swift')).length).toBe(3);
    expect((await workspace.findings('file:///two/Calls.swift')).length).toBe(2);
    workspace.setFolders(['file:///two']);
    await workspace.load();
    expect(await workspace.update()).toContain('file:///one/Calls.swift');
    expect((await workspace.allFindings()).filter((finding) => finding.uri.includes('/one/'))).toEqual([]);
  });
});

describe('an edit', () => {
  it('of the plist withdraws the finding in the code, in the same turn', async () => {
    const { workspace, uri, messages, updated } = await probeWorkspace(files);
    workspace.didOpen(uri('App/Info.plist'), 1, infoPlist(['audio']));
    expect(await updated()).toContain('App/Calls.swift');
    expect(await messages('App/Calls.swift')).not.toContain(missing);
    workspace.didChange(uri('App/Info.plist'), 2, infoPlist([]), undefined);
    expect(await updated()).toContain('App/Calls.swift');
    expect(await messages('App/Calls.swift')).toContain(missing);
  });

  it('of the plist reaches the other targets of the project', async () => {
    const { workspace, uri, messages } = await probeWorkspace(files);
    workspace.didOpen(uri('Widget/Info.plist'), 1, infoPlist([]));
    expect(await messages('App/Calls.swift')).toContain('target: callkit-provider in App, 0 modes beside it');
  });

  it('of a source changes its own findings, and those of no other file', async () => {
    const { workspace, uri, updated, messages } = await probeWorkspace(files);
    workspace.didOpen(uri('App/Helper.swift'), 1, helper);
    expect(await updated()).toEqual([]);
    workspace.didChange(uri('App/Helper.swift'), 2, `\n${helper}`, undefined);
    expect(await updated()).toEqual(['App/Helper.swift']);
    expect(await messages('App/Helper.swift')).toEqual([
      'code: helper is also in 0 files',
      'unit: helper in App',
    ]);
  });

  it('that declares something reaches the code beside it', async () => {
    const { workspace, uri, updated, messages } = await probeWorkspace(files);
    workspace.didOpen(uri('App/Helper.swift'), 1, `${helper}func calls() { work() }\n`);
    expect(await updated()).toEqual(['App/Calls.swift', 'App/Helper.swift']);
    expect(await messages('App/Calls.swift')).toContain('code: calls is also in 1 files');
    // What points into the file follows when only places move.
    workspace.didChange(uri('App/Helper.swift'), 2, `\n${helper}func calls() { work() }\n`, undefined);
    expect(await updated()).toContain('App/Helper.swift');
    workspace.didClose(uri('App/Helper.swift'));
    expect(await updated()).toEqual(['App/Calls.swift', 'App/Helper.swift']);
    expect(await messages('App/Calls.swift')).toContain('code: calls is also in 0 files');
  });

  it('that removes the last known API withdraws everything', async () => {
    const { workspace, uri, updated, messages } = await probeWorkspace(files);
    workspace.didOpen(uri('App/Calls.swift'), 1, 'func calls() {}\n');
    expect(await updated()).toEqual(['App/Calls.swift']);
    expect(await messages('App/Calls.swift')).toEqual([]);
    workspace.didClose(uri('App/Calls.swift'));
    expect(await updated()).toEqual(['App/Calls.swift']);
    expect(await messages('App/Calls.swift')).toContain(missing);
  });

  it('of the project file moves sources to other targets', async () => {
    const { workspace, uri, messages, updated } = await probeWorkspace(files);
    const moved = project.replaceAll('App/Info.plist', 'Missing.plist');
    workspace.didOpen(uri('App.xcodeproj/project.pbxproj'), 1, moved);
    expect(await updated()).toEqual(
      expect.arrayContaining(['App.xcodeproj/project.pbxproj', 'App/Calls.swift', 'App/Info.plist']),
    );
    expect(await messages('App/Calls.swift')).not.toContain(missing);
    expect(await messages('App/Info.plist')).toEqual(['unit: info of ']);
  });

  it('of an xcconfig file resolves the project again', async () => {
    const { write, messages } = await probeWorkspace({
      ...files,
      'App.xcodeproj/project.pbxproj': pbxproj({
        targets: [{ name: 'App', folders: ['App'], xcconfig: 'App.xcconfig' }],
        folders: [{ path: 'App' }],
      }),
      'App.xcconfig': 'INFOPLIST_FILE = Missing.plist\n',
    });
    expect(await messages('App/Calls.swift')).not.toContain(
      'target: callkit-provider in App, 0 modes beside it',
    );
    write('App.xcconfig', 'INFOPLIST_FILE = App/Info.plist\n');
    expect(await messages('App/Calls.swift')).toContain('target: callkit-provider in App, 0 modes beside it');
  });

  it('is seen by `findings` without waiting for `update`', async () => {
    const { workspace, uri, messages } = await probeWorkspace(files);
    workspace.didOpen(uri('App/Helper.swift'), 1, helper.replace('helper', 'renamed'));
    expect(await messages('App/Helper.swift')).toContain('unit: renamed in App');
    expect(workspace.text(uri('App/Helper.swift'))).toContain('renamed');
    expect(workspace.version(uri('App/Helper.swift'))).toBe(1);
    expect(workspace.isOpen(uri('App/Calls.swift'))).toBe(false);
  });
});

describe('files on disk', () => {
  it('that appear and disappear below a synchronized folder join and leave their target', async () => {
    const { write, messages, updated } = await probeWorkspace(files);
    write('App/New/More.swift', calls);
    expect(await updated()).toEqual(expect.arrayContaining(['App/New/More.swift']));
    expect(await messages('App/New/More.swift')).toContain(missing);
    write('App/New/More.swift', undefined);
    expect(await updated()).toContain('App/New/More.swift');
    expect(await messages('App/New/More.swift')).toEqual([]);
  });

  it('that change are read again, unless they are open', async () => {
    const { write, workspace, uri, messages } = await probeWorkspace(files);
    write('App/Helper.swift', helper.replace('helper', 'onDisk'));
    expect(await messages('App/Helper.swift')).toContain('unit: onDisk in App');
    workspace.didOpen(uri('App/Helper.swift'), 1, helper.replace('helper', 'inEditor'));
    write('App/Helper.swift', helper.replace('helper', 'behind'));
    expect(await messages('App/Helper.swift')).toContain('unit: inEditor in App');
  });

  it('that are deleted while they are read are left out, and the rest goes on', async () => {
    const { messages, workspace } = await probeWorkspace(files, (host) => ({
      ...host,
      files: {
        ...host.files,
        readFile: async (uri) => (uri.endsWith('Helper.swift') ? undefined : host.files.readFile(uri)),
      },
    }));
    expect(await messages('App/Helper.swift')).toEqual([]);
    expect(await messages('App/Calls.swift')).toContain(missing);
    expect(workspace.problems).toEqual([]);
  });

  it('that are no text or too large are noted', async () => {
    const { workspace, uri, messages } = await probeWorkspace({
      ...files,
      'App/Helper.swift': new Uint8Array([0x2f, 0xff, 0xfe, 0x80]),
      'App/Huge.swift': `${calls}//${' '.repeat(13_000_000)}`,
      'Widget/Info.plist': new Uint8Array([0x62, 0x70, 0xff, 0x00]),
    });
    expect(workspace.problems).toEqual([
      { uri: uri('App/Helper.swift'), message: 'This file is not a text file' },
      { uri: uri('App/Huge.swift'), message: 'This file is too large to be analysed' },
    ]);
    expect(await messages('App/Calls.swift')).toContain('target: callkit-provider in App, 0 modes beside it');
  });

  it('of five megabytes are noted, open or not, and everything else is analysed', async () => {
    const long = `${calls}func long() { work() }\n${`// ${'word '.repeat(40)}😀\n`.repeat(25_000)}`;
    expect(long.length).toBeGreaterThan(5_000_000);
    const { workspace, uri, messages } = await probeWorkspace({ ...files, 'App/Long.swift': long });
    const noted = [{ uri: uri('App/Long.swift'), message: 'This file is too large to be analysed' }];
    expect(workspace.problems).toEqual(noted);
    expect(await messages('App/Calls.swift')).toContain(missing);
    workspace.didOpen(uri('App/Long.swift'), 1, `${long}\n`);
    expect(await messages('App/Long.swift')).toEqual([]);
    expect(workspace.problems).toEqual(noted);
  });

  it('of two megabytes without a known name are not worth a word', async () => {
    const { workspace } = await probeWorkspace({ ...files, 'App/Table.swift': '// row\n'.repeat(400_000) });
    expect(workspace.problems).toEqual([]);
  });
});

describe('before and while loading', () => {
  it('answers the findings of one file alone', async () => {
    const { workspace, uri, messages } = unloadedProbe(files);
    workspace.didOpen(uri('App/Calls.swift'), 1, calls);
    expect(await messages('App/Calls.swift')).toEqual(['code: calls is also in 0 files', 'unit: calls in ']);
    await workspace.load();
    expect(await messages('App/Calls.swift')).toEqual([
      'code: calls is also in 0 files',
      'unit: calls in App',
      missing,
    ]);
  });

  it('does not let a load keep the person waiting', async () => {
    let release = () => {};
    const blocked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { workspace, uri, updated, messages } = unloadedProbe(files, (host) => ({
      ...host,
      files: {
        ...host.files,
        async readFile(name) {
          if (name.endsWith('App/Helper.swift')) await blocked;
          return host.files.readFile(name);
        },
      },
    }));
    const loading = workspace.load();
    workspace.didOpen(uri('App/Calls.swift'), 1, calls);
    expect(await updated()).toContain('App/Calls.swift');
    expect((await messages('App/Calls.swift')).length).toBeGreaterThan(1);
    expect((await workspace.targets()).map(({ target }) => target.name)).toEqual(['App', 'Widget', 'Tests']);
    release();
    await loading;
    expect(await messages('App/Calls.swift')).toContain(missing);
  });

  it('ends in the same state whatever is called at the same time', async () => {
    const { workspace, uri, messages } = unloadedProbe(files);
    workspace.didOpen(uri('App/Info.plist'), 1, infoPlist(['audio']));
    const running = [
      workspace.load(),
      workspace.update(),
      workspace.allFindings(),
      workspace.findings(uri('App/Calls.swift')),
      workspace.targets(),
      workspace.load(),
    ];
    workspace.didChange(uri('App/Info.plist'), 2, infoPlist([]), undefined);
    await Promise.all(running);
    expect(await messages('App/Calls.swift')).toContain(missing);
  });
});

describe('units', () => {
  it('are given for open, closed and unlisted files of known languages', async () => {
    const { workspace, uri } = await probeWorkspace({ ...files, 'App/App.entitlements': plistText({}) });
    const kind = async (path: string) => (await workspace.unit(uri(path)))?.kind;
    expect(await kind('App/Plain.swift')).toBe('program');
    expect(await kind('Unlisted.swift')).toBe('program');
    expect(await kind('App.xcodeproj/project.pbxproj')).toBe('pbxproj');
    expect(await workspace.unit(uri('App/App.entitlements'))).toMatchObject({ role: 'entitlements' });
    expect(await kind('Nowhere.swift')).toBeUndefined();
    expect(await kind('Readme.md')).toBeUndefined();
  });

  it('of a plist do not hide its change from the rules', async () => {
    const { workspace, uri, messages } = await probeWorkspace(files);
    workspace.didOpen(uri('App/Info.plist'), 1, infoPlist(['audio']));
    await workspace.unit(uri('App/Info.plist'));
    expect(await messages('App/Calls.swift')).not.toContain(missing);
  });
});

describe('targets', () => {
  it('are joined with their plists and uses, and found by file', async () => {
    const { workspace, uri } = await probeWorkspace(files);
    const names = async (path: string) =>
      (await workspace.targetsOf(uri(path))).map(({ target }) => target.name);
    expect(await names('App/Calls.swift')).toEqual(['App']);
    expect(await names('Widget/Info.plist')).toEqual(['Widget']);
    expect(await names('App.xcodeproj/project.pbxproj')).toEqual(['App', 'Widget', 'Tests']);
    expect(await names('Unlisted.swift')).toEqual([]);
    const [app] = await workspace.targetsOf(uri('App/Plain.swift'));
    expect(app?.infoPlist.isResolved).toBe(true);
    expect(app?.uses.map(({ use }) => use.row)).toEqual(['callkit-provider']);
  });

  it('know whose code the pods are, and again when the Podfile changes', async () => {
    const podfile = (pod: string) => `target 'App' do\n  pod ${pod}\nend\n`;
    const { workspace, write } = await probeWorkspace({ ...files, Podfile: podfile("'Player'") });
    const gaps = async () => (await workspace.targets())[0]?.target.gaps;
    expect(await gaps()).toEqual(['CocoaPods adds libraries of others']);
    write('Podfile', podfile("'Player', :path => 'Player'"));
    expect(await gaps()).toEqual(['CocoaPods adds code of its own']);
    write('Podfile', undefined);
    expect(await gaps()).toEqual([]);
  });

  it('know of code that is written in other languages', async () => {
    const pubspec = 'dependencies:\n  flutter:\n    sdk: flutter\n';
    const { workspace } = await probeWorkspace({ ...files, 'pubspec.yaml': pubspec });
    const [app] = await workspace.targets();
    expect(app?.target.gaps).toEqual(['Flutter: part of the app is written in Dart']);
    expect(app?.target.isComplete).toBe(false);
  });
});

describe('sources of no target', () => {
  it('are analysed in a folder without a project, and in a package', async () => {
    const { messages } = await probeWorkspace({
      ...files,
      'Kit/Package.swift': '',
      'Kit/Sources/Kit/One.swift': helper,
      'Kit/Sources/Kit/Two.swift': helper,
      'Kit/Tests/KitTests/Three.swift': helper,
    });
    expect(await messages('Kit/Sources/Kit/One.swift')).toEqual([
      'code: helper is also in 1 files',
      'unit: helper in ',
    ]);
    expect(await messages('Kit/Tests/KitTests/Three.swift')).toEqual([]);
  });

  it('are analysed in a library that CocoaPods adds from a folder below the project', async () => {
    const { messages } = await probeWorkspace({
      ...files,
      'Store/Store.podspec': '',
      'Store/Sources/One.swift': helper,
      'Store/Sources/Two.swift': helper,
      'Store/Tests/Three.swift': helper,
      'Stale/Four.swift': helper,
    });
    expect(await messages('Store/Sources/One.swift')).toEqual([
      'code: helper is also in 1 files',
      'unit: helper in ',
    ]);
    expect(await messages('Store/Tests/Three.swift')).toEqual([]);
    expect(await messages('Stale/Four.swift')).toEqual([]);
  });

  it('are not analysed because the project itself has a podspec', async () => {
    const { messages } = await probeWorkspace({ ...files, 'App.podspec': '', 'Stale/One.swift': helper });
    expect(await messages('Stale/One.swift')).toEqual([]);
  });

  it('that appear and disappear are seen by those that are compiled with them, open or not', async () => {
    const { workspace, uri, messages, write } = await probeWorkspace({
      'One.swift': helper,
      'Two.swift': helper,
    });
    const alone = 'code: helper is also in 0 files';
    const together = 'code: helper is also in 1 files';
    write('Two.swift', undefined);
    expect(await messages('One.swift')).toContain(alone);
    workspace.didOpen(uri('Two.swift'), 1, helper);
    expect(await messages('Two.swift')).toContain(alone);
    write('Two.swift', helper);
    expect(await messages('One.swift')).toContain(together);
    expect(await messages('Two.swift')).toContain(together);
    write('Two.swift', undefined);
    expect(await messages('One.swift')).toContain(alone);
    expect(await messages('Two.swift')).toContain(alone);
  });

  it('are analysed while they are open', async () => {
    const { workspace, uri, messages, updated } = await probeWorkspace(files);
    workspace.didOpen(uri('Unlisted.swift'), 1, calls);
    expect(await messages('Unlisted.swift')).toContain('unit: calls in ');
    workspace.didClose(uri('Unlisted.swift'));
    expect(await updated()).toEqual(['Unlisted.swift']);
    expect(await messages('Unlisted.swift')).toEqual([]);
  });

  it('are never those of tests, open or not', async () => {
    const { workspace, uri, messages } = await probeWorkspace(files);
    workspace.didOpen(uri('Tests/CallsTests.swift'), 1, calls);
    expect(await messages('Tests/CallsTests.swift')).toEqual([]);
  });
});

describe('suppression comments', () => {
  it('silence findings wherever they come from', async () => {
    const { workspace, uri, messages, updated } = await probeWorkspace(files);
    const comment = '// background-modes:ignore probe-target, probe-code -- known';
    workspace.didOpen(uri('App/Calls.swift'), 1, calls.replace('\n', ` ${comment}\n`));
    expect(await updated()).toEqual(['App/Calls.swift']);
    expect(await messages('App/Calls.swift')).toEqual(['unit: calls in App']);
  });
});
