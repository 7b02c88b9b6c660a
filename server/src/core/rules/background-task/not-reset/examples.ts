import type { RuleExample } from '../../types';

const swift = (end: string): string => `import UIKit
final class Uplink {
  var task: UIBackgroundTaskIdentifier = .invalid
  func begin() {
    guard task == .invalid else { return }
    task = UIApplication.shared.beginBackgroundTask(withName: "uplink") { [weak self] in self?.end() }
  }
  ${end}
}
`;

const objc = (end: string): string => `#import <UIKit/UIKit.h>

@interface Uplink ()
@property (nonatomic) UIBackgroundTaskIdentifier task;
@end

@implementation Uplink

- (void)begin {
  if (self.task != UIBackgroundTaskInvalid) { return; }
  self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"uplink" expirationHandler:^{ [self end]; }];
}

${end}
@end
`;

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: { 'Uplink.swift': swift('func end() { UIApplication.shared.⟦endBackgroundTask⟧(task) }') },
  },
  {
    kind: 'good',
    files: {
      'Uplink.swift': swift(`func end() {
    UIApplication.shared.endBackgroundTask(task)
    task = .invalid
  }`),
    },
  },
  {
    kind: 'near-miss',
    note: 'reset before, through a copy',
    files: {
      'Uplink.swift': swift(`func end() {
    let ended = task
    task = .invalid
    UIApplication.shared.endBackgroundTask(ended)
  }`),
    },
  },
  {
    kind: 'near-miss',
    note: 'the caller resets it; and nobody asks an object that goes away',
    files: {
      'Uplink.swift': swift(`func end() { stop(); task = .invalid }
  private func stop() { UIApplication.shared.endBackgroundTask(task) }
  deinit { UIApplication.shared.endBackgroundTask(task) }`),
    },
  },
  {
    kind: 'near-miss',
    note: 'an object for one task',
    files: {
      'Job.swift': `import UIKit
final class Job {
  private var task: UIBackgroundTaskIdentifier = .invalid
  init() { task = UIApplication.shared.beginBackgroundTask(withName: "job") { [weak self] in self?.finish() } }
  func finish() { UIApplication.shared.endBackgroundTask(task) }
}
`,
    },
  },
  {
    kind: 'bad',
    files: {
      'Uplink.m': objc(`- (void)end {
  [[UIApplication sharedApplication] ⟦endBackgroundTask⟧:self.task];
}
`),
    },
  },
  {
    kind: 'good',
    files: {
      'Uplink.m': objc(`- (void)end {
  [[UIApplication sharedApplication] endBackgroundTask:self.task];
  self.task = UIBackgroundTaskInvalid;
}
`),
    },
  },
  {
    kind: 'near-miss',
    files: {
      'Uplink.m': objc(`- (void)end {
  UIBackgroundTaskIdentifier ended = _task;
  _task = UIBackgroundTaskInvalid;
  [[UIApplication sharedApplication] endBackgroundTask:ended];
}
`),
    },
  },
];
