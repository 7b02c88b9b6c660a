/** What apps do when they come and go: cases that the rules' examples are too small for. */
import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/core/text';
import { checkFiles, type Files } from '../support/check-files';
import { loadGrammars, parseFile } from '../support/code-rules';

beforeAll(loadGrammars);

async function found(files: Files, rule: string): Promise<string[]> {
  const { findings } = await checkFiles(files);
  return findings
    .filter((each) => each.rule === rule)
    .map(({ entry, severity }) => `${entry ?? ''} ${severity}`);
}

/** A project with one app; `settings` are those of its only configuration. */
function project(settings: string, platform = 'iphoneos'): string {
  return `// !$*UTF8*$!
{
	objects = {
		A = { isa = PBXProject; buildConfigurationList = B; mainGroup = C; targets = ( D ); };
		B = { isa = XCConfigurationList; buildConfigurations = ( E ); };
		C = { isa = PBXGroup; children = ( F ); sourceTree = "<group>"; };
		D = { isa = PBXNativeTarget; name = Radio; productType = "com.apple.product-type.application"; buildConfigurationList = G; buildPhases = ( ); fileSystemSynchronizedGroups = ( F ); };
		E = { isa = XCBuildConfiguration; name = Release; buildSettings = { SDKROOT = ${platform}; }; };
		F = { isa = PBXFileSystemSynchronizedRootGroup; path = Radio; sourceTree = "<group>"; };
		G = { isa = XCConfigurationList; buildConfigurations = ( H ); };
		H = { isa = XCBuildConfiguration; name = Release; buildSettings = { ${settings} }; };
	};
	rootObject = A;
}
`;
}

function app(text: string, settings: string, platform?: string): Files {
  return { 'Radio/App.swift': text, 'Radio.xcodeproj/project.pbxproj': project(settings, platform) };
}

describe('deprecated APIs and what a project supports', () => {
  const rule = 'deprecated-background-api';
  const record =
    'import AVFAudio\nfunc ask() { AVAudioSession.sharedInstance().requestRecordPermission { _ in } }\n';
  const option =
    'import AVFAudio\nfunc start() throws { try AVAudioSession.sharedInstance().setCategory(.record, options: .allowBluetooth) }\n';

  it.each<[string, string, string | undefined, string[]]>([
    [
      'reports what every supported system has left behind',
      'IPHONEOS_DEPLOYMENT_TARGET = 17.0;',
      undefined,
      ['record-permission hint'],
    ],
    ['waits while an older one is supported', 'IPHONEOS_DEPLOYMENT_TARGET = 16.4;', undefined, []],
    ['waits while the versions are not known', 'IPHONEOS_DEPLOYMENT_TARGET = "$(MINIMUM)";', undefined, []],
    ['has nothing to say about a Mac app', 'MACOSX_DEPLOYMENT_TARGET = 15.0;', 'macosx', []],
  ])('%s', async (_name, settings, platform, expected) => {
    expect(await found(app(record, settings, platform), rule)).toEqual(expected);
  });

  it.each([
    ['names the new option where the SDK has it', 'IPHONEOS_DEPLOYMENT_TARGET = 26.0;', '.allowBluetoothHFP'],
    ['offers no name that the SDK may lack', 'IPHONEOS_DEPLOYMENT_TARGET = 18.0;', undefined],
  ])('%s', async (_name, settings, expected) => {
    const { findings } = await checkFiles(app(option, settings));
    const fixes = findings.filter((each) => each.rule === rule).flatMap(({ fixes: all }) => all);
    expect(
      fixes.flatMap(({ files }) => files.flatMap(({ edits }) => edits.map(({ newText }) => `.${newText}`))),
    ).toEqual(expected === undefined ? [] : [expected]);
  });

  it('says nothing where the project names an SDK without the new name', async () => {
    expect(await found(app(option, 'IPHONEOS_DEPLOYMENT_TARGET = 15.0;', 'iphoneos18.0'), rule)).toEqual([]);
  });
});

describe('callbacks of the app delegate', () => {
  const rule = 'app-delegate-callback-in-scene-app';
  const delegate =
    'import UIKit\nfinal class AppDelegate: UIResponder, UIApplicationDelegate {\n  func applicationDidEnterBackground(_ application: UIApplication) { save() }\n}\n';
  const scene =
    'final class Scene: UIResponder, UIWindowSceneDelegate {\n  func sceneDidEnterBackground(_ scene: UIScene) { save() }\n}\n';
  const generated =
    'GENERATE_INFOPLIST_FILE = YES; INFOPLIST_KEY_UIApplicationSceneManifest_Generation = YES; IPHONEOS_DEPLOYMENT_TARGET =';

  it.each<[string, string, string, string[]]>([
    ['are found when Xcode writes the manifest', delegate, `${generated} 15.0;`, [' warning']],
    ['matter less where the scene has its own', delegate + scene, `${generated} 15.0;`, [' hint']],
    ['are called by systems without scenes', delegate, `${generated} 12.0;`, []],
    [
      'are called without a manifest',
      delegate,
      'GENERATE_INFOPLIST_FILE = YES; IPHONEOS_DEPLOYMENT_TARGET = 15.0;',
      [],
    ],
  ])('%s', async (_name, text, settings, expected) => {
    expect(await found(app(text, settings), rule)).toEqual(expected);
  });
});

describe('an object that nobody keeps', () => {
  const rule = 'background-object-not-retained';

  async function repaired(text: string): Promise<string | undefined> {
    const checked = await checkFiles({ 'a.swift': text });
    const finding = checked.findings.find((each) => each.rule === rule);
    if (finding === undefined) throw new Error('Nothing found');
    const edits = finding.fixes[0]?.files[0]?.edits;
    if (edits === undefined) return undefined;
    const after = applyEdits(text, edits);
    expect(parseFile('a.swift', after).errors).toEqual([]);
    expect(await found({ 'a.swift': after }, rule)).toEqual([]);
    return after;
  }

  const local = '  func start() {\n    let run = WKExtendedRuntimeSession()\n    run.start()\n  }\n';

  it('moves into a property of its class', async () => {
    expect(await repaired(`final class Run {\n${local}}\n`)).toBe(
      'final class Run {\n  private var run: WKExtendedRuntimeSession?\n  func start() {\n    let run = WKExtendedRuntimeSession()\n    self.run = run\n    run.start()\n  }\n}\n',
    );
  });

  it.each([
    ['a structure', `struct Run {\n${local}}\n`],
    ['an extension', `extension Run {\n${local}}\n`],
    ['a class with such a property', `final class Run {\n  var run = 0\n${local}}\n`],
    ['a function of the class itself', `final class Run {\n${local.replace('func', 'static func')}}\n`],
  ])('has no place in %s', async (_name, text) => {
    expect(await repaired(text)).toBeUndefined();
  });

  it('is released by hand in Objective-C without ARC', async () => {
    const text =
      '#import <PushKit/PushKit.h>\n@implementation A\n- (void)f {\n    PKPushRegistry *r = [[PKPushRegistry alloc] initWithQueue:nil];\n    r.delegate = self;\n}\n@end\n';
    const files = (arc: string): Files => ({
      'Radio/A.m': text,
      'Radio.xcodeproj/project.pbxproj': project(`CLANG_ENABLE_OBJC_ARC = ${arc};`),
    });
    expect(await found(files('YES'), rule)).toEqual(['push-registry information']);
    expect(await found(files('NO'), rule)).toEqual([]);
  });
});

describe('code in targets of other kinds', () => {
  const quit = 'import UIKit\nfinal class A: UIViewController {\n  func quit() { exit(0) }\n}\n';

  it('may end itself where it is no app', async () => {
    const files = app(quit, 'IPHONEOS_DEPLOYMENT_TARGET = 15.0;');
    const tests = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        text.replace('product-type.application', 'product-type.bundle.unit-test'),
      ]),
    );
    expect(await found(files, 'app-terminates-itself')).toEqual([' information']);
    expect(await found(tests, 'app-terminates-itself')).toEqual([]);
  });

  it.each([
    ['a menu for developers', 'Radio/Developer Menu/Server/App.swift', []],
    ['an app of somebody whose folder is called that', 'Developer/Radio/App.swift', [' information']],
  ])('knows %s', async (_name, path, expected) => {
    const files = app(quit, 'IPHONEOS_DEPLOYMENT_TARGET = 15.0;');
    const folder = path.startsWith('Developer/') ? 'Developer/' : '';
    const moved = {
      [path]: quit,
      [`${folder}Radio.xcodeproj/project.pbxproj`]: files['Radio.xcodeproj/project.pbxproj'] ?? '',
    };
    expect(await found(moved, 'app-terminates-itself')).toEqual(expected);
  });
});
