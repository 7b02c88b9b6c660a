import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return { 'Menu.swift': `import BackgroundTasks\nimport UIKit\n\n${body.trim()}\n` };
}

function objc(line: string): RuleExample['files'] {
  return {
    'Menu.m': `#import <BackgroundTasks/BackgroundTasks.h>
#import <UIKit/UIKit.h>

@implementation Menu

- (void)tapped {
    ${line}
}

@end
`,
  };
}

const identifier = '"com.example.app.refresh"';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'simulate-task',
    files: swift(
      `func test() {\n  let launch = NSSelectorFromString(⟦"_simulateLaunchForTaskWithIdentifier:"⟧)\n  BGTaskScheduler.shared.perform(launch, with: ${identifier})\n}`,
    ),
  },
  {
    kind: 'bad',
    entry: 'simulate-task',
    files: objc(
      `[[BGTaskScheduler sharedScheduler] ⟦_simulateExpirationForTaskWithIdentifier⟧:@${identifier}];`,
    ),
  },
  {
    kind: 'good',
    entry: 'simulate-task',
    files: swift(
      `// e -l objc -- (void)[[BGTaskScheduler sharedScheduler] _simulateLaunchForTaskWithIdentifier:@${identifier}]\nfunc test() {}`,
    ),
  },
  {
    kind: 'near-miss',
    entry: 'simulate-task',
    note: 'in debug builds alone',
    files: swift(
      'func test() {\n  #if DEBUG\n  BGTaskScheduler.shared.perform(Selector(("_simulateLaunchForTaskWithIdentifier:")), with: nil)\n  #endif\n}',
    ),
  },
  {
    kind: 'bad',
    entry: 'suspend-app',
    files: swift('func leave() { UIApplication.shared.⟦perform⟧(#selector(NSXPCConnection.suspend)) }'),
  },
  {
    kind: 'bad',
    entry: 'suspend-app',
    note: 'by way of a control',
    files: swift(
      'func leave() { UIControl().⟦sendAction⟧(#selector(URLSessionTask.suspend), to: UIApplication.shared, for: nil) }',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'suspend-app',
    files: swift(
      'func hold(_ task: URLSessionTask) {\n  task.suspend()\n  task.perform(#selector(URLSessionTask.suspend))\n}',
    ),
  },
  {
    kind: 'bad',
    entry: 'suspend-app',
    files: objc('[UIApplication.sharedApplication ⟦performSelector⟧:@selector(suspend)];'),
  },
  {
    kind: 'near-miss',
    entry: 'suspend-app',
    files: objc('[self.queue performSelector:@selector(suspend)];'),
  },
  {
    kind: 'good',
    entry: 'suspend-app',
    files: objc('[self dismissViewControllerAnimated:YES completion:nil];'),
  },
];
