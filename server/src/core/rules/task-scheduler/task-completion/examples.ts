import type { RuleExample } from '../../types';

function swiftLaunch(handler: string, rest = '', name = 'register'): Record<string, string> {
  return {
    'Refresh.swift': `import BackgroundTasks
final class Refresh {
  func start() {
    BGTaskScheduler.shared.${name}(forTaskWithIdentifier: "app.example.refresh", using: nil) {${handler}
    }
  }
${rest}}
`,
  };
}

function swiftHandle(body: string): Record<string, string> {
  return {
    'Refresh.swift': `import BackgroundTasks
final class Refresh {
  var account: String?
  func run(_ task: BGProcessingTask) {
${body}
  }
}
`,
  };
}

function objc(body: string, name = 'registerForTaskWithIdentifier'): Record<string, string> {
  return {
    'Refresh.m': `#import <BackgroundTasks/BackgroundTasks.h>
@implementation Refresh
- (void)start {
    [[BGTaskScheduler sharedScheduler] ${name}:@"app.example.refresh" usingQueue:nil launchHandler:^(BGTask *task) {
        [self run:task];
    }];
}
- (void)run:(BGTask *)task {
${body}
}
@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'never',
    files: swiftLaunch(
      ` task in
      task.expirationHandler = { Feed.shared.stop() }
      Feed.shared.update()`,
      '',
      '⟦register⟧',
    ),
  },
  {
    kind: 'bad',
    entry: 'never',
    note: 'the function that gets the task does not complete it either',
    files: swiftLaunch(
      ' task in self.run(task)',
      `  func run(_ task: BGTask) {
    task.expirationHandler = { Feed.shared.stop() }
    Feed.shared.update()
  }
`,
      '⟦register⟧',
    ),
  },
  {
    kind: 'good',
    entry: 'never',
    files: swiftLaunch(
      ' task in self.run(task)',
      `  func run(_ task: BGTask) {
    let work = Task {
      await Feed.shared.update()
      task.setTaskCompleted(success: !Task.isCancelled)
    }
    task.expirationHandler = { work.cancel() }
  }
`,
    ),
  },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'kept in a property',
    files: swiftLaunch(
      `
      self.task = $0
      $0.expirationHandler = { self.finish(false) }
      Feed.shared.update()`,
      `  var task: BGTask?
  func finish(_ success: Bool) {
    task?.setTaskCompleted(success: success)
    task = nil
  }
`,
    ),
  },
  {
    kind: 'bad',
    entry: 'never',
    files: objc(
      `    task.expirationHandler = ^{ [self.feed stop]; };
    [self.feed update];`,
      '⟦registerForTaskWithIdentifier⟧',
    ),
  },
  {
    kind: 'good',
    entry: 'never',
    files: objc(`    NSOperation *work = [self.feed updateOperation];
    task.expirationHandler = ^{ [work cancel]; };
    work.completionBlock = ^{ [task setTaskCompletedWithSuccess:!work.cancelled]; };
    [self.queue addOperation:work];`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: swiftHandle(`    task.expirationHandler = { task.setTaskCompleted(success: false) }
    guard let account else {
      ⟦return⟧
    }
    Feed.shared.update(account)
    task.setTaskCompleted(success: true)`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    note: 'an error ends the Task',
    files: swiftHandle(`    let work = Task {
      ⟦try⟧ await Feed.shared.update(account)
      task.setTaskCompleted(success: true)
    }
    task.expirationHandler = { work.cancel() }`),
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: swiftHandle(`    task.expirationHandler = { task.setTaskCompleted(success: false) }
    guard let account else {
      task.setTaskCompleted(success: false)
      return
    }
    Feed.shared.update(account)
    task.setTaskCompleted(success: true)`),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'a guard that only casts',
    files: {
      'Refresh.swift': `import BackgroundTasks
func run(_ task: BGTask) {
  guard let task = task as? BGAppRefreshTask else { return }
  task.expirationHandler = { task.setTaskCompleted(success: false) }
  task.setTaskCompleted(success: true)
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'whoever cancels completes',
    files: swiftHandle(`    let work = Task {
      await Feed.shared.update(account)
      if Task.isCancelled { return }
      task.setTaskCompleted(success: true)
    }
    task.expirationHandler = {
      work.cancel()
      task.setTaskCompleted(success: false)
    }`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: objc(`    task.expirationHandler = ^{ [task setTaskCompletedWithSuccess:NO]; };
    if (self.account == nil) {
        ⟦return⟧;
    }
    [self.feed update:self.account];
    [task setTaskCompletedWithSuccess:YES];`),
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: objc(`    task.expirationHandler = ^{ [task setTaskCompletedWithSuccess:NO]; };
    if (self.account == nil) {
        [task setTaskCompletedWithSuccess:NO];
        return;
    }
    [self.feed update:self.account];
    [task setTaskCompletedWithSuccess:YES];`),
  },
];
