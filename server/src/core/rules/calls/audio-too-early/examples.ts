import type { RuleExample } from '../../types';

function swift(answer: string, rest = ''): Record<string, string> {
  return {
    'Calls.swift': `import AVFAudio
import CallKit

final class Calls: NSObject, CXProviderDelegate {
  private let engine = AVAudioEngine()

  func provider(_ provider: CXProvider, perform action: CXAnswerCallAction) {
${answer}
    action.fulfill()
  }
${rest}}
`,
  };
}

function objc(body: string, rest = ''): Record<string, string> {
  return {
    'Calls.m': `#import <AVFAudio/AVFAudio.h>
#import <CallKit/CallKit.h>

@interface Calls : NSObject <CXProviderDelegate>
@property (nonatomic, strong) AVAudioEngine *engine;
@end

@implementation Calls

- (void)provider:(CXProvider *)provider performStartCallAction:(CXStartCallAction *)action {
${body}
    [action fulfill];
}

${rest}@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('    engine.prepare()\n    try? engine.⟦start⟧()') },
  {
    kind: 'bad',
    note: 'through a helper',
    files: swift('    ⟦startAudio⟧()', '  private func startAudio() { try? engine.start() }\n'),
  },
  {
    kind: 'good',
    files: swift(
      '    engine.prepare()',
      '  func provider(_ provider: CXProvider, didActivate audioSession: AVAudioSession) { try? engine.start() }\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'only when the session is active already',
    files: swift('    if isAudioActive { try? engine.start() }', '  var isAudioActive = false\n'),
  },
  {
    kind: 'near-miss',
    note: 'another kind of engine',
    files: swift('    try? media.start()', '  let media = MediaEngine()\n'),
  },
  {
    kind: 'near-miss',
    note: 'kept for later',
    files: swift('    whenActive = { try? self.engine.start() }', '  var whenActive: () -> Void = {}\n'),
  },
  { kind: 'bad', files: objc('    [self.engine ⟦startAndReturnError⟧:nil];') },
  { kind: 'bad', note: 'a C function', files: objc('    ⟦AudioOutputUnitStart⟧(_unit);') },
  {
    kind: 'good',
    files: objc(
      '    [self.engine prepare];',
      `- (void)provider:(CXProvider *)provider didActivateAudioSession:(AVAudioSession *)audioSession {
    [self.engine startAndReturnError:nil];
}

`,
    ),
  },
];
