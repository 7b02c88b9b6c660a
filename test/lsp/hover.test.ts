import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-protocol';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from '../support/memory-fs';
import { pullingClient } from './support/capabilities';
import { TestClient } from './support/client';
import { infoPlist, pictureInPicture, uploader } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const player = 'file:///ws/App/Player.swift';
const upload = 'file:///ws/App/Uploader.swift';
const objc = 'file:///ws/App/Legacy.m';

const legacy = `#import <UIKit/UIKit.h>
@implementation Legacy
- (void)start {
    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{}];
    [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback error:nil];
    [self.box setCategory:@"news"];
}
@end
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
    expect(shown).toContain('**fetch**: Background fetch');
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
});
