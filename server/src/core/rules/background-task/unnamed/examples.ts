import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: {
      'Outbox.swift': `import UIKit
final class Outbox {
  var task: UIBackgroundTaskIdentifier = .invalid
  func send() { task = UIApplication.shared.⟦beginBackgroundTask⟧ { self.finish() } }
  func finish() { UIApplication.shared.endBackgroundTask(task); task = .invalid }
}
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Outbox.swift': `import UIKit
final class Outbox {
  var task: UIBackgroundTaskIdentifier = .invalid
  func send() { task = UIApplication.shared.beginBackgroundTask(withName: "outbox") { self.finish() } }
  func finish() { UIApplication.shared.endBackgroundTask(task); task = .invalid }
}
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'another class, and a name that is computed',
    files: {
      'Outbox.swift': `import UIKit
protocol TaskRunner { func beginBackgroundTask(expirationHandler: (() -> Void)?) -> Int }
final class Outbox {
  let runner: TaskRunner
  var task: UIBackgroundTaskIdentifier = .invalid
  init(runner: TaskRunner) { self.runner = runner }
  func send(_ name: String?) {
    _ = runner.beginBackgroundTask(expirationHandler: nil)
    task = UIApplication.shared.beginBackgroundTask(withName: name) { self.finish() }
  }
  func finish() { UIApplication.shared.endBackgroundTask(task); task = .invalid }
}
`,
    },
  },
  {
    kind: 'bad',
    files: {
      'Outbox.m': `#import <UIKit/UIKit.h>

@implementation Outbox

- (void)send {
  self.task = [[UIApplication sharedApplication] ⟦beginBackgroundTaskWithExpirationHandler⟧:^{ [self finish]; }];
}

- (void)finish {
  [[UIApplication sharedApplication] endBackgroundTask:self.task];
  self.task = UIBackgroundTaskInvalid;
}

@end
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Outbox.m': `#import <UIKit/UIKit.h>

@implementation Outbox

- (void)send {
  self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"outbox" expirationHandler:^{ [self finish]; }];
}

- (void)finish {
  [[UIApplication sharedApplication] endBackgroundTask:self.task];
  self.task = UIBackgroundTaskInvalid;
}

@end
`,
    },
  },
];
