import type { RuleExample } from '../../types';

function swiftCalls(
  body: string,
  method = 'perform action: CXAnswerCallAction',
  rest = '',
): Record<string, string> {
  return {
    'Calls.swift': `import AVFAudio
import CallKit

final class Calls: NSObject, CXProviderDelegate {
  func provider(_ provider: CXProvider, ${method}) {
${body}
  }
${rest}}
`,
  };
}

function swiftTalk(body: string, rest = ''): Record<string, string> {
  return {
    'Talk.swift': `import AVFAudio
import PushToTalk

final class Talk: NSObject {
  func startRecording() {}
${rest}}

extension Talk: PTChannelManagerDelegate {
  func channelManager(_ channelManager: PTChannelManager, channelUUID: UUID, didBeginTransmittingFrom source: PTChannelTransmitRequestSource) {
${body}
  }
}
`,
  };
}

function objcCalls(body: string): Record<string, string> {
  return {
    'Calls.m': `#import <AVFAudio/AVFAudio.h>
#import <CallKit/CallKit.h>

@interface Calls : NSObject <CXProviderDelegate>
@end

@implementation Calls

- (void)provider:(CXProvider *)provider performStartCallAction:(CXStartCallAction *)action {
${body}
    [action fulfill];
}

@end
`,
  };
}

function objcTalk(method: string, body: string): Record<string, string> {
  return {
    'Talk.m': `#import <AVFAudio/AVFAudio.h>
#import <PushToTalk/PushToTalk.h>

@interface Talk : NSObject <PTChannelManagerDelegate>
@end

@implementation Talk

- (void)channelManager:(PTChannelManager *)channelManager ${method} {
${body}
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'callkit',
    files: swiftCalls(`    let session = AVAudioSession.sharedInstance()
    do {
      try session.setCategory(.playAndRecord, mode: .voiceChat)
      try session.⟦setActive⟧(true, options: [])
    } catch {
      print(error)
    }
    action.fulfill()`),
  },
  {
    kind: 'bad',
    entry: 'callkit',
    note: 'in a helper of the same type',
    files: swiftCalls(
      '    ⟦prepareAudio⟧()\n    action.fulfill()',
      undefined,
      `  private func prepareAudio() {
    try? AVAudioSession.sharedInstance().setCategory(.playAndRecord, mode: .voiceChat)
    try? AVAudioSession.sharedInstance().setActive(true)
  }
`,
    ),
  },
  {
    kind: 'bad',
    entry: 'callkit',
    note: 'CallKit has just activated it',
    files: swiftCalls('    try? session.⟦setActive⟧(true)', 'didActivate session: AVAudioSession'),
  },
  {
    kind: 'good',
    entry: 'callkit',
    files: swiftCalls(
      '    try? AVAudioSession.sharedInstance().setCategory(.playAndRecord, mode: .voiceChat)\n    action.fulfill()',
      undefined,
      `  func provider(_ provider: CXProvider, didActivate audioSession: AVAudioSession) { startAudio() }
  private func startAudio() {}
`,
    ),
  },
  {
    kind: 'near-miss',
    entry: 'callkit',
    note: 'calls without CallKit have to activate it',
    files: {
      'Ringback.swift': `import AVFAudio

final class Ringback {
  func play() { try? AVAudioSession.sharedInstance().setActive(true) }
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'callkit',
    note: 'an app’s own session object',
    files: swiftCalls(
      '    session.setActive(true)\n    action.fulfill()',
      undefined,
      '  let session = CallAudio()\n',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'callkit',
    note: 'a helper that decides for itself',
    files: swiftCalls(
      '    configure(activate: false)\n    action.fulfill()',
      undefined,
      `  private func configure(activate: Bool) {
    if activate { try? AVAudioSession.sharedInstance().setActive(true) }
  }
`,
    ),
  },
  {
    kind: 'bad',
    entry: 'callkit',
    files: objcCalls('    [[AVAudioSession sharedInstance] ⟦setActive⟧:YES withOptions:0 error:nil];'),
  },
  {
    kind: 'good',
    entry: 'callkit',
    files: objcCalls(
      '    [[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayAndRecord error:nil];',
    ),
  },
  {
    kind: 'bad',
    entry: 'push-to-talk',
    files: swiftTalk(`    try? AVAudioSession.sharedInstance().⟦setActive⟧(true)
    startRecording()`),
  },
  {
    kind: 'good',
    entry: 'push-to-talk',
    files: swiftTalk(
      '    print(source)',
      '  func channelManager(_ channelManager: PTChannelManager, didActivate audioSession: AVAudioSession) { startRecording() }\n',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'push-to-talk',
    note: 'no callback of the framework',
    files: swiftTalk(
      '    startRecording()',
      '  func playVoiceMail() { try? AVAudioSession.sharedInstance().setActive(true) }\n',
    ),
  },
  {
    kind: 'bad',
    entry: 'push-to-talk',
    files: objcTalk(
      'didActivateAudioSession:(AVAudioSession *)audioSession',
      '    [audioSession ⟦setActive⟧:YES error:nil];\n    [self startRecording];',
    ),
  },
  {
    kind: 'good',
    entry: 'push-to-talk',
    files: objcTalk('didActivateAudioSession:(AVAudioSession *)audioSession', '    [self startRecording];'),
  },
];
