import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'no-end',
    files: {
      'Uploader.swift': `import UIKit
final class C {
  var id: UIBackgroundTaskIdentifier = .invalid
  func begin() {
    id = UIApplication.shared.beginBackgroundTask(withName: "c") ⟦{⟧ print("time is up") }
    work { UIApplication.shared.endBackgroundTask(self.id); self.id = .invalid }
  }
  func work(_ d: @escaping () -> Void) { d() }
}
`,
    },
  },
  {
    kind: 'good',
    entry: 'no-end',
    files: {
      'Uploader.swift': `import UIKit
final class C {
  var id: UIBackgroundTaskIdentifier = .invalid
  func begin() {
    id = UIApplication.shared.beginBackgroundTask(withName: "c") { [weak self] in self?.end() }
    work { self.end() }
  }
  func end() { UIApplication.shared.endBackgroundTask(id); id = .invalid }
  func work(_ d: @escaping () -> Void) { d() }
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'no-end',
    files: {
      'Assertion.swift': `import UIKit
final class Assertion {
  private var id: UIBackgroundTaskIdentifier = .invalid
  init(_ name: String) { id = UIApplication.shared.beginBackgroundTask(withName: name) { [weak self] in self?.release() } }
  func release() { stop() }
  private func stop() { UIApplication.shared.endBackgroundTask(id); id = .invalid }
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'async-end',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)begin {
  self.task = [UIApplication.sharedApplication beginBackgroundTaskWithExpirationHandler:^{
    dispatch_async(dispatch_get_main_queue(), ^{
      [UIApplication.sharedApplication ⟦endBackgroundTask⟧:self.task];
      self.task = UIBackgroundTaskInvalid;
    });
  }];
}

@end
`,
    },
  },
  {
    kind: 'good',
    entry: 'async-end',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)begin {
  self.task = [UIApplication.sharedApplication beginBackgroundTaskWithExpirationHandler:^{
    [self.work cancel];
    [UIApplication.sharedApplication endBackgroundTask:self.task];
    self.task = UIBackgroundTaskInvalid;
  }];
}

@end
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'async-end',
    files: {
      'Uploader.swift': `import UIKit
final class B {
  var id: UIBackgroundTaskIdentifier = .invalid
  func begin() {
    id = UIApplication.shared.beginBackgroundTask(withName: "b") { [weak self] in
      DispatchQueue.global().async { print("log only") }
      MainActor.assumeIsolated { self?.end() }
    }
  }
  func end() { UIApplication.shared.endBackgroundTask(id); id = .invalid }
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'scheduled-task-does-nothing',
    files: {
      'Uploader.swift': `import BackgroundTasks
func handle(_ task: BGTask) {
  task.⟦expirationHandler⟧ = { print("expired") }
  Task { await work(); task.setTaskCompleted(success: true) }
}
func work() async {}
`,
    },
  },
  {
    kind: 'good',
    entry: 'scheduled-task-does-nothing',
    files: {
      'Uploader.swift': `import BackgroundTasks
func handle(_ task: BGTask) {
  let w = Task { await work(); task.setTaskCompleted(success: !Task.isCancelled) }
  task.expirationHandler = { w.cancel() }
}
func work() async {}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'scheduled-task-does-nothing',
    note: 'Nothing is left to stop',
    files: {
      'Badge.swift': `import BackgroundTasks
func handle(_ task: BGTask) {
  updateBadge()
  task.expirationHandler = {}
  task.setTaskCompleted(success: true)
}
func clear(_ task: BGTask) {
  updateBadge()
  task.setTaskCompleted(success: true)
  task.expirationHandler = { print("expired") }
}
func updateBadge() {}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'scheduled-task-does-nothing',
    files: {
      'Flag.swift': `import BackgroundTasks
final class Flag { var expired = false }
func handle(_ task: BGTask, _ f: Flag) { task.expirationHandler = { f.expired = true }; while !f.expired { break }; task.setTaskCompleted(success: !f.expired) }
`,
    },
  },
  {
    kind: 'bad',
    entry: 'no-end',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)begin {
    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"work" expirationHandler:⟦^⟧{
        [self.operation cancel];
    }];
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
    entry: 'no-end',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)begin {
    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"work" expirationHandler:^{
        [self.operation cancel];
        [self finish];
    }];
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
    kind: 'bad',
    entry: 'no-end',
    note: 'the identifier is reset first',
    files: {
      'Uploader.swift': `import UIKit
final class C {
  var id: UIBackgroundTaskIdentifier = .invalid
  func begin() {
    id = UIApplication.shared.beginBackgroundTask(withName: "c") ⟦{⟧
      self.id = .invalid
      UIApplication.shared.endBackgroundTask(self.id)
    }
    work { UIApplication.shared.endBackgroundTask(self.id); self.id = .invalid }
  }
  func work(_ d: @escaping () -> Void) { d() }
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'no-end',
    note: 'a copy keeps the identifier',
    files: {
      'Uploader.swift': `import UIKit
final class C {
  var id: UIBackgroundTaskIdentifier = .invalid
  func begin() {
    id = UIApplication.shared.beginBackgroundTask(withName: "c") {
      let id = self.id
      self.id = .invalid
      UIApplication.shared.endBackgroundTask(id)
    }
    work { UIApplication.shared.endBackgroundTask(self.id); self.id = .invalid }
  }
  func work(_ d: @escaping () -> Void) { d() }
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'no-end',
    note: 'the identifier is reset first',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)begin {
    UIApplication *app = [UIApplication sharedApplication];
    __block UIBackgroundTaskIdentifier task = UIBackgroundTaskInvalid;
    task = [app beginBackgroundTaskWithName:@"work" expirationHandler:⟦^⟧{
        task = UIBackgroundTaskInvalid;
        [app endBackgroundTask:task];
    }];
    [self uploadWithCompletion:^{
        [app endBackgroundTask:task];
    }];
}

@end
`,
    },
  },
];
