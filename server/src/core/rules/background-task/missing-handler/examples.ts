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
  {
    kind: 'bad',
    entry: 'scheduled-task',
    files: {
      'Cleaner.swift': `import BackgroundTasks
final class Cleaner {
  func setUp() {
    BGTaskScheduler.shared.⟦register⟧(forTaskWithIdentifier: "com.example.clean", using: nil) { task in
      self.clean(task as! BGProcessingTask)
    }
  }
  private func clean(_ task: BGProcessingTask) {
    Task {
      await removeOldFiles()
      task.setTaskCompleted(success: true)
    }
  }
  func removeOldFiles() async {}
}
`,
    },
  },
  {
    kind: 'good',
    entry: 'scheduled-task',
    files: {
      'Cleaner.swift': `import BackgroundTasks
final class Cleaner {
  func setUp() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.clean", using: nil) { task in
      self.clean(task as! BGProcessingTask)
    }
  }
  private func clean(_ task: BGProcessingTask) {
    let work = Task {
      await removeOldFiles()
      task.setTaskCompleted(success: !Task.isCancelled)
    }
    task.expirationHandler = { work.cancel() }
  }
  func removeOldFiles() async {}
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'scheduled-task',
    note: 'others get the task',
    files: {
      'Cleaner.swift': `import BackgroundTasks
func setUp(_ cleaner: Cleaning) {
  BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.clean", using: nil) { task in cleaner.clean(task) }
  BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.none", using: nil) { task in
    print("nothing to do")
    task.setTaskCompleted(success: true)
  }
}
protocol Cleaning { func clean(_ task: BGTask) }
`,
    },
  },
  {
    kind: 'bad',
    entry: 'scheduled-task',
    files: {
      'Cleaner.m': `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Cleaner

- (void)setUp {
    [[BGTaskScheduler sharedScheduler] ⟦registerForTaskWithIdentifier⟧:@"com.example.clean" usingQueue:nil launchHandler:^(BGTask *task) {
        [self clean:(BGProcessingTask *)task];
    }];
}

- (void)clean:(BGProcessingTask *)task {
    [self removeOldFiles];
    [task setTaskCompletedWithSuccess:YES];
}

@end
`,
    },
  },
  {
    kind: 'bad',
    entry: 'scheduled-task',
    note: 'kept in a property that only this file sees',
    files: {
      'Cleaner.swift': `import BackgroundTasks
final class Cleaner {
  private var running: BGTask?
  func setUp() {
    BGTaskScheduler.shared.⟦register⟧(forTaskWithIdentifier: "com.example.clean", using: nil) { task in
      self.clean(task)
    }
  }
  private func clean(_ task: BGTask) {
    running = task
    removeOldFiles()
  }
  func removedOldFiles() {
    if let running = self.running as? BGProcessingTask { running.setTaskCompleted(success: true) }
    running = nil
  }
  func removeOldFiles() {}
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'scheduled-task',
    note: 'others may take it from the property',
    files: {
      'Cleaner.swift': `import BackgroundTasks
final class Cleaner {
  var running: BGTask?
  private var last: BGTask?
  func setUp(_ log: TaskLog) {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.clean", using: nil) { task in
      self.running = task
      self.removeOldFiles()
    }
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.sort", using: nil) { task in
      self.last = task
      self.removeOldFiles()
      log.add(self.last)
    }
  }
  func removeOldFiles() {}
}
protocol TaskLog { func add(_ task: BGTask?) }
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'scheduled-task',
    note: 'set on the property',
    files: {
      'Cleaner.swift': `import BackgroundTasks
final class Cleaner {
  private var running: BGTask?
  func setUp() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.clean", using: nil) { task in
      self.running = task
      self.removeOldFiles()
    }
  }
  func removeOldFiles() {
    running?.expirationHandler = { self.running?.setTaskCompleted(success: false) }
  }
}
`,
    },
  },
];
