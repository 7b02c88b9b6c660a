import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

type Entry = 'interruption' | 'engine-configuration' | 'media-services-reset' | 'route-change';

const plist = { 'Info.plist': appPlist(stringArray('UIBackgroundModes', ['audio'])) };

const observed: Readonly<Record<Entry, string>> = {
  interruption: 'AVAudioSession.interruptionNotification',
  'engine-configuration': '.AVAudioEngineConfigurationChange',
  'media-services-reset': 'AVAudioSession.mediaServicesWereResetNotification',
  'route-change': 'AVAudioSession.routeChangeNotification',
};

function observers(left: Entry | undefined): string {
  return Object.entries(observed)
    .filter(([entry]) => entry !== left)
    .map(
      ([, name]) =>
        `    center.addObserver(self, selector: #selector(changed), name: ${name}, object: nil)\n`,
    )
    .join('');
}

/** An engine that observes everything but one notification; the place of the finding is marked. */
function engine(left: Entry | undefined): string {
  return `import AVFAudio

final class EnginePlayer: NSObject {
  let engine = ${place('AVAudioEngine', left === 'engine-configuration' || left === 'media-services-reset')}()
  let node = ${place('AVAudioPlayerNode', left === 'route-change')}()

  func begin() throws {
    let center = NotificationCenter.default
${observers(left)}    engine.attach(node)
    try AVAudioSession.sharedInstance().setCategory(.playback)
    try engine.${place('start', left === 'interruption')}()
    node.play()
  }

  @objc func changed(_ note: Notification) {}
}
`;
}

function place(name: string, isMarked: boolean): string {
  return isMarked ? `⟦${name}⟧` : name;
}

function swift(kind: RuleExample['kind'], entry: Entry, text: string, note?: string): RuleExample {
  return { kind, entry, files: { ...plist, 'Player.swift': text }, ...(note === undefined ? {} : { note }) };
}

function pair(entry: Entry): readonly RuleExample[] {
  return [swift('bad', entry, engine(entry)), swift('good', entry, engine(undefined))];
}

function objc(observer: string, isBad: boolean): RuleExample['files'] {
  return {
    'Player.m': `#import <AVFAudio/AVFAudio.h>

@implementation Player

- (void)begin {
    AVAudioEngine *engine = [[${place('AVAudioEngine', isBad)} alloc] init];
${observer}    [engine startAndReturnError:nil];
}

@end
`,
  };
}

const objcObserver = `    [[NSNotificationCenter defaultCenter] addObserver:self
                                             selector:@selector(changed:)
                                                 name:AVAudioEngineConfigurationChangeNotification
                                               object:engine];
`;

export const examples: readonly RuleExample[] = [
  ...pair('interruption'),
  ...pair('engine-configuration'),
  ...pair('media-services-reset'),
  ...pair('route-change'),
  {
    kind: 'bad',
    entry: 'engine-configuration',
    note: 'a file by itself',
    files: objc('', true),
  },
  { kind: 'good', entry: 'engine-configuration', files: objc(objcObserver, false) },
  swift(
    'near-miss',
    'interruption',
    `import AVKit

final class Player {
  let player = AVPlayer()
  let controller = AVPlayerViewController()

  func begin() throws {
    try AVAudioSession.sharedInstance().setCategory(.playback)
    player.play()
  }
}
`,
    'AVKit looks after it',
  ),
  swift(
    'near-miss',
    'interruption',
    `import AVFAudio

final class Click {
  var player: AVAudioPlayer?

  func click() { player?.play() }
}
`,
    'a sound in the category that apps have at first',
  ),
  swift(
    'near-miss',
    'engine-configuration',
    `import AVFAudio

final class Renderer {
  let engine = AVAudioEngine()

  func render(_ format: AVAudioFormat) throws {
    try engine.enableManualRenderingMode(.offline, format: format, maximumFrameCount: 4096)
    try engine.start()
  }
}
`,
    'into a file',
  ),
  swift(
    'near-miss',
    'engine-configuration',
    `import AVFAudio
import Speech

final class Dictation {
  let engine = AVAudioEngine()
  let recogniser = SFSpeechRecognizer()

  func listen() throws { try engine.start() }
}
`,
    'a dictation ends with the sentence',
  ),
  swift(
    'near-miss',
    'media-services-reset',
    `import AVFAudio

final class Click {
  var player: AVAudioPlayer?

  func click() { player?.play() }
}
`,
    'a short sound is made anew each time',
  ),
  swift(
    'near-miss',
    'route-change',
    `import AVFoundation

final class Stream {
  let player = AVPlayer()

  func begin() { player.play() }
}
`,
    'AVPlayer pauses by itself',
  ),
];
