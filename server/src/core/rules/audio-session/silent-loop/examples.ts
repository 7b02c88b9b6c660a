import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

const modes = (...values: readonly string[]) => appPlist(stringArray('UIBackgroundModes', values));

function swift(body: string, plist = modes('audio', 'location')): RuleExample['files'] {
  return {
    'Info.plist': plist,
    'Keeper.swift': `import AVFAudio

final class Keeper {
  private var player: AVAudioPlayer?
  private let track = Bundle.main.url(forResource: "rain", withExtension: "m4a")!

  func start() throws {
${body.trim().replace(/^/gm, '    ')}
    player?.play()
  }
}
`,
  };
}

function objc(body: string): RuleExample['files'] {
  return {
    'Info.plist': modes('audio', 'location'),
    'Keeper.m': `#import <AVFAudio/AVFAudio.h>

@interface Keeper : NSObject
@property (nonatomic, strong) AVAudioPlayer *player;
@end

@implementation Keeper

- (void)start {
${body.trim().replace(/^/gm, '    ')}
    [self.player play];
}

@end
`,
  };
}

const silence = `let silence = Bundle.main.url(forResource: "one-second-silence", withExtension: "m4a")!
player = try AVAudioPlayer(contentsOf: silence)`;
const music = 'player = try AVAudioPlayer(contentsOf: track)';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', note: 'the name of the sound', files: swift(`${silence}\nplayer?.⟦numberOfLoops⟧ = -1`) },
  {
    kind: 'bad',
    note: 'the volume',
    files: swift(`${music}\nplayer?.volume = 0.0\nplayer?.⟦numberOfLoops⟧ = -1`),
  },
  {
    kind: 'bad',
    note: 'beside a player that people hear',
    files: swift(`let bell = try AVAudioPlayer(contentsOf: track)
bell.play()
${silence}
player?.⟦numberOfLoops⟧ = -1`),
  },
  {
    kind: 'near-miss',
    note: 'the bell goes on, and silence does not',
    files: swift(`let bell = try AVAudioPlayer(contentsOf: track)
bell.numberOfLoops = -1
bell.play()
${silence}`),
  },
  {
    kind: 'near-miss',
    note: 'while a call is on hold',
    files: {
      'Info.plist': modes('audio', 'voip'),
      'Hold.swift': `import AVFAudio
import CallKit

final class Hold: NSObject, CXProviderDelegate {
  private var player: AVAudioPlayer?

  func hold() throws {
    let silence = Bundle.main.url(forResource: "silence", withExtension: "wav")!
    player = try AVAudioPlayer(contentsOf: silence)
    player?.numberOfLoops = -1
  }

  func providerDidReset(_ provider: CXProvider) {}
}
`,
    },
  },
  { kind: 'good', files: swift(`${music}\nplayer?.numberOfLoops = -1`) },
  {
    kind: 'near-miss',
    note: 'it fades in',
    files: swift(`${music}
player?.volume = 0
player?.numberOfLoops = -1
player?.setVolume(1, fadeDuration: 3)`),
  },
  {
    kind: 'near-miss',
    note: 'it gets louder',
    files: swift(`${music}\nplayer?.volume = 0\nplayer?.numberOfLoops = -1\nplayer?.volume = 0.8`),
  },
  { kind: 'near-miss', note: 'a short pause', files: swift(`${silence}\nplayer?.numberOfLoops = 2`) },
  {
    kind: 'near-miss',
    note: 'without the mode the app is suspended all the same',
    files: swift(`${silence}\nplayer?.numberOfLoops = -1`, modes('location')),
  },
  { kind: 'bad', files: objc('self.player.volume = 0;\nself.player.⟦numberOfLoops⟧ = -1;') },
  {
    kind: 'bad',
    note: 'setters',
    files: objc('[self.player setVolume:0.0f];\n[self.player ⟦setNumberOfLoops⟧:-1];'),
  },
  { kind: 'good', files: objc('self.player.volume = 0.7;\nself.player.numberOfLoops = -1;') },
];
