import type { RuleExample } from '../../types';

const swiftClass = (handler: string): string => `import UIKit
final class Recorder {
  let queue = DispatchQueue(label: "recorder")
  let done = DispatchSemaphore(value: 0)
  var task: UIBackgroundTaskIdentifier = .invalid
  func begin() {
    task = UIApplication.shared.beginBackgroundTask(withName: "recorder") {
      ${handler}
    }
  }
  func finish() { UIApplication.shared.endBackgroundTask(task); task = .invalid }
}
`;

const objcClass = (handler: string): string => `#import <UIKit/UIKit.h>

@implementation Recorder

- (void)begin {
  self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"recorder" expirationHandler:^{
    ${handler}
  }];
}

- (void)finish {
  [[UIApplication sharedApplication] endBackgroundTask:self.task];
  self.task = UIBackgroundTaskInvalid;
}

@end
`;

const talk = (body: string): string => `import PushToTalk
import UIKit

final class Talk: NSObject, PTChannelRestorationDelegate {
  let avatar = URL(string: "https://example.com/team.png")!
  var known: [UUID: UIImage] = [:]
  func channelDescriptor(restoredChannelUUID channelUUID: UUID) -> PTChannelDescriptor {
    ${body}
  }
}
`;

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'main-queue-sync',
    files: { 'Recorder.swift': swiftClass('DispatchQueue.main.⟦sync⟧ { self.finish() }') },
  },
  { kind: 'good', entry: 'main-queue-sync', files: { 'Recorder.swift': swiftClass('self.finish()') } },
  {
    kind: 'near-miss',
    entry: 'main-queue-sync',
    note: 'another queue, and only when the thread is another one',
    files: {
      'Recorder.swift': swiftClass(`self.queue.sync { }
      if Thread.isMainThread { self.finish() } else { DispatchQueue.main.sync { self.finish() } }`),
    },
  },
  {
    kind: 'bad',
    entry: 'main-queue-sync',
    files: { 'Recorder.m': objcClass('⟦dispatch_sync⟧(dispatch_get_main_queue(), ^{ [self finish]; });') },
  },
  { kind: 'good', entry: 'main-queue-sync', files: { 'Recorder.m': objcClass('[self finish];') } },
  {
    kind: 'near-miss',
    entry: 'main-queue-sync',
    files: {
      'Recorder.m': objcClass(`dispatch_sync(self.queue, ^{ self.isCancelled = YES; });
    [self finish];`),
    },
  },
  {
    kind: 'bad',
    entry: 'expiration-handler',
    files: {
      'Recorder.swift': swiftClass(`self.done.⟦wait⟧()
      self.finish()`),
    },
  },
  {
    kind: 'good',
    entry: 'expiration-handler',
    files: {
      'Recorder.swift': swiftClass(`self.queue.suspend()
      self.finish()`),
    },
  },
  {
    kind: 'near-miss',
    entry: 'expiration-handler',
    note: 'a limit, a very short sleep, a signal, and a wait that happens elsewhere',
    files: {
      'Recorder.swift': swiftClass(`_ = self.done.wait(timeout: .now() + 0.1)
      Thread.sleep(forTimeInterval: 0.05)
      self.done.signal()
      self.queue.async { self.done.wait() }
      self.finish()`),
    },
  },
  {
    kind: 'bad',
    entry: 'expiration-handler',
    files: {
      'Recorder.m': objcClass(`⟦dispatch_group_wait⟧(self.group, DISPATCH_TIME_FOREVER);
    [NSThread ⟦sleepForTimeInterval⟧:2];
    [self finish];`),
    },
  },
  {
    kind: 'good',
    entry: 'expiration-handler',
    files: {
      'Recorder.m': objcClass(`[self.queue cancelAllOperations];
    [self finish];`),
    },
  },
  {
    kind: 'near-miss',
    entry: 'expiration-handler',
    files: {
      'Recorder.m': objcClass(`dispatch_semaphore_wait(self.lock, DISPATCH_TIME_NOW);
    [self finish];`),
    },
  },
  {
    kind: 'bad',
    entry: 'push-to-talk',
    files: {
      'Talk.swift': talk(`let image = (try? ⟦Data⟧(contentsOf: avatar)).flatMap(UIImage.init)
    return PTChannelDescriptor(name: "Team", image: image)`),
    },
  },
  {
    kind: 'good',
    entry: 'push-to-talk',
    files: { 'Talk.swift': talk('PTChannelDescriptor(name: "Team", image: known[channelUUID])') },
  },
  {
    kind: 'near-miss',
    entry: 'push-to-talk',
    note: 'a file of the app, and work for later',
    files: {
      'Talk.swift': talk(`let url = Bundle.main.url(forResource: "team", withExtension: "png")
    let image = url.flatMap { try? Data(contentsOf: $0) }.flatMap(UIImage.init)
    DispatchQueue.global().async { self.known[channelUUID] = try? UIImage(data: Data(contentsOf: self.avatar)) }
    return PTChannelDescriptor(name: "Team", image: image)`),
    },
  },
];
