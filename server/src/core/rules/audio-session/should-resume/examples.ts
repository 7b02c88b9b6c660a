import type { RuleExample } from '../../types';

function swift(ended: string, rest = ''): RuleExample['files'] {
  return {
    'Interruptions.swift': `import AVFoundation

final class Interruptions {
  private let player = AVPlayer()
  private var wasPlaying = false

  func handle(_ note: Notification) {
    guard let info = note.userInfo,
      let raw = info[AVAudioSessionInterruptionTypeKey] as? UInt,
      let type = AVAudioSession.InterruptionType(rawValue: raw)
    else { return }
    switch type {
    case .began:
      player.pause()
    case .ended:
${ended.trim().replace(/^/gm, '      ')}
    @unknown default:
      break
    }
  }
${rest}}
`,
  };
}

function objc(body: string): RuleExample['files'] {
  return {
    'Interruptions.m': `#import <AVFoundation/AVFoundation.h>

@interface Interruptions : NSObject
@property (nonatomic, strong) AVPlayer *player;
@end

@implementation Interruptions

- (void)interrupted:(NSNotification *)note {
    NSUInteger type = [note.userInfo[AVAudioSessionInterruptionTypeKey] unsignedIntegerValue];
${body.trim().replace(/^/gm, '    ')}
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('player.⟦play⟧()') },
  {
    kind: 'bad',
    note: 'through a helper',
    files: swift('⟦goOn⟧()', '\n  private func goOn() { player.play() }\n'),
  },
  {
    kind: 'good',
    files: swift(`let options = AVAudioSession.InterruptionOptions(
  rawValue: info[AVAudioSessionInterruptionOptionKey] as? UInt ?? 0)
if options.contains(.shouldResume) { player.play() }`),
  },
  {
    kind: 'near-miss',
    note: 'only the screen changes',
    files: swift('updateButtons()', '\n  func updateButtons() {}\n'),
  },
  { kind: 'near-miss', note: 'a condition of the app', files: swift('if wasPlaying { player.play() }') },
  {
    kind: 'near-miss',
    note: 'the end of a gesture',
    files: {
      'Preview.swift': `import AVFoundation
import UIKit

final class Preview: UIViewController {
  private let player = AVPlayer()

  @objc func pressed(_ gesture: UIGestureRecognizer) {
    switch gesture.state {
    case .ended: player.play()
    default: break
    }
  }
}
`,
    },
  },
  {
    kind: 'bad',
    files: objc(`if (type == AVAudioSessionInterruptionTypeEnded) {
    [self.player ⟦play⟧];
}`),
  },
  {
    kind: 'bad',
    note: 'the other branch of the beginning',
    files: objc(`if (type == AVAudioSessionInterruptionTypeBegan) {
    [self.player pause];
} else {
    [self.player ⟦play⟧];
}`),
  },
  {
    kind: 'good',
    files:
      objc(`NSUInteger options = [note.userInfo[AVAudioSessionInterruptionOptionKey] unsignedIntegerValue];
if (type == AVAudioSessionInterruptionTypeEnded && (options & AVAudioSessionInterruptionOptionShouldResume)) {
    [self.player play];
}`),
  },
];
