/** When a mode counts as unused in a project, and when nobody can know. */
import { describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { createWorkspace } from '../../server/src/core/workspace';
import { checkFiles, type Files } from '../support/check-files';
import { memoryHost } from '../support/memory-fs';
import { pbxproj, type TargetSpec } from '../support/pbxproj-builder';
import { infoPlist } from '../support/plist-text';

const rule = 'unused-background-mode';
const project = 'App.xcodeproj/project.pbxproj';
const iPhone = { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'App/Info.plist' };
const app: TargetSpec = { name: 'App', sources: ['App/Start.swift'], settings: iPhone };
const plain = 'import UIKit\nlet title = "Home"\n';
const player = 'import AVFoundation\nlet player = AVPlayer()\n';

function files(targets: readonly TargetSpec[], more: Files = {}): Files {
  return {
    [project]: pbxproj({ targets }),
    'App/Info.plist': infoPlist(['audio']),
    'App/Start.swift': plain,
    ...more,
  };
}

async function unused(all: Files): Promise<readonly string[]> {
  const { findings, errors, path } = await checkFiles(all);
  expect(errors).toEqual([]);
  return findings.filter((finding) => finding.rule === rule).map(({ uri, entry }) => `${path(uri)} ${entry}`);
}

describe('a mode that no code has to do with', () => {
  test('is shown where it is declared', async () => {
    expect(await unused(files([app]))).toEqual(['App/Info.plist audio']);
  });

  test('is meant for the tests that run in a host app', async () => {
    expect(await unused(files([{ ...app, name: 'PlayerTestHost' }]))).toEqual([]);
    expect(await unused(files([{ ...app, name: 'SpeedTest' }]))).toEqual(['App/Info.plist audio']);
  });

  test('is used by the code of a framework that the app links', async () => {
    const kit: TargetSpec = { name: 'Kit', type: 'framework', sources: ['Kit/Play.swift'] };
    const linking = { ...app, links: ['Kit'] };
    expect(await unused(files([linking, kit], { 'Kit/Play.swift': player }))).toEqual([]);
    expect(await unused(files([linking, kit], { 'Kit/Play.swift': plain }))).toEqual([
      'App/Info.plist audio',
    ]);
  });

  test('is used by an extension of the app', async () => {
    const extension: TargetSpec = {
      name: 'Share',
      type: 'app-extension',
      sources: ['Share/Share.swift'],
      settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'Share/Info.plist' },
    };
    const more = { 'Share/Info.plist': infoPlist([]) };
    const using = files([app, extension], { ...more, 'Share/Share.swift': player });
    expect(await unused(using)).toEqual([]);
    const other = files([app, extension], { ...more, 'Share/Share.swift': plain });
    expect(await unused(other)).toEqual(['App/Info.plist audio']);
  });

  test('is used by another app that shares the Info.plist', async () => {
    const other: TargetSpec = { name: 'Pro', sources: ['Pro/Play.swift'], settings: iPhone };
    expect(await unused(files([app, other], { 'Pro/Play.swift': player }))).toEqual([]);
  });
});

describe('nobody can know whether a mode is used', () => {
  test.each<[string, readonly TargetSpec[], Files]>([
    ['a package from elsewhere is linked', [{ ...app, packages: ['Player'] }], {}],
    ['a framework is built elsewhere', [{ ...app, frameworks: ['Player.framework'] }], {}],
    [
      'a linker flag adds a framework',
      [{ ...app, settings: { ...iPhone, OTHER_LDFLAGS: '-framework Player' } }],
      {},
    ],
    [
      'a linker flag is not known',
      [{ ...app, settings: { ...iPhone, OTHER_LDFLAGS: '$(PLAYER_FLAGS)' } }],
      {},
    ],
    [
      'some code is written in C',
      [{ ...app, sources: ['App/Start.swift', 'App/mixer.c'] }],
      { 'App/mixer.c': 'int x;\n' },
    ],
    ['a source is missing', [{ ...app, sources: ['App/Start.swift', 'App/Gone.swift'] }], {}],
    ['the target has no source', [{ ...app, sources: [] }], {}],
    ['a class is looked up by name', [app], { 'App/Start.swift': 'let type = NSClassFromString(name)\n' }],
  ])('as %s', async (_, targets, more) => {
    expect(await unused(files(targets, more))).toEqual([]);
  });
});

test('a use that is typed withdraws the finding, and its removal brings it back', async () => {
  const host = memoryHost(files([app]));
  const workspace = createWorkspace(host, allRules);
  const start = host.uri('/ws/App/Start.swift');
  const found = async () => (await workspace.allFindings()).filter((finding) => finding.rule === rule).length;
  workspace.setFolders(['file:///ws']);
  await workspace.load();
  expect(await found()).toBe(1);
  workspace.didOpen(start, 1, plain);
  workspace.didChange(start, 2, player, undefined);
  await workspace.update();
  expect(await found()).toBe(0);
  workspace.didChange(start, 3, plain, undefined);
  await workspace.update();
  expect(await found()).toBe(1);
  workspace.dispose();
});
