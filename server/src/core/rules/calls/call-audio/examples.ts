import type { RuleExample } from '../../types';

const swift = (
  setUp: string,
  method = 'provider(_ provider: CXProvider, perform action: CXAnswerCallAction)',
) => ({
  'Calls.swift': `import AVFAudio
import CallKit

final class Calls: NSObject, CXProviderDelegate {
  func providerDidReset(_ provider: CXProvider) {}

  func ${method} {
    try? AVAudioSession.sharedInstance().setCategory(${setUp})
  }
}
`,
});

const objc = (setUp: string, method: string) => ({
  'Calls.m': `#import <AVFoundation/AVFoundation.h>
#import <CallKit/CallKit.h>

@interface Calls : NSObject <CXProviderDelegate>
@end

@implementation Calls

- (void)${method} {
    [[AVAudioSession sharedInstance] setCategory:${setUp} error:nil];
}

@end
`,
});

const starting = 'provider:(CXProvider *)provider performStartCallAction:(CXStartCallAction *)action';
const ended = 'provider(_ provider: CXProvider, didDeactivate audioSession: AVAudioSession)';
const talk = 'AVAudioSessionCategoryPlayAndRecord mode:AVAudioSessionModeVoiceChat options:';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', entry: 'category', files: swift('⟦.playback⟧') },
  { kind: 'bad', entry: 'category', files: objc('⟦AVAudioSessionCategoryPlayback⟧', starting) },
  { kind: 'good', entry: 'category', files: swift('.playAndRecord, mode: .voiceChat') },
  { kind: 'good', entry: 'category', files: objc('AVAudioSessionCategoryPlayAndRecord', starting) },
  {
    kind: 'near-miss',
    entry: 'category',
    note: 'After the call the app plays again',
    files: swift('.playback', ended),
  },
  {
    kind: 'near-miss',
    entry: 'category',
    note: 'The category depends on something else',
    files: swift('Settings.category'),
  },
  {
    kind: 'bad',
    entry: 'mixable',
    files: swift(
      '.playAndRecord, mode: .voiceChat, options: [.allowBluetoothHFP, ⟦.mixWithOthers⟧]',
      'prepare()',
    ),
  },
  {
    kind: 'bad',
    entry: 'mixable',
    files: objc(`${talk}⟦AVAudioSessionCategoryOptionMixWithOthers⟧`, 'prepare'),
  },
  {
    kind: 'good',
    entry: 'mixable',
    files: swift('.playAndRecord, mode: .voiceChat, options: [.allowBluetoothHFP]', 'prepare()'),
  },
  { kind: 'good', entry: 'mixable', files: objc(`${talk}0`, 'prepare') },
  {
    kind: 'near-miss',
    entry: 'mixable',
    note: 'No session of a call',
    files: swift('.playAndRecord, mode: .default, options: [.mixWithOthers]', 'prepare()'),
  },
];
