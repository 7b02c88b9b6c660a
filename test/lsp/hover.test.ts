import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeLens, MarkupContent } from 'vscode-languageserver-protocol';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from '../support/memory-fs';
import { pbxproj } from '../support/pbxproj-builder';
import { pullingClient } from './support/capabilities';
import { TestClient } from './support/client';
import { infoPlist, pictureInPicture, uploader } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const player = 'file:///ws/App/Player.swift';
const upload = 'file:///ws/App/Uploader.swift';
const objc = 'file:///ws/App/Legacy.m';

const legacy = `#import <UIKit/UIKit.h>
@interface Legacy ()
@property CLLocationManager *manager;
@end
@implementation Legacy
- (void)start {
    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{}];
    [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback error:nil];
    [self.box setCategory:@"news"];
}
@end
`;

const tasks = `import BackgroundTasks
enum Task { static let refresh = "org.example.player.refresh" }
func start() {
    // background-modes:ignore task-not-completed -- tested by hand
    BGTaskScheduler.shared.register(forTaskWithIdentifier: Task.refresh, using: nil) { _ in }
    try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: "org.example.player.other"))
}
final class Delegate: NSObject, UIApplicationDelegate {
    func application(_ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any],
                     fetchCompletionHandler done: @escaping (UIBackgroundFetchResult) -> Void) { done(.noData) }
}
`;

const projectYml = `name: Radio
targets:
  Radio:
    type: application
    platform: iOS
    sources: [Radio]
    info:
      path: Radio/Info.plist
      properties:
        UIBackgroundModes:
          - audio
        BGTaskSchedulerPermittedIdentifiers: [org.example.radio.sync]
`;

const manifest = `import ProjectDescription
let project = Project(name: "Tuned", targets: [
    .target(name: "Tuned", destinations: .iOS, product: .app, bundleId: "org.example.tuned",
            infoPlist: .extendingDefault(with: ["UIBackgroundModes": ["location"]]),
            sources: ["Sources/**"]),
])
`;

const entitlements = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
  <key>aps-environment</key>
  <string>development</string>
  <key>com.example.other</key>
  <true/>
</dict>
</plist>
`;

const xcconfig = `// INFOPLIST_KEY_Other
INFOPLIST_KEY_UIBackgroundModes = audio
INFOPLIST_KEY_NSMicrophoneUsageDescription = To record
`;

const session = `import AVFoundation
func begin(store: Store) throws {
    try AVAudioSession.sharedInstance().setCategory(.playback, mode: .default)
    store.setCategory(.books)
    let center = MPNowPlayingInfoCenter.default()
    manager.allowsBackgroundLocationUpdates = true
}
struct Store { func setCategory(_ category: Category) {} }
`;

describe('hovers', () => {
  let client: TestClient;

  beforeEach(async () => {
    const files = {
      [plist]: infoPlist('fetch', 'no-mode'),
      [player]: pictureInPicture,
      [upload]: uploader,
      [objc]: legacy,
      'file:///ws/App/Session.swift': session,
      'file:///ws/App/Tasks.swift': tasks,
      'file:///ws/App/App.entitlements': entitlements,
      'file:///ws/App/Base.xcconfig': xcconfig,
      'file:///ws/Other/project.yml': projectYml,
      'file:///ws/Tuned/Project.swift': manifest,
    };
    const host = memoryHost(files);
    client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      { capabilities: pullingClient },
    );
    for (const [uri, text] of Object.entries(files)) client.open(uri, text);
    await client.indexed();
  });
  afterEach(() => client.stop());

  async function text(uri: string, at: string): Promise<string> {
    const hover = await client.hover(uri, at);
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  }

  it('say of a mode what it is, and where the target declares it', async () => {
    const shown = await text(plist, 'fetch');
    expect(shown).toContain('**fetch**: Background fetch · since iOS 7.0');
    expect(shown).toContain('There is no fixed rate');
    expect(shown).toContain(`App: declared in [App/Info.plist, line 11](${plist}#L11)`);
  });

  it('explain the key of the modes', async () => {
    expect(await text(plist, 'UIBackgroundModes')).toContain(
      'The reasons for which iOS may let this app run',
    );
  });

  it('stay silent on other values and keys', async () => {
    expect(await client.hover(plist, 'no-mode')).toBeNull();
    expect(await client.hover(plist, 'CFBundleIdentifier')).toBeNull();
    expect(await client.hover(player, 'final class')).toBeNull();
  });

  it('say of an API that its mode is missing, and follow the plist while it is edited', async () => {
    expect(await text(player, 'AVPictureInPictureController(')).toContain(
      `**not declared** in [App/Info.plist](${plist})`,
    );
    client.replace(plist, '<string>no-mode</string>', '<string>audio</string>');
    expect(await text(player, 'AVPictureInPictureController(')).toContain(
      'declared in [App/Info.plist, line 12]',
    );
  });

  it('do not ask for what an API can be used without', async () => {
    const shown = await text('file:///ws/App/Session.swift', 'setCategory(.playback');
    expect(shown).toContain('`audio` in UIBackgroundModes to go on in the background – App: not declared in');
    expect(await text(plist, '<string>fetch')).toContain('when BGTaskScheduler is used – App: missing');
  });

  it('are about the element where its tags are', async () => {
    const hover = await client.hover(plist, '<key>UIBackgroundModes');
    expect(hover?.range).toEqual(client.rangeOf(plist, '<key>UIBackgroundModes</key>'));
  });

  it('explain types in declarations of both languages', async () => {
    expect(await text(player, 'AVPictureInPictureController?')).toContain('**Picture in Picture**');
    expect(await text(player, 'AVPlayerLayer)')).toContain('**Player layer**');
    expect(await text(objc, 'CLLocationManager *')).toContain('**Location updates**');
    expect(await client.hover(player, 'layer: AV')).toBeNull();
  });

  it('cover the name they are about', async () => {
    const hover = await client.hover(player, 'AVPictureInPictureController(');
    const range = client.rangeOf(player, 'AVPictureInPictureController(');
    expect(hover?.range).toEqual({
      start: range.start,
      end: { line: range.end.line, character: range.end.character - 1 },
    });
  });

  it('explain the beginning and the end of a background task in both languages', async () => {
    expect(await text(upload, 'beginBackgroundTask')).toContain('**Begin a background task**');
    expect(await text(upload, 'endBackgroundTask')).toContain('**End a background task**');
    expect(await text(objc, 'beginBackgroundTaskWith')).toContain('**Begin a background task**');
  });

  it('explain the audio session by the call, by its argument and by the class', async () => {
    const swift = 'file:///ws/App/Session.swift';
    for (const at of ['setCategory(.playback', 'playback,', 'AVAudioSession.']) {
      expect(await text(swift, at)).toContain('**Audio session category**');
    }
    expect(await text(objc, 'setCategory:AVAudio')).toContain('**Audio session category**');
    expect(await text(objc, 'AVAudioSessionCategoryPlayback')).toContain('**Audio session category**');
  });

  it('do not take another setCategory for that of the audio session', async () => {
    expect(await client.hover('file:///ws/App/Session.swift', 'setCategory(.books')).toBeNull();
    expect(await client.hover('file:///ws/App/Session.swift', 'books')).toBeNull();
    expect(await client.hover(objc, 'setCategory:@"news"')).toBeNull();
  });

  it('name the mode of the other APIs of the requirements table', async () => {
    const shown = await text('file:///ws/App/Session.swift', 'allowsBackgroundLocationUpdates');
    expect(shown).toContain('Location updates in the background need `location` in UIBackgroundModes');
    expect(shown).toContain('**not declared**');
  });

  it('explain Now Playing', async () => {
    const swift = 'file:///ws/App/Session.swift';
    expect(await text(swift, 'MPNowPlayingInfoCenter')).toContain('**Now Playing and remote commands**');
    expect(await text(swift, 'default()')).toContain('**Now Playing and remote commands**');
  });

  it('explain other keys of the background, entitlements and what needs them', async () => {
    const shown = await text('file:///ws/App/App.entitlements', 'aps-environment');
    expect(shown).toContain('**aps-environment**');
    expect(shown).toContain('Silent pushes need it: without it, the app gets no token');
    expect(await client.hover('file:///ws/App/App.entitlements', 'com.example.other')).toBeNull();
  });

  it('list the common mistakes by the titles of their rules', async () => {
    expect(await text(upload, 'beginBackgroundTask')).toContain(
      '**Common mistakes**\n\n- Background task is not ended on every path',
    );
  });

  it('explain methods that the system calls', async () => {
    const swift = 'file:///ws/App/Tasks.swift';
    expect(await text(swift, 'didReceiveRemoteNotification')).toContain('**Silent push**');
    expect(await text(swift, 'application(')).toContain('**Silent push**');
  });

  it('say of an identifier whether it is permitted, and what the code does with it', async () => {
    const swift = 'file:///ws/App/Tasks.swift';
    const registered = await text(swift, 'org.example.player.refresh');
    expect(registered).toContain('**not permitted** in `BGTaskSchedulerPermittedIdentifiers`');
    expect(registered).toContain('registered in [App/Tasks.swift, line 5]');
    const requested = await text(swift, 'org.example.player.other');
    expect(requested).toContain('no code seen that registers a launch handler');
    expect(requested).toContain('requested with `BGAppRefreshTaskRequest`');
    client.replace(
      plist,
      '<key>UIBackgroundModes</key>',
      '<key>BGTaskSchedulerPermittedIdentifiers</key><array><string>org.example.player.other</string></array><key>UIBackgroundModes</key>',
    );
    expect(await text(swift, 'org.example.player.other')).toContain('permitted in [App/Info.plist, line 9]');
    expect(await text(plist, 'org.example.player.other')).toContain('requested with');
  });

  it('explain the rules that a comment silences', async () => {
    expect(await text('file:///ws/App/Tasks.swift', 'task-not-completed')).toContain(
      '**task-not-completed**: Scheduled task is not completed on every path',
    );
  });

  it('explain modes and identifiers in the file of a tool', async () => {
    const yml = 'file:///ws/Other/project.yml';
    expect(await text(yml, 'audio')).toContain('**audio**: Audio, AirPlay, and Picture in Picture');
    expect(await text(yml, 'UIBackgroundModes')).toContain('The reasons for which iOS may let this app run');
    expect(await text(yml, 'org.example.radio.sync')).toContain('permitted in [Other/project.yml, line 12]');
    expect(await client.hover(yml, 'sources')).toBeNull();
    expect(await text('file:///ws/Tuned/Project.swift', 'location')).toContain(
      '**location**: Location updates',
    );
  });

  it('say of a build setting what it makes, and that one for modes makes nothing', async () => {
    const config = 'file:///ws/App/Base.xcconfig';
    expect(await text(config, 'UIBackgroundModes')).toContain('**This setting does nothing**');
    expect(await text(config, 'NSMicrophoneUsageDescription')).toContain('Why the app uses the microphone');
    expect(await client.hover(config, 'INFOPLIST_KEY_Other')).toBeNull();
  });
});

describe('hovers on what several targets share', () => {
  it('say once what is the same for them', async () => {
    const source = 'file:///ws/A.swift';
    const text = 'let session = AVPictureInPictureController(playerLayer: layer)\n';
    const shared = { sources: ['A.swift'], settings: { INFOPLIST_FILE: 'App/Info.plist' } };
    const own = { ...shared, settings: { INFOPLIST_FILE: 'Other.plist' } };
    const targets = [
      { ...shared, name: 'App' },
      { ...own, name: 'Other' },
      { ...shared, name: 'Beta' },
    ];
    const host = memoryHost({
      'file:///ws/App.xcodeproj/project.pbxproj': pbxproj({ targets }),
      [plist]: infoPlist('audio'),
      'file:///ws/Other.plist': infoPlist('fetch'),
      [source]: text,
    });
    const client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      { capabilities: pullingClient },
    );
    client.open(source, text);
    await client.indexed();
    const contents = (await client.hover(source, 'AVPictureInPicture'))?.contents as
      | MarkupContent
      | undefined;
    await client.stop();
    expect(contents?.value).toMatch(
      / – App, Beta: declared in \[App\/Info\.plist, line \d+\]\([^)]+\); Other: \*\*not declared\*\* in \[Other/,
    );
  });
});

describe('hovers in code that runs on the Mac alone', () => {
  it.each([
    ['macosx', false],
    ['iphoneos', true],
  ])('of a target for %s: %s', async (SDKROOT, isShown) => {
    const delegate = `class AppDelegate: NSObject {
    func urlSessionDidFinishEvents(forBackgroundURLSession session: URLSession) {}
    func start() { UIApplication.shared.beginBackgroundTask {} }
}
`;
    const target = { name: 'App', sources: ['A.swift'], settings: { SDKROOT } };
    const uri = 'file:///ws/A.swift';
    const host = memoryHost({
      'file:///ws/App.xcodeproj/project.pbxproj': pbxproj({ targets: [target] }),
      [uri]: delegate,
    });
    const client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      { capabilities: pullingClient },
    );
    client.open(uri, delegate);
    await client.indexed();
    const hover = await client.hover(uri, 'beginBackgroundTask');
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    await client.stop();
    expect([hover !== null, lenses.length > 0]).toEqual([isShown, isShown]);
  });
});

describe('hovers for clients without Markdown', () => {
  it('are plain words', async () => {
    const { hover: _, ...textDocument } = pullingClient.textDocument ?? {};
    const host = memoryHost({ [plist]: infoPlist('fetch') });
    const client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      { capabilities: { ...pullingClient, textDocument } },
    );
    client.open(plist, infoPlist('fetch'));
    const contents = (await client.hover(plist, 'fetch'))?.contents as MarkupContent | undefined;
    await client.stop();
    expect(contents?.kind).toBe('plaintext');
    expect(contents?.value).toContain('Keep in mind:\n- There is no fixed rate');
    expect(contents?.value).not.toMatch(/[*`]/);
  });
});
