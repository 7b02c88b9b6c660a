import type { RuleExample } from '../../types';

function swift(body: string, rest = '', name = 'handle'): Record<string, string> {
  return {
    'WatchDelegate.swift': `import WatchKit
final class WatchDelegate: NSObject, WKApplicationDelegate {
  func ${name}(_ backgroundTasks: Set<WKRefreshBackgroundTask>) {
${body}
  }
${rest}}
`,
  };
}

function objc(body: string): Record<string, string> {
  return {
    'WatchDelegate.m': `#import <WatchKit/WatchKit.h>
@implementation WatchDelegate
- (void)handleBackgroundTasks:(NSSet<WKRefreshBackgroundTask *> *)backgroundTasks {
${body}
}
@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(`    for task in backgroundTasks {
      switch task {
      case let refresh as WKApplicationRefreshBackgroundTask:
        refresh.setTaskCompletedWithSnapshot(true)
      case let snapshot as WKSnapshotRefreshBackgroundTask:
        snapshot.setTaskCompleted(restoredDefaultState: true, estimatedSnapshotExpiration: .distantFuture, userInfo: nil)
      ⟦default⟧:
        break
      }
    }`),
  },
  {
    kind: 'bad',
    note: 'a chain of casts',
    files: swift(`    for task in backgroundTasks {
      if let refresh = task as? WKApplicationRefreshBackgroundTask {
        refresh.setTaskCompletedWithSnapshot(false)
      } ⟦else⟧ {
        print(task)
      }
    }`),
  },
  {
    kind: 'bad',
    note: 'only counted',
    files: swift(
      `    for _ in backgroundTasks {
      received += 1
    }`,
      '  var received = 0\n',
      '⟦handle⟧',
    ),
  },
  {
    kind: 'good',
    files: swift(`    for task in backgroundTasks {
      switch task {
      case let snapshot as WKSnapshotRefreshBackgroundTask:
        snapshot.setTaskCompleted(restoredDefaultState: true, estimatedSnapshotExpiration: .distantFuture, userInfo: nil)
      default:
        task.setTaskCompletedWithSnapshot(false)
      }
    }`),
  },
  {
    kind: 'near-miss',
    note: 'kept until the work is done',
    files: swift(
      `    for task in backgroundTasks { waiting.append(task) }
    finish()`,
      `  var waiting: [WKRefreshBackgroundTask] = []
  func finish() {
    for task in waiting { task.setTaskCompletedWithSnapshot(false) }
    waiting = []
  }
`,
    ),
  },
  {
    kind: 'near-miss',
    note: 'another method of that name',
    files: {
      'Router.swift': `import WatchKit
final class Router {
  func handle(_ links: Set<URL>) {
    for link in links { print(link) }
  }
}
`,
    },
  },
  {
    kind: 'bad',
    files: objc(`    for (WKRefreshBackgroundTask *task in backgroundTasks) {
        if ([task isKindOfClass:[WKURLSessionRefreshBackgroundTask class]]) {
            [self.waiting addObject:task];
        } ⟦else⟧ {
            NSLog(@"%@", task);
        }
    }`),
  },
  {
    kind: 'good',
    files: objc(`    for (WKRefreshBackgroundTask *task in backgroundTasks) {
        if ([task isKindOfClass:[WKURLSessionRefreshBackgroundTask class]]) {
            [self.waiting addObject:task];
        } else {
            [task setTaskCompletedWithSnapshot:NO];
        }
    }`),
  },
  {
    kind: 'bad',
    note: 'the loop ends with the first task of a kind',
    files: swift(
      `    for task in backgroundTasks {
      switch task {
      case let snapshot as WKSnapshotRefreshBackgroundTask:
        snapshot.setTaskCompleted(restoredDefaultState: true, estimatedSnapshotExpiration: .distantFuture, userInfo: nil)
        ⟦return⟧
      case let connectivity as WKWatchConnectivityRefreshBackgroundTask:
        waiting.append(connectivity)
      default:
        task.setTaskCompletedWithSnapshot(false)
      }
    }`,
      '  var waiting: [WKRefreshBackgroundTask] = []\n',
    ),
  },
  {
    kind: 'good',
    files: swift(`    for task in backgroundTasks {
      if let snapshot = task as? WKSnapshotRefreshBackgroundTask {
        snapshot.setTaskCompleted(restoredDefaultState: true, estimatedSnapshotExpiration: .distantFuture, userInfo: nil)
        continue
      }
      task.setTaskCompletedWithSnapshot(false)
    }`),
  },
  {
    kind: 'near-miss',
    note: 'the others are somewhere else by then',
    files: swift(
      `    waiting = backgroundTasks
    for task in backgroundTasks {
      if task is WKURLSessionRefreshBackgroundTask {
        load()
        task.setTaskCompletedWithSnapshot(false)
        return
      }
      task.setTaskCompletedWithSnapshot(false)
    }`,
      '  var waiting: Set<WKRefreshBackgroundTask> = []\n  func load() {}\n',
    ),
  },
  {
    kind: 'bad',
    files: objc(`    for (WKRefreshBackgroundTask *task in backgroundTasks) {
        [task setTaskCompletedWithSnapshot:NO];
        if ([task isKindOfClass:[WKSnapshotRefreshBackgroundTask class]]) {
            ⟦return;⟧
        }
    }`),
  },
];
