import type { RuleExample } from '../../types';

const withCompletion =
  'didReceiveIncomingPushWith payload: PKPushPayload, for type: PKPushType, completion: @escaping () -> Void';

/** A delegate whose handler has this body; `provider` is its CXProvider. */
function swift(body: string, rest = '', params = withCompletion): Record<string, string> {
  return {
    'Pushes.swift': `import CallKit
import PushKit
import UIKit

final class Pushes: NSObject, PKPushRegistryDelegate {
  let provider = CXProvider(configuration: CXProviderConfiguration())

  func pushRegistry(_ registry: PKPushRegistry, ${params}) {
${body}
  }
${rest}}
`,
  };
}

function objc(body: string, label = 'didReceiveIncomingPushWithPayload'): Record<string, string> {
  return {
    'Pushes.m': `#import <CallKit/CallKit.h>
#import <PushKit/PushKit.h>

@interface Pushes : NSObject <PKPushRegistryDelegate>
@property (nonatomic, strong) CXProvider *provider;
@end

@implementation Pushes

- (void)pushRegistry:(PKPushRegistry *)registry ${label}:(PKPushPayload *)payload forType:(PKPushType)type withCompletionHandler:(void (^)(void))completion {
${body}
}

@end
`,
  };
}

const report =
  '    provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in completion() }';
const objcReport =
  '    [self.provider reportNewIncomingCallWithUUID:[NSUUID UUID] update:[CXCallUpdate new] completion:^(NSError *error) { completion(); }];';
const marked = withCompletion.replace('didReceiveIncomingPushWith', '⟦didReceiveIncomingPushWith⟧');

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'never',
    files: swift(
      '    latest = payload.dictionaryPayload["room"] as? String\n    print("push", type)\n    completion()',
      '  var latest: String?\n',
      marked,
    ),
  },
  {
    kind: 'bad',
    entry: 'never',
    note: 'a helper that does not report either',
    files: swift(
      '    refresh(payload)\n    completion()',
      '  private func refresh(_ payload: PKPushPayload) { print(payload.dictionaryPayload.count) }\n',
      marked,
    ),
  },
  { kind: 'good', entry: 'never', files: swift(report) },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'another class reports',
    files: {
      ...swift('    Ringer.shared.ring(payload.dictionaryPayload, then: completion)'),
      'Ringer.swift': `import CallKit

final class Ringer {
  static let shared = Ringer()
  private let phone = CXProvider(configuration: CXProviderConfiguration())

  func ring(_ info: [AnyHashable: Any], then done: @escaping () -> Void) {
    phone.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in done() }
  }
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'nobody knows what the delegate does',
    files: swift('    events?.incoming(payload, done: completion)', '  weak var events: IncomingCalls?\n'),
  },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'an observer reports',
    files: {
      ...swift('    NotificationCenter.default.post(name: .ring, object: payload)\n    completion()'),
      'Observer.swift': `import CallKit

final class Observer {
  let phone = CXProvider(configuration: CXProviderConfiguration())
  func ring() { phone.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in } }
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'file provider pushes are no calls',
    files: swift(
      '    print(payload)\n    completion()',
      '  func start(_ registry: PKPushRegistry) { registry.desiredPushTypes = [.fileProvider] }\n',
    ),
  },
  {
    kind: 'bad',
    entry: 'never',
    files: objc('    NSLog(@"push");\n    completion();', '⟦didReceiveIncomingPushWithPayload⟧'),
  },
  { kind: 'good', entry: 'never', files: objc(objcReport) },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: swift(`    guard let room = payload.dictionaryPayload["room"] as? String, !room.isEmpty else {
      completion()
      ⟦return⟧
    }
${report}`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    note: 'no else',
    files: swift(`    ⟦if⟧ let room = payload.dictionaryPayload["room"] as? String {
      print(room)
  ${report}
    }`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    note: 'a call is running already',
    files: swift(
      `    if isInCall { completion(); ⟦return⟧ }
${report}`,
      '  var isInCall = false\n',
    ),
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: swift(`    guard payload.dictionaryPayload["room"] is String else {
      let none = UUID()
      provider.reportNewIncomingCall(with: none, update: CXCallUpdate()) { _ in completion() }
      provider.reportCall(with: none, endedAt: nil, reason: .failed)
      return
    }
${report}`),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'pushes of another type',
    files: swift(`    switch type {
    case .voIP:
  ${report}
    default:
      completion()
    }`),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'pushes of another type, asked beforehand',
    files: swift(`    let isCall = type == .voIP
    guard isCall else { completion(); return }
${report}`),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'the push says that it need not be reported',
    files: swift(
      `    if !metadata.mustReport {
      completion()
      return
    }
${report}`,
      '',
      'didReceiveIncomingVoIPPushWith payload: PKPushPayload, metadata: PKVoIPPushMetadata, withCompletionHandler completion: @escaping () -> Void',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'another kit has had the push before',
    files: swift(`    guard !Meetings.take(payload) else { completion(); return }
${report}`),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'without the object that reports nobody could',
    files: swift(
      `    if let ringer = self.ringer {
      ringer.ring(payload, done: completion)
    }
    if let system = Float(UIDevice.current.systemVersion), system >= 13 { completion() }`,
      '  weak var ringer: IncomingRinger?\n',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'without the object that reports nobody could',
    files: objc(`    if (self.provider && [self.provider respondsToSelector:@selector(invalidate)]) {
    ${objcReport}
    }`),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'a system that does not ask for reports',
    files: swift(`    guard #available(iOS 13, *) else { completion(); return }
${report}`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: objc(`    if (payload.dictionaryPayload[@"room"] == nil) {
        completion();
        ⟦return⟧;
    }
${objcReport}`),
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: objc(`    if (![type isEqualToString:PKPushTypeVoIP]) {
        completion();
        return;
    }
${objcReport}`),
  },
  {
    kind: 'bad',
    entry: 'foreground-skip',
    files: swift(`    guard UIApplication.shared.applicationState != .active else {
      completion()
      ⟦return⟧
    }
${report}`),
  },
  {
    kind: 'bad',
    entry: 'foreground-skip',
    note: 'asked beforehand',
    files: swift(`    let state = UIApplication.shared.applicationState
    if state == .active {
      completion()
      ⟦return⟧
    }
${report}`),
  },
  { kind: 'good', entry: 'foreground-skip', files: swift(report) },
  {
    kind: 'near-miss',
    entry: 'foreground-skip',
    note: 'reported in either state',
    files: swift(`    if UIApplication.shared.applicationState == .active { print("in front") }
${report}`),
  },
];
