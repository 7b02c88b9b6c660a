import type { RuleExample } from '../../types';

const swift = (callback: string, members = ''): string => `import UIKit
final class AppDelegate: UIResponder, UIApplicationDelegate {
  var task: UIBackgroundTaskIdentifier = .invalid
  var isSaving = false
  func applicationDidEnterBackground(_ application: UIApplication) {
    ${callback}
  }
  func end() { UIApplication.shared.endBackgroundTask(task); task = .invalid }${members}
}
`;

const begin = 'application.beginBackgroundTask(withName: "save") { [weak self] in self?.end() }';

const objc = (before: string, target: string): string => `#import <UIKit/UIKit.h>

@implementation AppDelegate

- (void)applicationDidEnterBackground:(UIApplication *)application {
  ${before}${target} = [application beginBackgroundTaskWithName:@"save" expirationHandler:^{ [self end]; }];
}

- (void)end {
  [[UIApplication sharedApplication] endBackgroundTask:self.task];
  self.task = UIBackgroundTaskInvalid;
}

@end
`;

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: { 'AppDelegate.swift': swift(`⟦task⟧ = ${begin}`) } },
  {
    kind: 'good',
    files: { 'AppDelegate.swift': swift(`guard task == .invalid else { return }\n    task = ${begin}`) },
  },
  {
    kind: 'near-miss',
    note: 'ends first',
    files: { 'AppDelegate.swift': swift(`end()\n    task = ${begin}`) },
  },
  {
    kind: 'near-miss',
    note: 'another property is set as long as the task is open',
    files: {
      'AppDelegate.swift': swift(`guard !isSaving else { return }
    isSaving = true
    task = ${begin}`),
    },
  },
  {
    kind: 'near-miss',
    note: 'coming back ends the task',
    files: {
      'AppDelegate.swift': swift(
        `task = ${begin}`,
        '\n  func applicationWillEnterForeground(_ application: UIApplication) { end() }',
      ),
    },
  },
  {
    kind: 'near-miss',
    note: 'an observer does so',
    files: {
      'AppDelegate.swift': swift(
        `task = ${begin}`,
        `
  func watch() {
    let name = UIApplication.willEnterForegroundNotification
    NotificationCenter.default.addObserver(forName: name, object: nil, queue: nil) { _ in self.end() }
  }`,
      ),
    },
  },
  { kind: 'bad', files: { 'AppDelegate.m': objc('', '⟦self⟧.task') } },
  {
    kind: 'good',
    files: {
      'AppDelegate.m': objc('if (self.task != UIBackgroundTaskInvalid) { return; }\n  ', 'self.task'),
    },
  },
  { kind: 'near-miss', files: { 'AppDelegate.m': objc('[self end];\n  ', 'self.task') } },
];
