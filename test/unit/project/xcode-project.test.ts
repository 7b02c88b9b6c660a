import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist as infoPlistText } from '../../support/plist-text';
import { resolveProject } from '../../support/resolve-project';

describe('settings of a target', () => {
  it('finds the plist and the entitlements of every configuration', async () => {
    const project = pbxproj({
      settings: { INFOPLIST_FILE: 'Project.plist', IPHONEOS_DEPLOYMENT_TARGET: '15.0' },
      targets: [
        {
          name: 'My App',
          settings: {
            INFOPLIST_FILE: '$(SRCROOT)/$(TARGET_NAME)/Info.plist',
            CODE_SIGN_ENTITLEMENTS: 'App/$(CONFIGURATION).entitlements',
            PRODUCT_BUNDLE_IDENTIFIER: 'com.example.$(PRODUCT_NAME:rfc1034identifier)',
          },
          perConfiguration: { Release: { GENERATE_INFOPLIST_FILE: 'YES' } },
        },
      ],
    });
    const { target } = await resolveProject(project);
    const [debug, release] = target('My App').configurations;
    expect(debug).toMatchObject({
      name: 'Debug',
      infoPlistUri: 'file:///ws/My%20App/Info.plist',
      infoPlistUnresolved: false,
      generatesInfoPlist: false,
      entitlementsUri: 'file:///ws/App/Debug.entitlements',
      bundleIdentifier: 'com.example.My-App',
      deploymentTargets: { iOS: '15.0' },
    });
    expect(release).toMatchObject({
      generatesInfoPlist: true,
      entitlementsUri: 'file:///ws/App/Release.entitlements',
    });
  });

  it('tells where a setting is written', async () => {
    const text = pbxproj({ targets: [{ name: 'App', settings: { INFOPLIST_FILE: 'App/Info.plist' } }] });
    const { target, host } = await resolveProject(text);
    const setting = target('App').configurations[0]?.setting('INFOPLIST_FILE');
    expect(setting?.from?.uri).toBe(host.uri('App.xcodeproj/project.pbxproj'));
    expect(text.slice(setting?.from?.range.start, setting?.from?.range.end)).toBe('App/Info.plist');
  });

  it('never leaves the workspace', async () => {
    const paths = ['/etc/Info.plist', '../Info.plist', '$(HOME)/Info.plist', '$(SRCROOT)/../Info.plist'];
    for (const path of paths) {
      const project = pbxproj({ targets: [{ name: 'App', settings: { INFOPLIST_FILE: path } }] });
      const { target, problems, host } = await resolveProject(project, { 'file:///Info.plist': '<plist/>' });
      expect(target('App').configurations[0]).toMatchObject({
        infoPlistUri: undefined,
        infoPlistUnresolved: true,
      });
      expect(problems.map((problem) => problem.message)).toEqual([
        'The Info.plist of the target App cannot be told from its build settings',
      ]);
      expect(host.reads).toEqual([]);
    }
  });

  it.each([
    [{ INFOPLIST_PREPROCESS: 'YES' }, true],
    [{ INFOPLIST_FILE_CONTENTS: '<dict><key>UIBackgroundModes</key></dict>' }, true],
    [{ INFOPLIST_FILE_CONTENTS: '$(MORE)' }, true],
    [{ INFOPLIST_FILE_CONTENTS: '', INFOPLIST_PREPROCESS: 'NO' }, false],
  ])('does not trust a plist that is not all: %j', async (more, expected) => {
    const settings = { INFOPLIST_FILE: 'Info.plist', ...more };
    const { target } = await resolveProject(pbxproj({ targets: [{ name: 'App', settings }] }));
    expect(target('App').configurations[0]?.infoPlistUnresolved).toBe(expected);
  });

  it('takes the spelling of the disk', async () => {
    const project = pbxproj({
      targets: [{ name: 'App', settings: { INFOPLIST_FILE: 'app/info.plist' }, sources: ['APP/main.m'] }],
    });
    const { target, sources, problems } = await resolveProject(project, {
      'App/Info.plist': '',
      'App/Main.m': '',
    });
    expect(target('App').configurations[0]?.infoPlistUri).toBe('file:///ws/App/Info.plist');
    expect(sources('App')).toEqual(['App/Main.m']);
    expect(problems).toEqual([]);
  });
});

describe('xcconfig files', () => {
  it('lie between target and project, with their includes', async () => {
    const project = pbxproj({
      settings: { A: 'project', B: 'project', C: 'project' },
      xcconfig: 'Config/Project.xcconfig',
      targets: [{ name: 'App', settings: { A: 'target' }, xcconfig: 'Config/App.xcconfig' }],
    });
    const { target } = await resolveProject(project, {
      'Config/App.xcconfig': '#include "Base/Base.xcconfig"\nB = app $(inherited)\nSDKROOT = appletvos;\n',
      'Config/Base/Base.xcconfig':
        '#include? "Missing.xcconfig"\nA = base\nB = base\nD[sdk=appletvos*] = tv\n',
      'Config/Project.xcconfig': 'E = project file\n',
    });
    const [configuration] = target('App').configurations;
    const value = (name: string) => configuration?.setting(name)?.value;
    expect([value('A'), value('B'), value('C'), value('D'), value('E')]).toEqual([
      'target',
      'app base',
      'project',
      'tv',
      'project file',
    ]);
    expect(target('App').platforms).toEqual(['tvOS']);
    expect(configuration?.setting('D')?.from?.uri).toBe('file:///ws/Config/Base/Base.xcconfig');
  });

  it('may include one another in a circle', async () => {
    const { target, problems } = await resolveProject(
      pbxproj({ targets: [{ name: 'App', xcconfig: 'A.xcconfig' }] }),
      { 'A.xcconfig': '#include "B.xcconfig"\nX = a\n', 'B.xcconfig': '#include "A.xcconfig"\nX = b\n' },
    );
    expect(target('App').configurations[0]?.setting('X')?.value).toBe('a');
    expect(problems).toEqual([]);
  });

  it('find what they include beside themselves, or else from the folder of the project', async () => {
    const { target, problems } = await resolveProject(
      pbxproj({ targets: [{ name: 'App', xcconfig: 'Deep/Config/App.xcconfig' }] }),
      {
        'Deep/Config/App.xcconfig': '#include "Shared/Base.xcconfig"\n#include "Near.xcconfig"\n',
        'Shared/Base.xcconfig': 'BASE = yes\n',
        'Deep/Config/Near.xcconfig': 'NEAR = yes\n',
        'Near.xcconfig': 'NEAR = no\n',
      },
    );
    const [configuration] = target('App').configurations;
    expect(configuration?.setting('BASE')?.value).toBe('yes');
    expect(configuration?.setting('NEAR')?.value).toBe('yes');
    expect(problems).toEqual([]);
  });

  it('that include a path with a variable leave open what stands before it', async () => {
    const { target, problems } = await resolveProject(
      pbxproj({
        settings: { PROJECT_SETTING: 'p' },
        targets: [{ name: 'App', settings: { TARGET_SETTING: 't' }, xcconfig: 'App.xcconfig' }],
      }),
      { 'App.xcconfig': 'BEFORE = b\n#include "$(KIND).xcconfig"\nAFTER = a\n' },
    );
    const value = (name: string) => target('App').configurations[0]?.setting(name)?.value;
    expect(['TARGET_SETTING', 'AFTER', 'BEFORE', 'PROJECT_SETTING'].map(value)).toEqual([
      't',
      'a',
      undefined,
      undefined,
    ]);
    expect(problems.map((problem) => problem.message)).toContain(
      'An #include in App.xcconfig has a variable in its path: what it sets is not known',
    );
  });

  it('may lie in a synchronized folder', async () => {
    const reference = (path: string) =>
      `{ isa = XCBuildConfiguration; name = Debug; buildSettings = { }; baseConfigurationReferenceAnchor = "folder:App"; baseConfigurationReferenceRelativePath = ${path}; }`;
    const { target } = await resolveProject(
      pbxproj({
        targets: [{ name: 'App', folders: ['App'] }],
        folders: [{ path: 'App' }],
        objects: { 'configuration:App:Debug': reference('Config/App.xcconfig') },
      }),
      { 'App/Config/App.xcconfig': 'A = here\n' },
    );
    expect(target('App').configurations[0]?.setting('A')?.value).toBe('here');
  });

  it('that are missing are reported, unless a dependency manager writes them', async () => {
    const { problems } = await resolveProject(
      pbxproj({
        targets: [
          { name: 'App', xcconfig: 'Secrets.xcconfig' },
          { name: 'Other', xcconfig: 'Pods/Target Support Files/Pods.xcconfig' },
        ],
      }),
    );
    expect(problems.map((problem) => problem.message)).toEqual([
      'The configuration file Secrets.xcconfig cannot be read',
    ]);
  });
});

describe('platforms and products', () => {
  it.each([
    [{ SDKROOT: 'iphoneos' }, ['iOS']],
    [{ SDKROOT: 'iphoneos', SUPPORTS_MACCATALYST: 'YES' }, ['iOS', 'macCatalyst']],
    [{ SDKROOT: 'auto', SUPPORTED_PLATFORMS: 'xros xrsimulator iphoneos' }, ['visionOS', 'iOS']],
    [{ SDKROOT: 'watchos10.0' }, ['watchOS']],
    [{ SDKROOT: 'auto' }, undefined],
    [{ SDKROOT: '$(UNKNOWN)' }, undefined],
  ])('reads %j', async (settings, expected) => {
    const { target } = await resolveProject(pbxproj({ targets: [{ name: 'App', settings }] }));
    expect(target('App').platforms).toEqual(expected);
  });

  it('gives every platform the values of its own SDK, and takes files from that of the phone', async () => {
    const settings = {
      SUPPORTED_PLATFORMS: 'macosx iphoneos iphonesimulator',
      'INFOPLIST_FILE[sdk=iphone*]': 'Phone.plist',
      'INFOPLIST_FILE[sdk=macosx*]': 'Mac.plist',
      'CODE_SIGN_ENTITLEMENTS[sdk=macosx*]': 'Mac.entitlements',
      CODE_SIGN_ENTITLEMENTS: 'Phone.entitlements',
      MIN: '1',
      'MIN[sdk=iphoneos*]': '17',
      'MIN[sdk=macosx*]': '14',
      IPHONEOS_DEPLOYMENT_TARGET: '$(MIN).0',
      MACOSX_DEPLOYMENT_TARGET: '$(MIN).0',
    };
    const { target } = await resolveProject(pbxproj({ targets: [{ name: 'App', settings }] }));
    expect(target('App').platforms).toEqual(['macOS', 'iOS']);
    expect(target('App').configurations[0]).toMatchObject({
      infoPlistUri: 'file:///ws/Phone.plist',
      entitlementsUri: 'file:///ws/Phone.entitlements',
      deploymentTargets: { iOS: '17.0', macOS: '14.0' },
    });
  });

  it('sees a platform with property lists of its own as one more configuration, the Mac aside', async () => {
    const settings = {
      SUPPORTED_PLATFORMS: 'appletvos iphoneos macosx xros',
      INFOPLIST_FILE: 'Info.plist',
      'INFOPLIST_FILE[sdk=appletvos*]': 'TV.plist',
      'INFOPLIST_FILE[sdk=macosx*]': '$(UNKNOWN)/Mac.plist',
    };
    const { target, infoPlist } = await resolveProject(pbxproj({ targets: [{ name: 'App', settings }] }), {
      'Info.plist': infoPlistText(['fetch']),
      'TV.plist': infoPlistText(['audio']),
    });
    expect(target('App').configurations.map(({ name, infoPlistUri }) => [name, infoPlistUri])).toEqual([
      ['Debug', 'file:///ws/Info.plist'],
      ['Debug', 'file:///ws/TV.plist'],
      ['Release', 'file:///ws/Info.plist'],
      ['Release', 'file:///ws/TV.plist'],
    ]);
    const modes = infoPlist('App').modes('UIBackgroundModes');
    expect(modes.isUnknown).toBe(false);
    expect(modes.values.map(({ value }) => value)).toEqual(['fetch', 'audio']);
  });

  it('knows what is built', async () => {
    const types = {
      application: 'app',
      'application.on-demand-install-capable': 'app-clip',
      'application.watchapp2': 'watch-app',
      'watchkit2-extension': 'watch-extension',
      'app-extension': 'app-extension',
      'extensionkit-extension': 'app-extension',
      framework: 'framework',
      'library.static': 'library',
      'bundle.unit-test': 'tests',
      'bundle.ui-testing': 'tests',
      'tv-broadcast-extension': 'app-extension',
      'framework.static': 'framework',
      tool: 'other',
    };
    const { targets } = await resolveProject(
      pbxproj({ targets: Object.keys(types).map((type) => ({ name: type, type })) }),
    );
    expect(Object.fromEntries(targets.map((target) => [target.name, target.product]))).toEqual(types);
  });

  it('takes an app that runs on the watch alone for a watch app', async () => {
    const { target } = await resolveProject(
      pbxproj({ targets: [{ name: 'Watch', settings: { SDKROOT: 'watchos' } }] }),
    );
    expect(target('Watch').product).toBe('watch-app');
  });
});

describe('sources in groups', () => {
  it('are those of the sources phase, with the headers beside them', async () => {
    const { sources, target } = await resolveProject(
      pbxproj({
        targets: [{ name: 'App', sources: ['App/A.swift', 'App/B.m', 'App/C.mm', 'App/Data.json'] }],
      }),
      {
        'App/A.swift': '',
        'App/A.h': '',
        'App/B.m': '',
        'App/B.h': '',
        'App/C.mm': '',
        'App/Data.json': '',
        'App/Unlisted.swift': '',
      },
    );
    expect(sources('App')).toEqual(['App/A.swift', 'App/B.h', 'App/B.m', 'App/C.mm']);
    expect(target('App').isComplete).toBe(true);
  });

  it('add up the paths of their groups', async () => {
    const project = pbxproj({
      targets: [{ name: 'App' }],
      children: ['G1', 'G3', 'F3'],
      objects: {
        G1: '{ isa = PBXGroup; path = Sources; sourceTree = "<group>"; children = (G2, ); }',
        G2: '{ isa = PBXGroup; name = Virtual; sourceTree = "<group>"; children = (F1, V1, ); }',
        G3: '{ isa = PBXGroup; path = Root; sourceTree = SOURCE_ROOT; children = (F2, ); }',
        V1: '{ isa = PBXVariantGroup; sourceTree = "<group>"; children = (F4, F5, ); }',
        F1: '{ isa = PBXFileReference; path = "Deep/One.swift"; sourceTree = "<group>"; }',
        F2: '{ isa = PBXFileReference; path = Two.swift; sourceTree = "<group>"; }',
        F3: '{ isa = PBXFileReference; path = /ws/Three.swift; sourceTree = "<absolute>"; }',
        F4: '{ isa = PBXFileReference; path = Four.swift; sourceTree = "<group>"; }',
        F5: '{ isa = PBXFileReference; path = Five.m; sourceTree = SDKROOT; }',
        B1: '{ isa = PBXBuildFile; fileRef = F1; }',
        B2: '{ isa = PBXBuildFile; fileRef = F2; }',
        B3: '{ isa = PBXBuildFile; fileRef = F3; }',
        B4: '{ isa = PBXBuildFile; fileRef = V1; }',
        'sources:App': '{ isa = PBXSourcesBuildPhase; files = (B1, B2, B3, B4, ); }',
      },
    });
    const { sources } = await resolveProject(project, {
      'Sources/Deep/One.swift': '',
      'Root/Two.swift': '',
      'Three.swift': '',
      'Sources/Four.swift': '',
    });
    expect(sources('App')).toEqual([
      'Root/Two.swift',
      'Sources/Deep/One.swift',
      'Sources/Four.swift',
      'Three.swift',
    ]);
  });

  it('start at the folder that the project names', async () => {
    const project = pbxproj({ targets: [{ name: 'App', sources: ['A.swift'] }] }).replace(
      'isa = PBXProject;',
      'isa = PBXProject; projectDirPath = "../Code";',
    );
    const { sources } = await resolveProject(
      project,
      { 'Code/A.swift': '' },
      'Xcode/App.xcodeproj/project.pbxproj',
    );
    expect(sources('App')).toEqual(['Code/A.swift']);
  });

  it('that are missing, outside or dangling leave a gap', async () => {
    const project = pbxproj({
      targets: [{ name: 'App', sources: ['A.swift', 'Gone.swift', '../Other/B.swift'] }],
      objects: { dangling: '{ isa = PBXBuildFile; fileRef = NOWHERE; }' },
    }).replace('files = ("build:App', 'files = (dangling, "build:App');
    const { sources, target, problems } = await resolveProject(project, { 'A.swift': '' });
    expect(sources('App')).toEqual(['A.swift']);
    expect(target('App')).toMatchObject({
      isComplete: false,
      gaps: ['2 source files are missing', '1 source file lies outside of the workspace'],
    });
    expect(problems.map((problem) => problem.message)).toEqual([
      'Gone.swift of the target App cannot be found',
      'In the target App, 1 build file refers to nothing',
    ]);
  });
});

describe('sources that build settings leave out', () => {
  const names = { 'App/A.swift': '', 'App/Mac/B.swift': '', 'App/Debug/C.swift': '', 'App/D Mac.swift': '' };
  const project = (settings: Readonly<Record<string, string>>, debug = {}) =>
    pbxproj({
      targets: [{ name: 'App', sources: Object.keys(names), settings, perConfiguration: { Debug: debug } }],
    });

  it.each([
    [{ EXCLUDED_SOURCE_FILE_NAMES: '*Mac.swift Mac/*' }, ['App/A.swift', 'App/Debug/C.swift']],
    [
      { 'EXCLUDED_SOURCE_FILE_NAMES[sdk=iphoneos*]': 'B.swift', EXCLUDED_SOURCE_FILE_NAMES: 'A.swift' },
      ['App/A.swift', 'App/D Mac.swift', 'App/Debug/C.swift'],
    ],
    [{ EXCLUDED_SOURCE_FILE_NAMES: '*', INCLUDED_SOURCE_FILE_NAMES: 'C.swift' }, ['App/Debug/C.swift']],
    [{ EXCLUDED_SOURCE_FILE_NAMES: '$(UNKNOWN)' }, Object.keys(names).sort()],
  ])('do not count: %j', async (settings, expected) => {
    const { sources, target } = await resolveProject(project(settings), names);
    expect(sources('App')).toEqual(expected);
    expect(target('App').isComplete).toBe(true);
  });

  it('count where one configuration compiles them', async () => {
    const { sources } = await resolveProject(
      project({ EXCLUDED_SOURCE_FILE_NAMES: 'C.swift' }, { EXCLUDED_SOURCE_FILE_NAMES: '' }),
      names,
    );
    expect(sources('App')).toContain('App/Debug/C.swift');
  });
});

describe('synchronized folders', () => {
  const files = {
    'App/Main.swift': '',
    'App/Info.plist': '',
    'App/Shared/Model.swift': '',
    'App/Widget/Widget.swift': '',
    'App/Assets.xcassets/Contents.swift': '',
    'App/Templates/Template.swift': '',
    'App/.hidden/Secret.swift': '',
    'Other/Other.swift': '',
  };

  it('give their target every source below them', async () => {
    const project = pbxproj({
      targets: [{ name: 'App', folders: ['App'] }],
      folders: [{ path: 'App', explicitFolders: ['Templates'] }],
    });
    const { sources } = await resolveProject(project, files);
    expect(sources('App')).toEqual(['App/Main.swift', 'App/Shared/Model.swift', 'App/Widget/Widget.swift']);
  });

  it('leave out the exceptions of their owner, and add those of other targets', async () => {
    const project = pbxproj({
      targets: [
        { name: 'App', folders: ['App'] },
        { name: 'Widget', type: 'app-extension' },
      ],
      folders: [
        {
          path: 'App',
          exceptions: {
            App: ['Info.plist', 'Widget', 'Templates'],
            Widget: ['Shared/Model.swift', 'Widget'],
          },
        },
      ],
    });
    const { sources } = await resolveProject(project, files);
    expect(sources('App')).toEqual(['App/Main.swift', 'App/Shared/Model.swift']);
    expect(sources('Widget')).toEqual(['App/Shared/Model.swift', 'App/Widget/Widget.swift']);
  });

  it('put files into the build phase that an exception names', async () => {
    const project = pbxproj({
      targets: [
        { name: 'App', folders: ['App'] },
        { name: 'Widget', type: 'app-extension' },
      ],
      folders: [
        {
          path: 'App',
          phases: [
            { target: 'App', phase: 'resources', paths: ['Templates/Template.swift'] },
            { target: 'Widget', phase: 'sources', paths: ['Main.swift'] },
          ],
        },
      ],
    });
    const { sources } = await resolveProject(project, files);
    expect(sources('App')).not.toContain('App/Templates/Template.swift');
    expect(sources('Widget')).toEqual(['App/Main.swift']);
  });

  it('give files to the platforms of their target only', async () => {
    const project = pbxproj({
      settings: { SUPPORTED_PLATFORMS: 'iphoneos macosx' },
      targets: [{ name: 'App', folders: ['App'] }],
      folders: [
        {
          path: 'App',
          filters: { App: { 'Main.swift': ['macos'], Shared: ['ios', 'macos'], Widget: ['tvos'] } },
          exceptions: { App: ['Templates'] },
        },
      ],
    });
    const { sources, target } = await resolveProject(project, files);
    expect(sources('App')).toEqual(['App/Shared/Model.swift']);
    expect(target('App').isComplete).toBe(true);
  });

  it('link the frameworks that lie in them', async () => {
    const project = pbxproj({
      targets: [{ name: 'App', folders: ['App'] }],
      folders: [{ path: 'App', exceptions: { App: ['Vendor/Unlinked.framework'] } }],
    });
    const { target, sources } = await resolveProject(project, {
      'App/Main.swift': '',
      'App/Vendor/Player.xcframework/ios/Player.h': '',
      'App/Vendor/Unlinked.framework/Headers/Unlinked.h': '',
      'App/Vendor/libsound.a': '',
    });
    expect(sources('App')).toEqual(['App/Main.swift']);
    expect(target('App').gaps).toEqual([
      'Links Player.xcframework, which is built elsewhere',
      'Links libsound.a, which is built elsewhere',
    ]);
  });

  it('are not confused by exceptions for localised files', async () => {
    const project = pbxproj({
      targets: [{ name: 'App', folders: ['Other'] }],
      folders: [
        {
          path: 'Other',
          exceptions: { App: ['/Localized: Resources/Main.html', '/Localized: Other.swift'] },
        },
      ],
    });
    const { sources } = await resolveProject(project, { ...files, 'Other/Resources/en.lproj/Main.html': '' });
    expect(sources('App')).toEqual(['Other/Other.swift']);
  });

  it('may be shared by several targets', async () => {
    const project = pbxproj({
      targets: [
        { name: 'App', folders: ['Other'] },
        { name: 'TV', folders: ['Other'], settings: { SDKROOT: 'appletvos' } },
      ],
      folders: [{ path: 'Other' }],
    });
    const { sources } = await resolveProject(project, files);
    expect([sources('App'), sources('TV')]).toEqual([['Other/Other.swift'], ['Other/Other.swift']]);
  });
});

describe('what a target links', () => {
  it('is named, and makes it incomplete', async () => {
    const project = pbxproj({
      targets: [
        {
          name: 'App',
          links: ['Kit'],
          packages: ['Alamofire'],
          frameworks: ['Vendor/Player.xcframework', 'System/Library/Frameworks/UIKit.framework'],
        },
        { name: 'Kit', type: 'framework' },
      ],
    });
    const { target } = await resolveProject(project);
    expect(target('App').dependencies).toEqual([
      { kind: 'package', name: 'Alamofire' },
      { kind: 'target', id: target('Kit').id, name: 'Kit' },
      { kind: 'framework', name: 'Player.xcframework' },
    ]);
    expect(target('App').isComplete).toBe(false);
    expect(target('Kit')).toMatchObject({ dependencies: [], isComplete: true, gaps: [] });
  });
});

describe('a project whose only target names no source', () => {
  it('owns what lies beside it, with a gap', async () => {
    const { sources, target } = await resolveProject(
      pbxproj({ targets: [{ name: 'App' }, { name: 'Tests', type: 'bundle.unit-test' }] }),
      { 'A.swift': '', 'Sub/B.m': '', 'Pods/C.m': '', 'App.xcodeproj/D.swift': '' },
    );
    expect(sources('App')).toEqual(['A.swift', 'Sub/B.m']);
    expect(target('App').gaps).toEqual(['The project names no source of this target']);
  });

  it('owns nothing when sources are named and missing', async () => {
    const { sources } = await resolveProject(
      pbxproj({ targets: [{ name: 'App', sources: ['Gone.swift'] }] }),
      {
        'A.swift': '',
      },
    );
    expect(sources('App')).toEqual([]);
  });
});

describe('broken projects', () => {
  const whole = pbxproj({
    targets: [
      { name: 'App', sources: ['A.swift'], settings: { INFOPLIST_FILE: 'Info.plist' } },
      { name: 'Other', sources: ['B.swift'] },
    ],
  });
  const files = { 'A.swift': '', 'B.swift': '', 'Info.plist': '' };

  it('without targets are a problem, not an error', async () => {
    for (const text of ['', '{}', '{ objects = { }; }', pbxproj({ targets: [] })]) {
      const { targets, problems } = await resolveProject(text);
      expect(targets).toEqual([]);
      expect(problems.map((problem) => problem.message)).toContain(
        'The project names no target: nothing in it can be checked',
      );
    }
  });

  it('with merge conflict markers still give what can be read', async () => {
    const line = '\t\t"target:Other" =';
    const text = whole.replace(line, `<<<<<<< HEAD\n=======\n>>>>>>> branch\n${line}`);
    const { target, sources, problems } = await resolveProject(text, files);
    expect(sources('App')).toEqual(['A.swift']);
    expect(target('App').gaps).toContain('The project file could not be read completely');
    expect(problems.length).toBeGreaterThan(0);
  });

  it('with duplicate ids say so', async () => {
    const text = whole.replace('"file:A.swift" = {', '"file:B.swift" = {');
    const { problems } = await resolveProject(text, files);
    expect(problems.map((problem) => problem.message)).toContain(
      'The id file:B.swift is used by two objects',
    );
  });

  it('survive groups that contain one another', async () => {
    const project = pbxproj({
      targets: [{ name: 'App' }],
      objects: {
        G1: '{ isa = PBXGroup; path = a; sourceTree = "<group>"; children = (G2, F1, ); }',
        G2: '{ isa = PBXGroup; path = b; sourceTree = "<group>"; children = (G1, ); }',
        F1: '{ isa = PBXFileReference; path = A.swift; sourceTree = "<group>"; }',
        B1: '{ isa = PBXBuildFile; fileRef = F1; }',
        'sources:App': '{ isa = PBXSourcesBuildPhase; files = (B1, ); }',
      },
    });
    const { sources } = await resolveProject(project, { 'A.swift': '' });
    expect(sources('App')).toEqual([]);
  });

  it('never make the resolution fail, wherever they are cut or changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(60), fc.string(), async (start, length, text) => {
        const broken = whole.slice(0, start) + text + whole.slice(start + length);
        const { targets } = await resolveProject(broken, files);
        for (const target of targets) expect(typeof target.name).toBe('string');
      }),
      { numRuns: 60 },
    );
  });
});
