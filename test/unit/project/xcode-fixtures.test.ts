import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../server/src/core/workspace';
import type { TargetModel } from '../../../server/src/core/workspace-types';
import { fixtureFiles } from '../../support/fixture-files';
import { memoryHost } from '../../support/memory-fs';

const root = 'file:///ws/';

const shown = (uri: string | undefined) => uri && decodeURIComponent(uri.slice(root.length));

/** What a person can compare with the project file. */
function describeTarget({ target, infoPlist }: TargetModel) {
  return {
    product: target.product,
    platforms: target.platforms,
    sources: target.sources.map(shown),
    ...(target.linkedSources && { linked: target.linkedSources.map(shown) }),
    gaps: target.gaps,
    modes: [...new Set(infoPlist.modes('UIBackgroundModes').values.map(({ value }) => value))],
    configurations: target.configurations.map((configuration) =>
      [
        configuration.name,
        shown(configuration.infoPlistUri) ?? '-',
        configuration.generatesInfoPlist ? 'generated' : 'file',
        shown(configuration.entitlementsUri) ?? '-',
        configuration.bundleIdentifier ?? '-',
      ].join(' '),
    ),
  };
}

async function open(files: Readonly<Record<string, string | Uint8Array>>) {
  const workspace = createWorkspace(memoryHost(files), []);
  workspace.setFolders(['file:///ws']);
  const models = await workspace.targets();
  return {
    problems: workspace.problems.map(({ message }) => message),
    targets: Object.fromEntries(models.map((model) => [model.target.name, describeTarget(model)])),
  };
}

describe('a project with groups, configurations and xcconfig files', () => {
  it('has an app, a second one that shares its plist, an extension, a watch app and tests', async () => {
    const { targets, problems } = await open(fixtureFiles('xcode/classic'));
    expect(problems).toEqual([]);
    expect(targets).toEqual({
      MusicBox: {
        product: 'app',
        platforms: ['iOS'],
        sources: [
          'MusicBox/AppDelegate.h',
          'MusicBox/AppDelegate.m',
          'MusicBox/Player.swift',
          'Shared/Track.swift',
        ],
        gaps: [],
        modes: ['audio', 'fetch'],
        configurations: [
          'Debug MusicBox/Info.plist file MusicBox/MusicBox.entitlements com.example.musicbox',
          'Beta MusicBox/Info-Beta.plist file MusicBox/MusicBox.entitlements com.example.musicbox.beta',
          'Release MusicBox/Info.plist file MusicBox/MusicBox.entitlements com.example.musicbox',
        ],
      },
      'MusicBox Pro': {
        product: 'app',
        platforms: ['iOS'],
        sources: ['MusicBox/AppDelegate.h', 'MusicBox/AppDelegate.m', 'MusicBox/Player.swift'],
        gaps: [],
        modes: ['audio'],
        configurations: ['Debug', 'Beta', 'Release'].map(
          (name) => `${name} MusicBox/Info.plist file - com.example.musicbox.pro`,
        ),
      },
      MusicBoxWidget: {
        product: 'app-extension',
        platforms: ['iOS'],
        sources: ['MusicBoxWidget/Widget.swift', 'Shared/Track.swift'],
        gaps: [],
        modes: [],
        configurations: ['Debug', 'Beta', 'Release'].map(
          (name) => `${name} MusicBoxWidget/Info.plist file - -`,
        ),
      },
      MusicBoxWatch: {
        product: 'watch-app',
        platforms: ['watchOS'],
        sources: ['MusicBoxWatch/WatchApp.swift', 'Shared/Track.swift'],
        gaps: [],
        modes: [],
        configurations: ['Debug', 'Beta', 'Release'].map((name) => `${name} - generated - -`),
      },
      MusicBoxTests: {
        product: 'tests',
        platforms: ['iOS'],
        sources: ['MusicBoxTests/MusicBoxTests.swift'],
        gaps: [],
        modes: [],
        configurations: ['Debug', 'Beta', 'Release'].map((name) => `${name} - generated - -`),
      },
    });
  });

  it('still has its other targets when one of them is lost in a merge conflict', async () => {
    const path = 'MusicBox.xcodeproj/project.pbxproj';
    const files = fixtureFiles('xcode/classic');
    const text = files[path] ?? '';
    const section = text.indexOf('/* Begin PBXNativeTarget section */');
    const line = text.indexOf('name = MusicBoxWidget;', section);
    const broken = `${text.slice(0, line)}\n<<<<<<< HEAD\nname = MusicBoxWidget;\n=======\nname = "MusicBox Widget";\n>>>>>>> branch\n${text.slice(line)}`;
    const { targets, problems } = await open({ ...files, [path]: broken });
    expect(problems).toContain('This is the marker of an unresolved merge conflict');
    expect(targets.MusicBox?.modes).toEqual(['audio', 'fetch']);
    expect(targets.MusicBox?.gaps).toEqual(['The project file could not be read completely']);
    expect(targets['MusicBox Pro']?.sources).toHaveLength(3);
  });
});

describe('a project with synchronized folders', () => {
  it('gives files to targets by folder and by both kinds of exceptions, and generates plists with and without file', async () => {
    const { targets, problems } = await open(fixtureFiles('xcode/synchronized'));
    expect(problems).toEqual([]);
    expect(targets).toEqual({
      Notes: {
        product: 'app',
        platforms: ['iOS', 'macOS'],
        sources: ['Notes/Model/Note.swift', 'Notes/NotesApp.swift'],
        gaps: [],
        modes: ['processing'],
        configurations: ['Debug', 'Release'].map(
          (name) => `${name} Notes/Info.plist generated Notes/Notes.entitlements com.example.notes`,
        ),
      },
      NotesShare: {
        product: 'app-extension',
        platforms: ['iOS'],
        sources: ['Notes/Model/Note.swift', 'NotesShare/Share.swift'],
        gaps: [],
        modes: [],
        configurations: ['Debug', 'Release'].map((name) => `${name} - generated - -`),
      },
    });
  });
});

describe('a workspace of two projects and a package', () => {
  it('gives the app the code of its framework, of the other project and of the package', async () => {
    const { targets, problems } = await open(fixtureFiles('xcode/workspace'));
    expect(problems).toEqual([]);
    expect(targets.Shop).toMatchObject({
      sources: ['Shop/ShopApp.swift'],
      linked: [
        'Packages/Cart/Sources/Cart/Cart.swift',
        'Packages/Cart/Sources/CartModel/CartModel.swift',
        'Payments/Sources/Payments.h',
        'Payments/Sources/Payments.m',
        'ShopUI/ShopUI.swift',
      ],
      gaps: [],
      modes: ['fetch'],
    });
    expect(targets.ShopUI).not.toHaveProperty('linked');
  });

  it('knows the rest when one project is no text', async () => {
    const { targets, problems } = await open({
      ...fixtureFiles('xcode/workspace'),
      'Payments/Payments.xcodeproj/project.pbxproj': new Uint8Array([0, 1, 2, 255, 254]),
    });
    expect(problems).toEqual(['The project file cannot be read']);
    expect(targets.Shop).toMatchObject({ modes: ['fetch'] });
    expect(targets.Shop?.linked).toHaveLength(3);
    expect(targets.Shop?.gaps).toEqual(['Links Payments.framework, which is built elsewhere']);
  });

  it('says what is missing, and knows the rest', async () => {
    const files = fixtureFiles('xcode/workspace');
    delete files['Packages/Cart/Package.swift'];
    files['Payments/Payments.xcodeproj/project.pbxproj'] = '{ broken';
    const { targets, problems } = await open(files);
    expect(targets.Shop).toMatchObject({
      linked: ['ShopUI/ShopUI.swift'],
      gaps: ['Links the package product Cart', 'Links Payments.framework, which is built elsewhere'],
      modes: ['fetch'],
    });
    expect(problems).toContain('The project names no target: nothing in it can be checked');
  });
});
