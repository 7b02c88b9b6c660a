import type { RuleExample } from '../../types';

function swift(body: string, rest = '', effect = ''): Record<string, string> {
  const completion = effect === '' ? ', completion: @escaping () -> Void' : '';
  return {
    'Pushes.swift': `import CallKit
import PushKit

final class Pushes: NSObject, PKPushRegistryDelegate {
  let provider = CXProvider(configuration: CXProviderConfiguration())
  let directory: CallerDirectory

  func pushRegistry(_ registry: PKPushRegistry, didReceiveIncomingPushWith payload: PKPushPayload, for type: PKPushType${completion})${effect} {
${body}
  }
${rest}}
`,
  };
}

function objc(body: string): Record<string, string> {
  return {
    'Pushes.m': `#import <CallKit/CallKit.h>
#import <PushKit/PushKit.h>

@interface Pushes : NSObject <PKPushRegistryDelegate>
@property (nonatomic, strong) CXProvider *provider;
@end

@implementation Pushes

- (void)pushRegistry:(PKPushRegistry *)registry didReceiveIncomingPushWithPayload:(PKPushPayload *)payload forType:(PKPushType)type withCompletionHandler:(void (^)(void))completion {
${body}
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(`    directory.fetchName(for: payload) { name in
      let update = CXCallUpdate()
      update.localizedCallerName = name
      self.provider.⟦reportNewIncomingCall⟧(with: UUID(), update: update) { _ in completion() }
    }`),
  },
  {
    kind: 'bad',
    note: 'through a helper',
    files: swift(
      `    URLSession.shared.dataTask(with: URL(string: "https://example.com/caller")!) { _, _, _ in
      self.⟦ring⟧(completion)
    }.resume()`,
      `  private func ring(_ done: @escaping () -> Void) {
    provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in done() }
  }
`,
    ),
  },
  {
    kind: 'bad',
    note: 'behind an await',
    files: swift(
      `    let update = await directory.loadUpdate(for: payload)
    try? await provider.⟦reportNewIncomingCall⟧(with: UUID(), update: update)`,
      '',
      ' async',
    ),
  },
  {
    kind: 'good',
    files: swift(`    let id = UUID()
    provider.reportNewIncomingCall(with: id, update: CXCallUpdate()) { _ in completion() }
    directory.fetchName(for: payload) { name in
      let update = CXCallUpdate()
      update.localizedCallerName = name
      self.provider.reportCall(with: id, updated: update)
    }`),
  },
  {
    kind: 'near-miss',
    note: 'only to another queue',
    files: swift(`    DispatchQueue.main.async {
      self.provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in completion() }
    }`),
  },
  {
    kind: 'near-miss',
    note: 'a helper that answers at once',
    files: swift(
      `    loadName { name in
      self.provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in completion() }
    }`,
      '  private func loadName(_ then: (String) -> Void) { then("?") }\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'the server is asked afterwards',
    files: swift(
      `    try? await provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate())
    let update = await directory.loadUpdate(for: payload)
    print(update)`,
      '',
      ' async',
    ),
  },
  {
    kind: 'bad',
    files:
      objc(`    dispatch_after(dispatch_time(DISPATCH_TIME_NOW, NSEC_PER_SEC), dispatch_get_main_queue(), ^{
        [self.provider ⟦reportNewIncomingCallWithUUID⟧:[NSUUID UUID] update:[CXCallUpdate new] completion:^(NSError *error) { completion(); }];
    });`),
  },
  {
    kind: 'good',
    files:
      objc(`    [self.provider reportNewIncomingCallWithUUID:[NSUUID UUID] update:[CXCallUpdate new] completion:^(NSError *error) { completion(); }];
    [self.directory fetchNameWithCompletion:^(NSString *name) { [self show:name]; }];`),
  },
];
