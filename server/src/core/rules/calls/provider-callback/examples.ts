import type { RuleExample } from '../../types';

const answer =
  '  func provider(_ provider: CXProvider, perform action: CXAnswerCallAction) { action.fulfill() }\n';
const activate =
  '  func provider(_ provider: CXProvider, didActivate audioSession: AVAudioSession) { startAudio() }\n';
const reset = '  func providerDidReset(_ provider: CXProvider) { hangUpAll() }\n';

/** `marked` is the name of the protocol in the list of conformances. */
function swift(callbacks: string, marked = 'CXProviderDelegate', base = 'NSObject'): Record<string, string> {
  return {
    'Phone.swift': `import CallKit

final class Phone: ${base} {
  func hangUpAll() {}
  func startAudio() {}
}

extension Phone: ${marked} {
${callbacks}}
`,
  };
}

function objc(callbacks: string, marked = 'CXProviderDelegate'): Record<string, string> {
  return {
    'Phone.m': `#import <CallKit/CallKit.h>

@interface Phone : NSObject <${marked}>
@end

@implementation Phone

- (void)provider:(CXProvider *)provider performAnswerCallAction:(CXAnswerCallAction *)action {
    [action fulfill];
}

${callbacks}
@end
`,
  };
}

const objcActivate = `- (void)provider:(CXProvider *)provider didActivateAudioSession:(AVAudioSession *)audioSession {
    [self startAudio];
}
`;
const objcReset = '- (void)providerDidReset:(CXProvider *)provider {\n    [self hangUpAll];\n}\n';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', entry: 'did-activate', files: swift(reset + answer, '⟦CXProviderDelegate⟧') },
  { kind: 'good', entry: 'did-activate', files: swift(reset + answer + activate) },
  {
    kind: 'near-miss',
    entry: 'did-activate',
    note: 'every call is turned down',
    files: swift(`${reset}  func provider(_ provider: CXProvider, perform action: CXAnswerCallAction) {
    action.fail()
    provider.reportCall(with: action.callUUID, endedAt: nil, reason: .unanswered)
  }
  func provider(_ provider: CXProvider, perform action: CXEndCallAction) { action.fulfill() }
`),
  },
  {
    kind: 'near-miss',
    entry: 'did-activate',
    note: 'in another file',
    files: {
      ...swift(reset + answer),
      'Phone+Audio.swift': `import AVFAudio
import CallKit

extension Phone {
${activate}}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'did-activate',
    note: 'the superclass comes from elsewhere',
    files: swift(reset + answer, undefined, 'PhoneBase'),
  },
  {
    kind: 'near-miss',
    entry: 'did-activate',
    note: 'a delegate without actions has no audio',
    files: swift(reset),
  },
  { kind: 'bad', entry: 'did-activate', files: objc(objcReset, '⟦CXProviderDelegate⟧') },
  { kind: 'good', entry: 'did-activate', files: objc(objcReset + objcActivate) },
  {
    kind: 'bad',
    entry: 'did-reset',
    files: swift(
      `${answer}${activate}  func ⟦providerDidReset⟧(_ provider: CXProvider) { print("reset") }\n`,
    ),
  },
  { kind: 'good', entry: 'did-reset', files: swift(answer + activate + reset) },
  {
    kind: 'near-miss',
    entry: 'did-reset',
    note: 'a delegate that does nothing at all',
    files: swift(`  func providerDidReset(_ provider: CXProvider) {}
  func provider(_ provider: CXProvider, didActivate audioSession: AVAudioSession) {}
`),
  },
  {
    kind: 'bad',
    entry: 'did-reset',
    files: objc(`${objcActivate}- (void)⟦providerDidReset⟧:(CXProvider *)provider {
    NSLog(@"reset");
}
`),
  },
];
