import type { ModeCase } from './mode-examples';

export const callCases: readonly ModeCase[] = [
  {
    entry: 'voip-pushkit',
    mode: 'voip',
    needs: [
      `import PushKit

final class CallPushes {
  private let registry = PKPushRegistry(queue: .main)

  func register() {
    registry.⟦desiredPushTypes⟧ = [.voIP]
  }
}
`,
      `import PushKit

func register(_ registry: PKPushRegistry) {
  registry.⟦desiredPushTypes⟧ = Set([PKPushType.voIP])
}
`,
      `#import <PushKit/PushKit.h>

@implementation CallPushes

- (void)register {
    self.registry.⟦desiredPushTypes⟧ = [NSSet setWithObject:PKPushTypeVoIP];
}

@end
`,
    ],
    nearMisses: [
      `import PushKit

func register(_ registry: PKPushRegistry) {
  registry.desiredPushTypes = [.fileProvider]
}
`,
      `#import <PushKit/PushKit.h>

@implementation FilePushes

- (void)register {
    self.registry.desiredPushTypes = [NSSet setWithObject:PKPushTypeFileProvider];
}

@end
`,
    ],
  },
  {
    entry: 'voip-callkit',
    mode: 'voip',
    needs: [
      `import CallKit

final class Calls {
  private let provider = ⟦CXProvider⟧(configuration: CXProviderConfiguration())

  func ring(_ id: UUID, _ update: CXCallUpdate) {
    provider.reportNewIncomingCall(with: id, update: update) { _ in }
  }
}
`,
      `import LiveCommunicationKit

func makeManager(_ configuration: ConversationManager.Configuration) -> ConversationManager {
  ⟦ConversationManager⟧(configuration: configuration)
}
`,
      `#import <CallKit/CallKit.h>

@implementation Calls

- (void)prepare:(CXProviderConfiguration *)configuration {
    self.provider = [[⟦CXProvider⟧ alloc] initWithConfiguration:configuration];
}

@end
`,
    ],
    nearMisses: [
      `import CallKit

final class Pause: NSObject, CXCallObserverDelegate {
  private let observer = CXCallObserver()

  func callObserver(_ observer: CXCallObserver, callChanged call: CXCall) {}
}
`,
      `struct ConversationManager {
  let configuration: String
}

let chats = ConversationManager(configuration: "default")
`,
      `#import <CallKit/CallKit.h>

@implementation Pause

- (void)prepare {
    self.observer = [[CXCallObserver alloc] init];
}

@end
`,
    ],
  },
  {
    entry: 'push-to-talk',
    mode: 'push-to-talk',
    needs: [
      `import PushToTalk

func join(_ delegate: PTChannelManagerDelegate & PTChannelRestorationDelegate) async throws -> PTChannelManager {
  try await PTChannelManager.⟦channelManager⟧(delegate: delegate, restorationDelegate: delegate)
}
`,
      `#import <PushToTalk/PushToTalk.h>

@implementation Radio

- (void)join {
    [PTChannelManager ⟦channelManagerWithDelegate⟧:self
                      restorationDelegate:self
                        completionHandler:^(PTChannelManager *manager, NSError *error) {
        self.manager = manager;
    }];
}

@end
`,
    ],
    nearMisses: [
      `import PushToTalk

func isMissingMode(_ error: PTInstantiationError) -> Bool {
  error.code == .missingBackgroundMode
}
`,
      `struct RadioManager {
  static func channelManager(delegate: String) -> RadioManager { RadioManager() }
}

let radio = RadioManager.channelManager(delegate: "test")
`,
      `#import <PushToTalk/PushToTalk.h>

@implementation Radio

- (void)leave:(PTChannelManager *)manager channel:(NSUUID *)channel {
    [manager leaveChannelWithUUID:channel];
}

@end
`,
    ],
  },
];
