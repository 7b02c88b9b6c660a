import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tuistStep } from '../../../server/src/core/project/owners/tuist';
import { type OwnerRun, partTexts, partValues, runOwner } from '../../support/owner-context';
import { pbxproj } from '../../support/pbxproj-builder';

const run = (contents: Readonly<Record<string, string>>): Promise<OwnerRun> => runOwner(tuistStep, contents);

/** A manifest with one target `App`, `fields` being its last arguments. */
const manifest = (fields: string, before = '') => `import ProjectDescription
${before}
let project = Project(
    name: "Player",
    targets: [
        .target(
            name: "App",
            destinations: .iOS,
            product: .app,
            bundleId: "org.example.player",
            deploymentTargets: .iOS("17.0"),
            ${fields}
        ),
    ]
)
`;

const playing = manifest(
  `infoPlist: .extendingDefault(with: ["UIBackgroundModes": .array(["audio", .string("fetch")])]),
   sources: ["Sources/**"],
   entitlements: .dictionary(["aps-environment": "development"])`,
);

describe('a Tuist manifest without its Xcode project', () => {
  it('gives targets with sources, platform, identifier and deployment target', async () => {
    const { target, sources, problems } = await run({
      'Project.swift': playing,
      'Sources/A.swift': '',
      'Sources/Deep/B.m': '',
      'Tests/C.swift': '',
    });
    const { id, product, platforms, isComplete, owners, configurations } = target('App');
    expect({ id, product, platforms, isComplete }).toEqual({
      id: 'file:///ws/Project.swift#App',
      product: 'app',
      platforms: ['iOS'],
      isComplete: true,
    });
    expect(sources('App')).toEqual(['Sources/A.swift', 'Sources/Deep/B.m']);
    expect(owners).toEqual([
      {
        kind: 'tuist',
        uri: 'file:///ws/Project.swift',
        generates: ['project', 'info-plist', 'entitlements'],
      },
    ]);
    expect(configurations.map(({ name }) => name)).toEqual(['Debug', 'Release']);
    expect(configurations[0]).toMatchObject({
      bundleIdentifier: 'org.example.player',
      deploymentTargets: { iOS: '17.0' },
      infoPlistUri: 'file:///ws/Derived/InfoPlists/App-Info.plist',
      infoPlistUnresolved: false,
    });
    expect(problems).toEqual([]);
  });

  it('owns the property lists that are written in it', async () => {
    const { target } = await run({ 'Project.swift': playing });
    const [debug] = target('App').configurations;
    expect(debug?.ownedInfoPlist).toMatchObject({ effect: 'replaces', isComplete: true });
    expect(partTexts(debug?.ownedInfoPlist)).toEqual([
      '["UIBackgroundModes": .array(["audio", .string("fetch")])]',
    ]);
    expect(partValues(debug?.ownedInfoPlist)).toEqual([new Map([['UIBackgroundModes', ['audio', 'fetch']]])]);
    expect(debug?.ownedInfoPlist?.parts[0]?.file.document.format).toBe('swift');
    expect(partValues(debug?.ownedEntitlements)).toEqual([new Map([['aps-environment', 'development']])]);
  });

  it.each(['', 'infoPlist: .default,'])(
    'knows that %j has nothing but what every target gets',
    async (field) => {
      const { target } = await run({ 'Project.swift': manifest(`${field} sources: []`) });
      const owned = target('App').configurations[0]?.ownedInfoPlist;
      expect(owned?.isComplete).toBe(true);
      expect(partValues(owned)).toEqual([undefined]);
    },
  );

  it.each([
    ['infoPlist: "App/Info.plist"', 'file:///ws/Apps/One/App/Info.plist'],
    ['infoPlist: .file(path: "App/Info.plist")', 'file:///ws/Apps/One/App/Info.plist'],
    ['infoPlist: .file(path: .relativeToRoot("Shared/Info.plist"))', 'file:///ws/Shared/Info.plist'],
    ['infoPlist: "//Shared/Info.plist"', 'file:///ws/Shared/Info.plist'],
    ['infoPlist: .file(path: "\\(folder)/Info.plist")', 'file:///ws/Apps/One/App/Info.plist'],
    ['infoPlist: .file(path: "../../../out.plist")', undefined],
    ['infoPlist: .file(path: helper("App"))', undefined],
    ['infoPlist: helper()', undefined],
    ['infoPlist: .variable("$(MISSING)")', undefined],
    [
      'infoPlist: .variable("$(PLIST)"), settings: .settings(base: ["PLIST": "X.plist"])',
      'file:///ws/Apps/One/X.plist',
    ],
  ])('with %s', async (field, expected) => {
    const { target } = await run({
      'Apps/One/Project.swift': manifest(field, 'let folder = "App"'),
      'Tuist/Config.swift': '',
    });
    const [debug] = target('App').configurations;
    expect(debug?.infoPlistUri).toBe(expected);
    expect(debug?.infoPlistUnresolved).toBe(expected === undefined);
    expect(debug?.ownedInfoPlist).toBeUndefined();
  });

  it('follows constants of the file, to where they are declared', async () => {
    const { target } = await run({
      'Project.swift': manifest(
        'infoPlist: .dictionary(plist), sources: Paths.sources',
        `let modes: Plist.Value = ["audio"]
         let plist: [String: Plist.Value] = ["UIBackgroundModes": modes, "CFBundleName": "\\(Names.app) 2"]
         enum Names { static let app = "Player" }
         enum Paths { static let sources: SourceFilesList = ["Code/*.swift"] }`,
      ),
      'Code/A.swift': '',
    });
    const owned = target('App').configurations[0]?.ownedInfoPlist;
    expect(partValues(owned)).toEqual([
      new Map<string, unknown>([
        ['UIBackgroundModes', ['audio']],
        ['CFBundleName', 'Player 2'],
      ]),
    ]);
    const [part] = owned?.parts ?? [];
    const root = part?.file.document.root;
    const modes = root?.kind === 'dict' ? root.entries[0]?.value : undefined;
    expect(part && modes && part.file.text.slice(modes.range.start, modes.range.end)).toBe('["audio"]');
    expect(target('App').sources).toHaveLength(1);
  });

  it.each([
    'infoPlist: .dictionary(["A": helper()])',
    'infoPlist: .dictionary(["A": ["x", helper()]])',
    'infoPlist: .dictionary([helper(): "x"])',
    'infoPlist: .dictionary(base.merging(["A": "x"]) { $1 })',
    'infoPlist: .extendingDefault(with: changing)',
  ])('does not claim to know all of %s', async (field) => {
    const { target } = await run({
      'Project.swift': manifest(
        field,
        'var changing: [String: Plist.Value] = ["A": "x"]\nchanging["B"] = "y"',
      ),
    });
    expect(target('App').configurations[0]?.ownedInfoPlist?.isComplete).toBe(false);
  });

  it('reads the older form of targets, and arrays that are put together', async () => {
    const { targets, target } = await run({
      'Project.swift': `import ProjectDescription
let kit = Target(name: "Kit", platform: .macOS, product: .framework, bundleId: "k", infoPlist: .default)
let apps = [Target(name: "App", platform: .iOS, product: .app, bundleId: "a",
  deploymentTarget: .iOS(targetVersion: "14.0", devices: .iphone), infoPlist: .default,
  dependencies: [.target(name: "Kit"), .sdk(name: "AVFoundation", type: .framework), .external(name: "Net")])]
let project = Project(name: "P", targets: apps + [kit])
`,
    });
    expect(targets.map(({ name, platforms }) => [name, platforms])).toEqual([
      ['App', ['iOS']],
      ['Kit', ['macOS']],
    ]);
    expect(target('App').configurations[0]?.deploymentTargets).toEqual({ iOS: '14.0' });
    expect(target('App').dependencies).toEqual([
      { kind: 'target', id: 'file:///ws/Project.swift#Kit', name: 'Kit' },
      { kind: 'package', name: 'Net' },
    ]);
  });

  it('links targets of other manifests', async () => {
    const { target } = await run({
      'App/Project.swift': manifest('dependencies: [.project(target: "Kit", path: "../Kit")]'),
      'Kit/Project.swift':
        'import ProjectDescription\nlet project = Project(name: "Kit", targets: [.target(name: "Kit", destinations: [.iPhone, .macCatalyst], product: .staticFramework, bundleId: "k")])',
    });
    expect(target('App').dependencies).toEqual([
      { kind: 'target', id: 'file:///ws/Kit/Project.swift#Kit', name: 'Kit' },
    ]);
    expect(target('Kit').platforms).toEqual(['iOS', 'macCatalyst']);
  });

  it('takes excluded files and folders of Xcode into account', async () => {
    const { sources } = await run({
      'Project.swift': manifest(
        'sources: [.glob("Sources/**", excluding: ["Sources/Old/**"]), "Main.swift"], buildableFolders: ["Folder"]',
      ),
      'Sources/A.swift': '',
      'Sources/Old/B.swift': '',
      'Main.swift': '',
      'Folder/Deep/C.swift': '',
    });
    expect(sources('App')).toEqual(['Folder/Deep/C.swift', 'Main.swift', 'Sources/A.swift']);
  });

  it('knows settings of configurations, and which it does not know', async () => {
    const { target } = await run({
      'Project.swift': manifest(
        `settings: .settings(
           base: ["ONE": "1", "MANY": ["a", "b"], "COMPUTED": helper()],
           configurations: [.debug(name: "Beta", settings: ["ONE": .string("2")], xcconfig: "Beta.xcconfig"), .release(name: .release)])`,
      ),
      'Beta.xcconfig': 'TWO = $(ONE)2\n',
    });
    const values = target('App').configurations.map((each) => [
      each.name,
      ...['ONE', 'TWO', 'MANY', 'COMPUTED', 'OTHER'].map((name) => each.setting(name)?.value),
    ]);
    expect(values).toEqual([
      ['Beta', '2', '22', 'a b', undefined, undefined],
      ['Release', '1', undefined, 'a b', undefined, undefined],
    ]);
  });

  it('tells where a setting comes from', async () => {
    const text = manifest('settings: .settings(base: ["ONE": .string("1")])');
    const { target } = await run({ 'Project.swift': text });
    const from = target('App').configurations[0]?.setting('ONE')?.from;
    expect(from && text.slice(from.range.start, from.range.end)).toBe('.string("1")');
  });

  it('is incomplete and silent where code puts it together', async () => {
    const { target, targets, problems } = await run({
      'Project.swift': manifest('sources: helper(), dependencies: more() + [.target(name: "X")]').replace(
        '        ),\n    ]',
        '        ),\n        helper(name: "Other"),\n    ]',
      ),
      'Helped/Project.swift': 'import ProjectDescription\nlet project = Project.app(name: "H")',
      'Sources/Project.swift': 'struct Project {}',
    });
    expect(targets.map(({ name }) => name)).toEqual(['App']);
    expect(target('App').isComplete).toBe(false);
    expect(problems).toEqual([]);
  });
});

describe('a half-written manifest', () => {
  it('tells what it can, and that there may be more', async () => {
    const { target } = await run({ 'Project.swift': playing.replace('"fetch")', '"fetch"') });
    expect(target('App').isComplete).toBe(false);
    expect(target('App').configurations[0]?.ownedInfoPlist?.isComplete).not.toBe(true);
  });
});

describe('a Tuist manifest beside its Xcode project', () => {
  const project = (info: string) =>
    pbxproj({ targets: [{ name: 'App', settings: { INFOPLIST_FILE: info }, sources: ['Sources/A.swift'] }] });

  it('owns the derived property lists of the project', async () => {
    const { target, targets, sources } = await run({
      'Project.swift': playing,
      'Player.xcodeproj/project.pbxproj': project('Derived/InfoPlists/App-Info.plist'),
      'Sources/A.swift': '',
      'Sources/B.swift': '',
    });
    expect(targets).toHaveLength(1);
    expect(sources('App')).toEqual(['Sources/A.swift']);
    expect(target('App').owners?.map(({ kind }) => kind)).toEqual(['tuist']);
    expect(partValues(target('App').configurations[0]?.ownedInfoPlist)).toEqual([
      new Map([['UIBackgroundModes', ['audio', 'fetch']]]),
    ]);
  });

  it('leaves property lists alone that somebody wrote', async () => {
    const { target } = await run({
      'Project.swift': playing,
      'Player.xcodeproj/project.pbxproj': project('App/Info.plist'),
    });
    expect(target('App').configurations[0]?.ownedInfoPlist).toBeUndefined();
  });

  it('makes derived property lists unknown when it cannot be read', async () => {
    const { target } = await run({
      'Project.swift': 'import ProjectDescription\nlet project = Project.app(name: "Player")',
      'Player.xcodeproj/project.pbxproj': project('Derived/InfoPlists/App-Info.plist'),
    });
    expect(target('App').configurations[0]?.ownedInfoPlist).toEqual({
      effect: 'replaces',
      parts: [],
      isComplete: false,
    });
    expect(target('App').owners?.map(({ kind }) => kind)).toEqual(['tuist']);
  });
});

describe('a broken manifest', () => {
  it.each([
    'import ProjectDescription\nlet project = Project(name: "P", targets: [',
    '',
    'import ProjectDescription',
    `import ProjectDescription\nlet a = b\nlet b = a\nlet project = Project(name: a, targets: a)`,
  ])('costs only itself: %j', async (text) => {
    const { problems } = await run({ 'Project.swift': text });
    expect(problems).toEqual([]);
  });
});

describe('a manifest that is being written', () => {
  const pieces = [
    '"',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    '.',
    '\n',
    'let x = ',
    '\\(x)',
    '🎧',
    '/*',
    '#if DEBUG\n',
  ];
  const cuts = fc.tuple(fc.nat(playing.length), fc.nat(30), fc.constantFrom(...pieces));

  it('never breaks the resolution', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cuts, { minLength: 1, maxLength: 4 }), async (changes) => {
        let text = playing;
        for (const [at, length, piece] of changes) text = text.slice(0, at) + piece + text.slice(at + length);
        const { targets } = await run({ 'Project.swift': text });
        for (const { configurations } of targets) {
          for (const part of configurations.flatMap(({ ownedInfoPlist }) => ownedInfoPlist?.parts ?? [])) {
            const range = part.file.document.root?.range ?? { start: 0, end: 0 };
            expect(range.end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
