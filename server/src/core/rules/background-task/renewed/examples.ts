import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: {
      'Keep.swift': `import UIKit
final class Keep {
  var id: UIBackgroundTaskIdentifier = .invalid
  func hold() {
    id = UIApplication.shared.beginBackgroundTask(withName: "keep") {
      UIApplication.shared.endBackgroundTask(self.id)
      self.⟦hold⟧()
    }
  }
}
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Keep.swift': `import UIKit
final class Keep {
  var id: UIBackgroundTaskIdentifier = .invalid
  func hold() {
    id = UIApplication.shared.beginBackgroundTask(withName: "keep") {
      UIApplication.shared.endBackgroundTask(self.id); self.id = .invalid
    }
  }
}
`,
    },
  },
  {
    kind: 'near-miss',
    files: {
      'Jobs.swift': `import UIKit
final class Jobs {
  func runTwo() { run("a"); run("b") }
  func run(_ n: String) {
    var id: UIBackgroundTaskIdentifier = .invalid
    id = UIApplication.shared.beginBackgroundTask(withName: n) { UIApplication.shared.endBackgroundTask(id); id = .invalid }
    UIApplication.shared.endBackgroundTask(id); id = .invalid
  }
}
`,
    },
  },
  {
    kind: 'bad',
    files: {
      'Keeper.m': `#import <UIKit/UIKit.h>

@implementation Keeper

- (void)hold {
  __block UIBackgroundTaskIdentifier task = UIBackgroundTaskInvalid;
  task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{
    [[UIApplication sharedApplication] endBackgroundTask:task];
    [self ⟦hold⟧];
  }];
}

@end
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Keeper.m': `#import <UIKit/UIKit.h>

@implementation Keeper

- (void)hold {
  __block UIBackgroundTaskIdentifier task = UIBackgroundTaskInvalid;
  task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{
    [self pause];
    [[UIApplication sharedApplication] endBackgroundTask:task];
  }];
}

- (void)pause {
}

@end
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'the method begins a task only when the server is started',
    files: {
      'Server.m': `#import <UIKit/UIKit.h>

@implementation Server

- (void)setRunning:(BOOL)running {
  if (running) { [self beginTask]; } else { [self endTask]; }
}

- (void)beginTask {
  self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{ [self setRunning:NO]; }];
}

- (void)endTask {
  [[UIApplication sharedApplication] endBackgroundTask:self.task];
  self.task = UIBackgroundTaskInvalid;
}

@end
`,
    },
  },
];
