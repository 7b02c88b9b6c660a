import type { RuleExample } from '../../types';

function swift(body: string, label = 'completion', rest = ''): Record<string, string> {
  return {
    'VoicePushes.swift': `import CallKit
import PushKit
final class VoicePushes: NSObject, PKPushRegistryDelegate {
  let provider: CXProvider
  func pushRegistry(_ registry: PKPushRegistry, didUpdate credentials: PKPushCredentials, for type: PKPushType) {}
  func pushRegistry(_ registry: PKPushRegistry, didReceiveIncomingPushWith payload: PKPushPayload, for type: PKPushType, ${label}: @escaping () -> Void) {
${body}
  }
${rest}}
`,
  };
}

function objc(body: string, label = 'withCompletionHandler'): Record<string, string> {
  return {
    'VoicePushes.m': `#import <CallKit/CallKit.h>
#import <PushKit/PushKit.h>
@implementation VoicePushes
- (void)pushRegistry:(PKPushRegistry *)registry didReceiveIncomingPushWithPayload:(PKPushPayload *)payload forType:(PKPushType)type ${label}:(void (^)(void))finish {
${body}
}
@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(
      '    provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { error in\n      print(error as Any)\n    }',
      '⟦completion⟧',
    ),
  },
  {
    kind: 'good',
    files: swift(
      '    provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { error in\n      print(error as Any)\n      completion()\n    }',
    ),
  },
  {
    kind: 'near-miss',
    note: 'kept until the call is reported',
    files: swift(
      '    waiting = completion\n    provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in self.waiting?() }',
      undefined,
      '  var waiting: (() -> Void)?\n',
    ),
  },
  {
    kind: 'bad',
    files: objc(
      '    [self.provider reportNewIncomingCallWithUUID:[NSUUID UUID] update:[CXCallUpdate new] completion:^(NSError *error) {\n        NSLog(@"%@", error);\n    }];',
      '⟦withCompletionHandler⟧',
    ),
  },
  {
    kind: 'good',
    files: objc(
      '    [self.provider reportNewIncomingCallWithUUID:[NSUUID UUID] update:[CXCallUpdate new] completion:^(NSError *error) {\n        finish();\n    }];',
    ),
  },
];
