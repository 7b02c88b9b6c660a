/** Where the fix of a missing mode lands: for each way that a target can get its Info.plist. */
import { parse as parseProject } from '@bacons/xcode/json';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Fix } from '../../server/src/core/rules/types';
import { parseOpenStep } from '../../server/src/core/syntax/openstep';
import { parsePlist } from '../../server/src/core/syntax/plist';
import { applyEdits } from '../../server/src/core/text';
import { type Checked, checkFiles, type Files } from '../support/check-files';
import { type ProjectSpec, pbxproj, type TargetSpec } from '../support/pbxproj-builder';
import { infoPlist } from '../support/plist-text';
import { hasPlistutil, throughPlistutil } from '../support/plistutil';
import { xcodeProject } from '../support/xcode-style';

const rule = 'missing-background-mode';
const player = 'import AVKit\nlet pip = AVPictureInPictureController(playerLayer: AVPlayerLayer())\n';
const project = 'App.xcodeproj/project.pbxproj';
const generated = { SDKROOT: 'iphoneos', GENERATE_INFOPLIST_FILE: 'YES' };

function app(more: Partial<TargetSpec> = {}): TargetSpec {
  return { name: 'App', sources: ['App/Player.swift'], settings: generated, ...more };
}

function inXcode(spec: ProjectSpec, files: Files = {}): Files {
  return { [project]: pbxproj(spec), 'App/Player.swift': player, ...files };
}

function fixesOf({ findings }: Checked): readonly Fix[] {
  return findings.filter((finding) => finding.rule === rule).flatMap(({ fixes }) => fixes);
}

function applied(files: Files, { path }: Checked, fix: Fix): Files {
  const changed = fix.files.map(({ uri, edits, create }) => {
    const name = path(uri);
    if (create !== undefined) expect(Object.keys(files)).not.toContain(name);
    return [name, create ?? applyEdits(files[name] ?? '', edits)] as const;
  });
  return { ...files, ...Object.fromEntries(changed) };
}

interface Fixed {
  readonly title: string;
  /** Files that differ. */
  readonly changed: Files;
}

/** Applies the only fix; nothing may be found afterwards. */
async function fixed(files: Files): Promise<Fixed> {
  const checked = await checkFiles(files);
  const [fix, ...others] = fixesOf(checked);
  if (fix === undefined)
    throw new Error(`No fix: ${checked.findings.map(({ message }) => message).join('; ')}`);
  expect(others).toEqual([]);
  const after = applied(files, checked, fix);
  const again = await checkFiles(after);
  expect(again.errors).toEqual([]);
  expect(again.findings.map((finding) => finding.message)).toEqual(
    checked.findings.filter((finding) => finding.rule !== rule).map((finding) => finding.message),
  );
  const changed = Object.fromEntries(Object.entries(after).filter(([path, text]) => files[path] !== text));
  checkSyntax(changed);
  return { title: fix.title, changed };
}

function checkSyntax(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.pbxproj')) {
      expect(parseOpenStep(text).problems).toEqual([]);
      parseProject(text);
    }
    if (path.endsWith('.plist')) {
      expect(parsePlist(text).problems).toEqual([]);
      if (hasPlistutil) expect(throughPlistutil(text)).toBeDefined();
    }
  }
}

async function declined(files: Files): Promise<void> {
  const checked = await checkFiles(files);
  expect(checked.findings.map((finding) => finding.rule)).toContain(rule);
  expect(fixesOf(checked)).toEqual([]);
}

describe('a target whose Info.plist is generated without a file', () => {
  test('gets one beside its sources, in all configurations', async () => {
    const { title, changed } = await fixed(inXcode({ targets: [app()] }));
    expect(title).toBe("Add 'audio' to UIBackgroundModes in a new App/Info.plist for 'App'");
    expect(Object.keys(changed)).toEqual([project, 'App/Info.plist']);
    expect(changed['App/Info.plist']).toContain(
      '<key>UIBackgroundModes</key>\n\t<array>\n\t\t<string>audio<',
    );
    expect(changed[project]?.match(/INFOPLIST_FILE = App\/Info\.plist;/g)).toHaveLength(2);
    expect(changed[project]?.match(/GENERATE_INFOPLIST_FILE = YES;/g)).toHaveLength(2);
  });

  test('gets one with its own name where others have sources too, or the name is taken', async () => {
    const other = app({ name: 'Other', sources: ['App/Other.swift'] });
    const shared = await fixed(inXcode({ targets: [app(), other] }, { 'App/Other.swift': 'let x = 1\n' }));
    expect(Object.keys(shared.changed)).toContain('App/App-Info.plist');
    const taken = await fixed(inXcode({ targets: [app()] }, { 'App/info.plist': '<plist><dict/></plist>' }));
    expect(Object.keys(taken.changed)).toContain('App/App-Info.plist');
  });

  test('gets none where every name is taken', async () => {
    const spec = { targets: [app({ sources: ['Player.swift'] })] };
    await declined({
      [project]: pbxproj(spec),
      'Player.swift': player,
      'App-Info.plist': '<plist><dict/></plist>',
    });
  });

  test('gets one in its synchronized folder, which is left out of the product', async () => {
    const settings = ['GENERATE_INFOPLIST_FILE = YES;', 'SDKROOT = iphoneos;'];
    const files = { [project]: xcodeProject({ settings }), 'App/Views/Player.swift': player };
    const { changed } = await fixed(files);
    const wanted = [
      'GENERATE_INFOPLIST_FILE = YES;',
      'INFOPLIST_FILE = App/Info.plist;',
      'SDKROOT = iphoneos;',
    ];
    const text = changed[project] ?? '';
    expect(text.split('/* Begin XCBuildConfiguration').at(1)).toBe(
      xcodeProject({ settings: wanted }).split('/* Begin XCBuildConfiguration').at(1),
    );
    expect(text).toMatch(/membershipExceptions = \(\n\t*Info\.plist,\n/);
  });

  test('gets none in a folder that belongs to another target too', async () => {
    const targets = [
      app({ sources: [], folders: ['App'] }),
      app({ name: 'Other', sources: [], folders: ['App'] }),
    ];
    const checked = await checkFiles(inXcode({ targets, folders: [{ path: 'App' }] }));
    const titles = fixesOf(checked).map(({ title }) => title);
    expect(titles).toContain("Add 'audio' to UIBackgroundModes in a new App-Info.plist for 'App'");
    expect(titles).toContain("Add 'audio' to UIBackgroundModes in a new Other-Info.plist for 'Other'");
  });

  test('gets none while the project file has conflict markers, or sets the path under a condition', async () => {
    const text = pbxproj({ targets: [app({ settings: { ...generated, 'INFOPLIST_FILE[sdk=mac*]': 'x' } })] });
    await declined({ [project]: text, 'App/Player.swift': player });
  });

  test('keeps CRLF in the project file', async () => {
    const settings = ['GENERATE_INFOPLIST_FILE = YES;', 'SDKROOT = iphoneos;'];
    const text = xcodeProject({ settings }).replaceAll('\n', '\r\n');
    const { changed } = await fixed({ [project]: text, 'App/Player.swift': player });
    expect(changed[project]?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('a target with property lists', () => {
  test('that shares its Info.plist is named together with the other', async () => {
    const settings = { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'App/Info.plist' };
    const targets = [app({ settings }), app({ name: 'Beta', sources: [], settings })];
    const { title } = await fixed(inXcode({ targets }, { 'App/Info.plist': infoPlist(['fetch']) }));
    expect(title).toBe("Add 'audio' to UIBackgroundModes in App/Info.plist for 'App' and 'Beta'");
  });

  test('that shares its Info.plist with many is named together with their number', async () => {
    const settings = { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'App/Info.plist' };
    const others = ['A', 'B', 'C'].map((name) => app({ name, sources: [], settings }));
    const files = { 'App/Info.plist': infoPlist(['fetch']) };
    const { title } = await fixed(inXcode({ targets: [app({ settings }), ...others] }, files));
    expect(title).toBe("Add 'audio' to UIBackgroundModes in App/Info.plist for 'App' and 3 other targets");
  });

  test('gets the mode in its own Info.plist for code of a framework that it links', async () => {
    const settings = { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'App/Info.plist' };
    const kit = app({
      name: 'Kit',
      type: 'framework',
      sources: ['Kit/Player.swift'],
      settings: { SDKROOT: 'iphoneos' },
    });
    const files = {
      [project]: pbxproj({ targets: [app({ sources: [], settings, links: ['Kit'] }), kit] }),
      'Kit/Player.swift': player,
      'App/Info.plist': infoPlist(['fetch']),
    };
    const { title, changed } = await fixed(files);
    expect(title).toBe("Add 'audio' to UIBackgroundModes in App/Info.plist");
    expect(Object.keys(changed)).toEqual(['App/Info.plist']);
  });
});

describe('a target that a tool writes', () => {
  const spec = (info: string) =>
    `name: Sample\ntargets:\n  App:\n    type: application\n    platform: iOS\n    sources: [App] # all\n    info:\n      path: App/Info.plist\n${info}`;

  test.each([
    ['values', '      properties:\n        UIBackgroundModes: [fetch]\n'],
    ['a dictionary', '      properties:\n        A: b\n'],
    ['an empty key', '      properties:\n'],
    ['nothing', ''],
  ])('of XcodeGen gets the mode in the spec where that has %s', async (_, info) => {
    const { title, changed } = await fixed({ 'project.yml': spec(info), 'App/Player.swift': player });
    expect(title).toBe("Add 'audio' to UIBackgroundModes in project.yml for 'App'");
    expect(Object.keys(changed)).toEqual(['project.yml']);
    const { properties } = parseYaml(changed['project.yml'] ?? '').targets.App.info;
    expect(properties.UIBackgroundModes).toContain('audio');
    expect(changed['project.yml']).toContain('sources: [App] # all');
  });

  test('with Tuist gets it in the manifest', async () => {
    const manifest = `import ProjectDescription

let project = Project(
    name: "Sample",
    targets: [
        .target(
            name: "App",
            destinations: .iOS,
            product: .app,
            bundleId: "org.example.sample",
            infoPlist: .extendingDefault(with: [
                "UILaunchScreen": [:], // plain
            ]),
            sources: ["App/**"]
        ),
    ]
)
`;
    const { title, changed } = await fixed({ 'Project.swift': manifest, 'App/Player.swift': player });
    expect(title).toBe("Add 'audio' to UIBackgroundModes in Project.swift for 'App'");
    const added = `// plain\n                "UIBackgroundModes": ["audio"],\n`;
    expect(changed).toEqual({ 'Project.swift': manifest.replace('// plain\n', added) });
  });
});

describe('values of a setting that does not exist', () => {
  test('move into a new Info.plist when the target has none', async () => {
    const settings = ['GENERATE_INFOPLIST_FILE = YES;', 'SDKROOT = iphoneos;'];
    const ignored = 'INFOPLIST_KEY_UIBackgroundModes = "audio fetch";';
    const text = xcodeProject({ settings: [settings[0] ?? '', ignored, settings[1] ?? ''] });
    const files = { [project]: text, 'App/Player.swift': player };
    const checked = await checkFiles(files);
    const found = checked.findings.find((finding) => finding.rule === 'ignored-infoplist-build-setting');
    const [fix] = found?.fixes ?? [];
    expect(fix?.title).toBe('Move the values to UIBackgroundModes in a new App/Info.plist');
    const after = fix === undefined ? files : applied(files, checked, fix);
    checkSyntax(after);
    const left = (await checkFiles(after)).findings.filter(({ severity }) => severity === 'error');
    expect(left).toEqual([]);
    expect(after[project]?.split('/* Begin XCBuildConfiguration').at(1)).toBe(
      xcodeProject({ settings: [settings[0] ?? '', 'INFOPLIST_FILE = App/Info.plist;', settings[1] ?? ''] })
        .split('/* Begin XCBuildConfiguration')
        .at(1),
    );
  });
});

describe('a wrong value in the file of a tool', () => {
  const spec =
    'targets:\n  App:\n    type: application\n    platform: iOS\n    sources: [App]\n    info:\n      path: I.plist\n      properties:\n';
  const manifest = (modes: string) =>
    `import ProjectDescription\nlet project = Project(name: "S", targets: [.target(name: "App", destinations: .iOS, product: .app, bundleId: "a.b", infoPlist: .extendingDefault(with: ["UIBackgroundModes": ${modes}]), sources: ["App/**"])])\n`;
  const expo = { 'package.json': '{"dependencies": {"expo": "52.0.0"}}' };
  const config = (modes: string) =>
    `{"expo": {"name": "S", "ios": {"infoPlist": {"UIBackgroundModes": ${modes}}}}}`;

  test.each<[string, Files]>([
    [
      'YAML in lines',
      { 'project.yml': `${spec}        UIBackgroundModes:\n          - background-audio # one\n` },
    ],
    [
      'YAML in brackets',
      { 'project.yml': `${spec}        UIBackgroundModes: ["fetch", "Location updates"]\n` },
    ],
    ['Swift', { 'Project.swift': manifest('["background-audio", "fetch"]') }],
    ['Swift with cases', { 'Project.swift': manifest('.array([.string("Location updates")])') }],
    ['JSON', { ...expo, 'app.json': config('["background-audio", "fetch"]') }],
  ])('can be corrected and taken out in %s', async (_, files) => {
    const checked = await checkFiles({ 'App/A.swift': 'let a = 1\n', ...files });
    // Modes that nothing uses are another matter.
    const [found, ...others] = checked.findings.filter(({ severity }) => severity === 'error');
    expect([found?.rule, ...others]).toEqual(['invalid-background-mode']);
    expect(found?.fixes.length).toBeGreaterThan(1);
    for (const fix of found?.fixes ?? []) {
      const after = applied(files, checked, fix);
      const again = await checkFiles({ 'App/A.swift': 'let a = 1\n', ...after });
      expect(again.findings.filter(({ rule: name }) => name === 'invalid-background-mode')).toEqual([]);
      expect(again.findings.filter(({ rule: name }) => name === 'malformed-plist')).toEqual([]);
    }
  });
});
