import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xcodegenStep } from '../../../server/src/core/project/owners/xcodegen';
import { type OwnerRun, partTexts, partValues, runOwner } from '../../support/owner-context';
import { pbxproj } from '../../support/pbxproj-builder';

const run = (contents: Readonly<Record<string, string>>): Promise<OwnerRun> =>
  runOwner(xcodegenStep, contents);

/** A variable that whoever generates the project sets. */
const environment = (name: string) => `$\{${name}}`;

const player = `name: Player
options:
  bundleIdPrefix: org.example
  deploymentTarget:
    iOS: "16.0"
targets:
  Player:
    type: application
    platform: iOS
    sources:
      - Player
    info:
      path: Player/Info.plist
      properties:
        UIBackgroundModes: [audio, fetch]
    entitlements:
      path: Player/Player.entitlements
      properties:
        aps-environment: development
`;

describe('a spec without its Xcode project', () => {
  it('gives targets with sources, platform, bundle identifier and deployment target', async () => {
    const { target, sources, problems } = await run({
      'project.yml': player,
      'Player/App.swift': '',
      'Player/Deep/Sound.m': '',
      'Other/Not.swift': '',
    });
    const { id, product, platforms, configurations, isComplete, projectUri } = target('Player');
    expect({ id, product, platforms, isComplete, projectUri }).toEqual({
      id: 'file:///ws/project.yml#Player',
      product: 'app',
      platforms: ['iOS'],
      isComplete: true,
      projectUri: undefined,
    });
    expect(sources('Player')).toEqual(['Player/App.swift', 'Player/Deep/Sound.m']);
    expect(
      configurations.map(({ name, bundleIdentifier, deploymentTargets }) => ({
        name,
        bundleIdentifier,
        deploymentTargets,
      })),
    ).toEqual([
      { name: 'Debug', bundleIdentifier: 'org.example.Player', deploymentTargets: { iOS: '16.0' } },
      { name: 'Release', bundleIdentifier: 'org.example.Player', deploymentTargets: { iOS: '16.0' } },
    ]);
    expect(problems).toEqual([]);
  });

  it('owns the property lists that it describes, whether they are there or not', async () => {
    const { target } = await run({ 'project.yml': player });
    const { owners, configurations } = target('Player');
    expect(owners).toEqual([
      {
        kind: 'xcodegen',
        uri: 'file:///ws/project.yml',
        generates: ['project', 'info-plist', 'entitlements'],
      },
    ]);
    const [debug] = configurations;
    expect(debug?.infoPlistUri).toBe('file:///ws/Player/Info.plist');
    expect(debug?.infoPlistMissing).toBeUndefined();
    expect(debug?.ownedInfoPlist).toMatchObject({ effect: 'replaces', isComplete: true });
    expect(partTexts(debug?.ownedInfoPlist)).toEqual(['UIBackgroundModes: [audio, fetch]']);
    expect(debug?.ownedInfoPlist?.parts[0]?.path).toEqual(['targets', 'Player', 'info', 'properties']);
    expect(debug?.entitlementsUri).toBe('file:///ws/Player/Player.entitlements');
    expect(partValues(debug?.ownedEntitlements)).toEqual([new Map([['aps-environment', 'development']])]);
  });

  it('takes info without properties for a property list that is overwritten with nothing of its own', async () => {
    const { target } = await run({
      'project.yml':
        'name: A\ntargets:\n  A:\n    type: application\n    platform: iOS\n    info:\n      path: A/Info.plist\n',
    });
    const owned = target('A').configurations[0]?.ownedInfoPlist;
    expect(owned?.effect).toBe('replaces');
    expect(
      owned?.parts.map((part) => [part.path, part.file.document.root, part.file.document.format]),
    ).toEqual([[['targets', 'A', 'info', 'properties'], undefined, 'yaml']]);
  });

  it('reads JSON too, and leaves the project.json of other tools alone', async () => {
    const spec = {
      name: 'A',
      targets: {
        A: {
          type: 'application',
          platform: 'iOS',
          info: { path: 'I.plist', properties: { UIBackgroundModes: ['voip'] } },
        },
      },
    };
    const { target, targets } = await run({
      'one/project.json': JSON.stringify(spec),
      'two/project.json': '{"name": "web", "targets": {"build": {"executor": "x"}}}',
      'three/project.json': '{"name": }',
    });
    expect(targets).toHaveLength(1);
    const owned = target('A').configurations[0]?.ownedInfoPlist;
    expect(owned?.parts[0]?.file.document.format).toBe('json');
    expect(partValues(owned)).toEqual([new Map([['UIBackgroundModes', ['voip']]])]);
  });

  it('uses INFOPLIST_FILE and CODE_SIGN_ENTITLEMENTS where nothing is generated', async () => {
    const { target } = await run({
      'project.yml': `name: A
targets:
  A:
    type: application
    platform: iOS
    settings:
      INFOPLIST_FILE: A/Own.plist
      GENERATE_INFOPLIST_FILE: YES
      CODE_SIGN_ENTITLEMENTS: $(SRCROOT)/A/A.entitlements
`,
    });
    const [debug] = target('A').configurations;
    expect(debug).toMatchObject({
      infoPlistUri: 'file:///ws/A/Own.plist',
      entitlementsUri: 'file:///ws/A/A.entitlements',
      generatesInfoPlist: true,
    });
    expect(debug?.ownedInfoPlist).toBeUndefined();
  });

  it('does not take info for the values of a configuration with an INFOPLIST_FILE of its own', async () => {
    const { target } = await run({
      'project.yml': player.replace(
        '    sources:',
        '    settings: {configs: {debug: {INFOPLIST_FILE: Debug.plist}}}\n    sources:',
      ),
    });
    const [debug, release] = target('Player').configurations;
    expect([debug?.infoPlistUri, debug?.ownedInfoPlist]).toEqual(['file:///ws/Debug.plist', undefined]);
    expect(release?.ownedInfoPlist?.effect).toBe('replaces');
  });

  it('takes the only Info.plist among the sources, and none of several', async () => {
    const spec = 'name: A\ntargets:\n  A: {type: application, platform: iOS, sources: A}\n';
    const one = await run({ 'project.yml': spec, 'A/Info.plist': '<plist/>', 'B/Info.plist': '<plist/>' });
    expect(one.target('A').configurations[0]?.infoPlistUri).toBe('file:///ws/A/Info.plist');
    const two = await run({ 'project.yml': spec, 'A/Info.plist': '<plist/>', 'A/X/Info.plist': '<plist/>' });
    expect(two.target('A').configurations[0]).toMatchObject({
      infoPlistUri: undefined,
      infoPlistUnresolved: true,
    });
  });

  it('knows destinations and several platforms', async () => {
    const { target, targets } = await run({
      'project.yml': `name: A
targets:
  App:
    type: application
    supportedDestinations: [iOS, macCatalyst, visionOS]
  Kit:
    type: framework
    platform: [iOS, watchOS]
    deploymentTarget: {iOS: 15.0, watchOS: 9.0}
    sources: [{path: Kit, excludes: ["\${platform}Only"]}]
  Watch:
    type: application
    platform: watchOS
`,
    });
    expect(targets.map(({ name }) => name)).toEqual(['App', 'Kit_iOS', 'Kit_watchOS', 'Watch']);
    expect(target('App').platforms).toEqual(['iOS', 'visionOS', 'macCatalyst']);
    expect(target('Kit_watchOS').platforms).toEqual(['watchOS']);
    expect(target('Kit_watchOS').configurations[0]?.deploymentTargets).toEqual({ watchOS: '9.0' });
    expect(target('Kit_iOS').configurations[0]?.setting('PRODUCT_NAME')?.value).toBe('Kit');
    expect(target('Watch').product).toBe('watch-app');
  });

  it('merges groups, base and configurations of the settings', async () => {
    const { target } = await run({
      'project.yml': `name: A
configs: {Debug: debug, Staging Release: release, Release: release}
configFiles: {Debug: Debug.xcconfig}
settingGroups:
  common: {ONE: group, TWO: group}
settings: {FOUR: project}
targets:
  A:
    type: application
    platform: iOS
    settings:
      groups: [common]
      base: {TWO: base, THREE: base}
      configs:
        release: {THREE: release}
        Release: {FIVE: exact}
`,
      'Debug.xcconfig': 'FOUR = xcconfig\nSIX = xcconfig\n',
    });
    const values = target('A').configurations.map((each) =>
      ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX'].map((name) => each.setting(name)?.value),
    );
    expect(values).toEqual([
      ['group', 'base', 'base', 'project', undefined, 'xcconfig'],
      ['group', 'base', 'release', 'project', 'exact', undefined],
      ['group', 'base', 'release', 'project', undefined, undefined],
    ]);
  });
});

describe('sources of a spec', () => {
  const files = Object.fromEntries(
    [
      'A/One.swift',
      'A/One.md',
      'A/Sub/Two.swift',
      'A/Sub/TwoTests.swift',
      'A/Gen/Three.m',
      'B/Four.swift',
      'build/Five.swift',
    ].map((path) => [path, '']),
  );
  const sourcesOf = async (sources: string) =>
    (
      await run({
        ...files,
        'project.yml': `name: A\ntargets:\n  A:\n    type: application\n    platform: iOS\n    sources: ${sources}\n`,
      })
    ).sources('A');

  it.each([
    ['A', ['A/Gen/Three.m', 'A/One.swift', 'A/Sub/Two.swift', 'A/Sub/TwoTests.swift']],
    ['[{path: A, excludes: ["**/*Tests.swift", Gen]}]', ['A/One.swift', 'A/Sub/Two.swift']],
    ['[{path: A, includes: ["Sub/*.swift"], excludes: ["Sub/*Tests.*"]}]', ['A/Sub/Two.swift']],
    ['[A/One.swift, B]', ['A/One.swift', 'B/Four.swift']],
    ['[{path: A, type: syncedFolder, excludes: ["{Gen,Sub}"]}]', ['A/One.swift']],
    ['[{path: A, buildPhase: resources}, {path: B, buildPhase: none}]', []],
    ['[{path: A, type: folder}]', []],
    ['[build]', ['build/Five.swift']],
  ])('%s', async (sources, expected) => {
    expect(await sourcesOf(sources)).toEqual(expected);
  });

  it('are not complete where a path depends on the environment or leaves the workspace', async () => {
    const { target } = await run({
      'project.yml': `name: A\ntargets:\n  A: {type: application, platform: iOS, sources: ["${environment('DIR')}", ../Out]}\n`,
    });
    expect(target('A').gaps).toEqual([
      'A path of its sources depends on the environment',
      'Some of its sources lie outside of the workspace',
    ]);
    expect(target('A').isComplete).toBe(false);
  });
});

describe('dependencies of a spec', () => {
  it('name frameworks and packages, not what is embedded', async () => {
    const { target } = await run({
      'project.yml': `name: A
packages:
  Local: {path: Packages/Local}
  Net: {url: "https://example.org/net", from: 1.0.0}
targets:
  A:
    type: application
    platform: iOS
    dependencies:
      - target: Kit
      - target: Share
      - target: Kit2
        link: false
      - package: Local
      - package: Net
        product: NetUI
      - sdk: AVFoundation.framework
      - framework: Vendor/Audio.xcframework
  Kit: {type: framework, platform: iOS}
  Kit2: {type: framework, platform: iOS}
  Share: {type: app-extension, platform: iOS}
`,
    });
    expect(target('A').dependencies).toEqual([
      { kind: 'target', id: 'file:///ws/project.yml#Kit', name: 'Kit' },
      { kind: 'package', name: 'Local', origin: { kind: 'local', folder: 'file:///ws/Packages/Local' } },
      { kind: 'package', name: 'NetUI', origin: { kind: 'remote', url: 'https://example.org/net' } },
      { kind: 'framework', name: 'Audio' },
    ]);
    expect(target('A').gaps).toHaveLength(4);
    expect(target('A').isComplete).toBe(false);
  });
});

describe('dependencies for some platforms', () => {
  it('are limited to them, and left out of targets of others', async () => {
    const { target } = await run({
      'project.yml': `name: A
targets:
  A:
    type: application
    supportedDestinations: [iOS, visionOS]
    dependencies: [{package: One, destinationFilters: [visionOS]}]
  B:
    type: application
    platform: iOS
    dependencies: [{package: Two, platforms: [macOS]}, {package: Three, platforms: [iOS]}]
`,
    });
    expect(target('A').dependencies).toEqual([{ kind: 'package', name: 'One', platforms: ['visionOS'] }]);
    expect(target('B').dependencies).toEqual([{ kind: 'package', name: 'Three' }]);
  });
});

describe('templates', () => {
  const spec = `name: A
targetTemplates:
  Base:
    platform: iOS
    sources: ["\${target_name}"]
    info:
      path: "\${target_name}/Info.plist"
      properties:
        UIBackgroundModes: [fetch]
        NSMicrophoneUsageDescription: "\${purpose} in \${target_name}"
  App:
    templates: [Base]
    type: application
targets:
  Player:
    templates: [App]
    templateAttributes: {purpose: Records}
    info:
      properties:
        UIBackgroundModes: [audio]
  Radio:
    templates: [App]
    info:
      properties:REPLACE:
        UIBackgroundModes: [voip]
`;

  it('are filled in, with values that are found where they are written', async () => {
    const { target, sources } = await run({ 'project.yml': spec, 'Player/A.swift': '' });
    expect(sources('Player')).toEqual(['Player/A.swift']);
    const [debug] = target('Player').configurations;
    expect(debug?.infoPlistUri).toBe('file:///ws/Player/Info.plist');
    expect(partValues(debug?.ownedInfoPlist)).toEqual([
      new Map([['UIBackgroundModes', ['audio']]]),
      new Map<string, unknown>([
        ['UIBackgroundModes', ['fetch']],
        ['NSMicrophoneUsageDescription', 'Records in Player'],
      ]),
    ]);
    expect(debug?.ownedInfoPlist?.parts.map((part) => part.path)).toEqual([
      ['targets', 'Player', 'info', 'properties'],
      ['targetTemplates', 'Base', 'info', 'properties'],
    ]);
  });

  it('are replaced where the spec says so', async () => {
    const { target } = await run({ 'project.yml': spec });
    expect(partValues(target('Radio').configurations[0]?.ownedInfoPlist)).toEqual([
      new Map([['UIBackgroundModes', ['voip']]]),
    ]);
  });

  it('drop what a single value of the target overrides', async () => {
    const { target } = await run({
      'project.yml': `name: A
targetTemplates:
  T: {info: {path: I.plist, properties: {UIFileSharingEnabled: true, UIBackgroundModes: [fetch]}}}
targets:
  A:
    templates: [T]
    type: application
    platform: iOS
    info: {properties: {UIFileSharingEnabled: no, UIBackgroundModes:REPLACE: [audio]}}
`,
    });
    expect(partValues(target('A').configurations[0]?.ownedInfoPlist)).toEqual([
      new Map<string, unknown>([
        ['UIFileSharingEnabled', false],
        ['UIBackgroundModes', ['audio']],
      ]),
      new Map(),
    ]);
  });

  it('that are missing or name each other leave the target incomplete or alone', async () => {
    const { target } = await run({
      'project.yml': `name: A
targetTemplates:
  One: {templates: [Two], type: application}
  Two: {templates: [One], platform: iOS}
targets:
  A: {templates: [One], info: {path: I.plist}}
  B: {templates: [Gone], type: application, platform: iOS, info: {path: J.plist}}
`,
    });
    expect(target('A')).toMatchObject({ product: 'app', platforms: ['iOS'], isComplete: true });
    expect(target('B').isComplete).toBe(false);
    expect(target('B').configurations[0]?.ownedInfoPlist?.isComplete).toBe(false);
  });
});

describe('includes', () => {
  const app = `targets:
  App:
    type: application
    platform: iOS
    sources: Sources
    info: {path: Info.plist, properties: {UIBackgroundModes: [audio]}}
`;

  it('are merged, their paths seen from their own folder', async () => {
    const { target, sources, problems, inputs } = await run({
      'project.yml':
        'name: A\ninclude: [App/target.yml]\ntargets: {App: {info: {properties: {UIBackgroundModes: [fetch]}}}}\n',
      'App/target.yml': app,
      'App/Sources/A.swift': '',
    });
    expect(sources('App')).toEqual(['App/Sources/A.swift']);
    const [debug] = target('App').configurations;
    expect(debug?.infoPlistUri).toBe('file:///ws/App/Info.plist');
    expect(debug?.ownedInfoPlist?.parts.map((part) => part.file.uri)).toEqual([
      'file:///ws/project.yml',
      'file:///ws/App/target.yml',
    ]);
    expect(problems).toEqual([]);
    expect(inputs.usesText('file:///ws/App/target.yml')).toBe(true);
  });

  it('keep to the root where they are told to', async () => {
    const { sources } = await run({
      'project.yml': 'name: A\ninclude:\n  path: App/target.yml\n  relativePaths: false\n',
      'App/target.yml': app,
      'Sources/A.swift': '',
      'App/Sources/B.swift': '',
    });
    expect(sources('App')).toEqual(['Sources/A.swift']);
  });

  it('that are switched off are not read, and those that the environment switches are unknown', async () => {
    const spec = (enable: string) => `name: A\ninclude: [{path: more.yml, enable: ${enable}}]\n${app}`;
    const off = await run({
      'project.yml': spec('no'),
      'more.yml': 'targets: {B: {type: framework, platform: iOS}}',
    });
    expect(off.targets.map(({ name, isComplete }) => [name, isComplete])).toEqual([['App', true]]);
    const unknown = await run({ 'project.yml': spec(`"${environment('MORE')}"`), 'more.yml': '' });
    expect(unknown.target('App').configurations[0]?.ownedInfoPlist?.isComplete).toBe(false);
    expect(unknown.problems).toEqual([]);
  });

  it('that are missing, leave the workspace or include each other are named, and the rest is there', async () => {
    const { target, said } = await run({
      'project.yml': `name: A\ninclude: [gone.yml, ../../secret.yml, one.yml]\n${app}`,
      'one.yml': 'include: two.yml',
      'two.yml': 'include: one.yml',
    });
    expect(said()).toEqual([
      ['gone.yml', 'The included file gone.yml cannot be read'],
      ['../../secret.yml', 'The included file secret.yml lies outside of the workspace'],
      ['one.yml', 'one.yml includes itself: XcodeGen never gets to its end'],
    ]);
    expect(target('App').isComplete).toBe(false);
    expect(target('App').product).toBe('app');
  });
});

describe('an include that is kept out of the repository', () => {
  it('is no mistake, but what it says is not known', async () => {
    const { target, problems } = await run({
      'project.yml': `include: [Local/me.yml]\n${player}`,
      '.gitignore': '# mine\nLocal/*.yml\n',
    });
    expect(problems).toEqual([]);
    expect(target('Player').configurations[0]?.ownedInfoPlist?.isComplete).toBe(false);
  });
});

describe('broken specs', () => {
  it('say where, and the other targets are there', async () => {
    const { target, said } = await run({
      'project.yml': `name: A
targets:
  App: {type: application, platform: iOS, info: {properties: {UIBackgroundModes: [audio]}}}
  Kit:
    type: framework
    platform: iOS
    sources: [Kit
`,
    });
    expect(said().map(([, message]) => message)).toContain(
      'The info of this target has no path: XcodeGen stops there',
    );
    expect(said().length).toBeGreaterThan(1);
    expect(target('App').product).toBe('app');
    expect(target('Kit').isComplete).toBe(false);
  });

  it('say so when nothing can be read', async () => {
    const { targets, problems } = await run({ 'project.yml': '['.repeat(3000) });
    expect([targets.length, problems.length]).toEqual([0, 1]);
  });

  it('of other tools are left alone', async () => {
    const { targets, problems } = await run({ 'project.yml': 'name: x\ntargets: [a, b]\n\tbad\n' });
    expect([targets.length, problems.length]).toEqual([0, 0]);
  });
});

describe('a spec beside its Xcode project', () => {
  const project = pbxproj({
    targets: [
      {
        name: 'Player',
        settings: {
          INFOPLIST_FILE: 'Player/Info.plist',
          CODE_SIGN_ENTITLEMENTS: 'Player/Other.entitlements',
          SDKROOT: 'iphoneos',
        },
        sources: ['Player/App.swift'],
      },
      { name: 'Stranger' },
    ],
  });
  const contents = {
    'project.yml': player,
    'Player.xcodeproj/project.pbxproj': project,
    'Player/App.swift': '',
    'Player/New.swift': '',
  };

  it('completes the targets of the project and keeps their sources', async () => {
    const { targets, target, sources } = await run(contents);
    expect(targets.map(({ name }) => name)).toEqual(['Player', 'Stranger']);
    const { projectUri, owners } = target('Player');
    expect(projectUri).toBe('file:///ws/Player.xcodeproj/project.pbxproj');
    expect(owners?.map(({ kind }) => kind)).toEqual(['xcodegen']);
    expect(sources('Player')).toEqual(['Player/App.swift']);
  });

  it('owns the property list that the project uses, and not another', async () => {
    const { target } = await run(contents);
    const [debug] = target('Player').configurations;
    expect(partTexts(debug?.ownedInfoPlist)).toEqual(['UIBackgroundModes: [audio, fetch]']);
    expect(debug?.setting('SDKROOT')?.value).toBe('iphoneos');
    expect(debug?.ownedEntitlements).toBeUndefined();
  });

  it('leaves targets alone that it does not name, and other projects', async () => {
    const { target, targets } = await run({
      ...contents,
      'Sub/Player.xcodeproj/project.pbxproj': pbxproj({ targets: [{ name: 'Player' }] }),
    });
    expect(target('Stranger').owners).toBeUndefined();
    const other = targets.find(({ projectUri }) => projectUri?.includes('/Sub/'));
    expect(other?.owners).toBeUndefined();
  });

  it('adds what the project has not been told yet, linked with what it has', async () => {
    const { target } = await run({
      ...contents,
      'project.yml': `${player}  Extra:\n    type: app-extension\n    platform: iOS\n    dependencies: [{target: Kit}]\n  Kit: {type: framework, platform: iOS}\n`,
      'Player.xcodeproj/project.pbxproj': pbxproj({
        targets: [{ name: 'Player' }, { name: 'Kit', type: 'framework' }],
      }),
    });
    expect(target('Extra').id).toBe('file:///ws/project.yml#Extra');
    expect(target('Extra').dependencies).toEqual([{ kind: 'target', id: target('Kit').id, name: 'Kit' }]);
    expect(target('Kit').id).toContain('project.pbxproj#');
  });

  it('is found by the only project when the spec leaves its name to the environment', async () => {
    const { target } = await run({
      ...contents,
      'project.yml': player.replace('name: Player', `name: ${environment('NAME')}`),
    });
    expect(target('Player').owners?.map(({ kind }) => kind)).toEqual(['xcodegen']);
  });
});

describe('a spec that is being written', () => {
  const pieces = [
    '\n',
    '  ',
    '\t',
    ':',
    '- ',
    '[',
    '{',
    '}',
    '"',
    '&a ',
    '*a',
    '<<: *a',
    environment('x'),
    ':REPLACE',
    'include: project.yml\n',
    '🎧',
  ];
  const cuts = fc.tuple(fc.nat(player.length), fc.nat(40), fc.constantFrom(...pieces));

  it('never breaks the resolution, and every range lies inside of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cuts, { minLength: 1, maxLength: 4 }), async (changes) => {
        let text = player;
        for (const [at, length, piece] of changes) text = text.slice(0, at) + piece + text.slice(at + length);
        const { targets, problems } = await run({ 'project.yml': text, 'Player/App.swift': '' });
        const parts = targets.flatMap(({ configurations }) =>
          configurations.flatMap(({ ownedInfoPlist }) => ownedInfoPlist?.parts ?? []),
        );
        const ranges = [
          ...problems.flatMap(({ range }) => range ?? []),
          ...parts.flatMap(({ file }) => file.document.root?.range ?? []),
        ];
        for (const { start, end } of ranges) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('values that an alias stands for', () => {
  it('count, and are found at the alias', async () => {
    const { target } = await run({
      'project.yml': `name: A
shared: &shared {UIBackgroundModes: [audio]}
targets:
  A: {type: application, platform: iOS, info: {path: I.plist, properties: *shared }}
`,
    });
    const owned = target('A').configurations[0]?.ownedInfoPlist;
    expect(partTexts(owned)).toEqual(['*shared']);
    expect(partValues(owned)).toEqual([new Map([['UIBackgroundModes', ['audio']]])]);
  });
});
