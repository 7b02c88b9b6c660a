import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'background-task',
    files: {
      'Uploader.swift': `import UIKit
func go() {
  let id = UIApplication.shared.⟦beginBackgroundTask⟧(withName: "sync", expirationHandler: nil)
  sync { UIApplication.shared.endBackgroundTask(id) }
}
func sync(_ done: @escaping () -> Void) { done() }
`,
    },
  },
  {
    kind: 'good',
    entry: 'background-task',
    files: {
      'Uploader.swift': `import UIKit
func go() {
  var id: UIBackgroundTaskIdentifier = .invalid
  let end = { UIApplication.shared.endBackgroundTask(id); id = .invalid }
  id = UIApplication.shared.beginBackgroundTask(withName: "sync", expirationHandler: end)
  sync { end() }
}
func sync(_ done: @escaping () -> Void) { done() }
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'background-task',
    files: {
      'Uploader.swift': `import UIKit
final class A {
  var id: UIBackgroundTaskIdentifier = .invalid
  func go() { id = UIApplication.shared.beginBackgroundTask(withName: "x", expirationHandler: expired) }
  func expired() { UIApplication.shared.endBackgroundTask(id); id = .invalid }
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'background-task',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)sync {
    self.task = [[UIApplication sharedApplication] ⟦beginBackgroundTaskWithName⟧:@"sync" expirationHandler:nil];
    [self finish];
}

@end
`,
    },
  },
  {
    kind: 'good',
    entry: 'background-task',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)sync {
    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"sync" expirationHandler:^{ [self finish]; }];
    [self finish];
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
