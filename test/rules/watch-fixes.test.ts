/** Fixes for the background tasks of a watch app: what is handed over is a set of tasks. */
import { beforeAll, describe, expect, test } from 'vitest';
import { watchTaskRule } from '../../server/src/core/rules/health-and-watch/watch-task';
import { fixed, loadGrammars, runRules } from '../support/code-rules';

beforeAll(loadGrammars);

function fixedText(path: string, text: string): string | undefined {
  const files = { [path]: text };
  const [finding] = runRules([watchTaskRule], files);
  return finding && fixed(files, finding)[path];
}

const swift = (body: string) => `import WatchKit
final class WatchDelegate: NSObject, WKApplicationDelegate {
  func handle(_ backgroundTasks: Set<WKRefreshBackgroundTask>) {
${body}
  }
}
`;
const objc = (body: string) => `#import <WatchKit/WatchKit.h>
@implementation WatchDelegate
- (void)handleBackgroundTasks:(NSSet<WKRefreshBackgroundTask *> *)backgroundTasks {
${body}
}
@end
`;

describe('tasks that nobody looks at', () => {
  test('are completed one by one', () => {
    expect(fixedText('a.swift', swift('    reload()'))).toBe(
      swift('    reload()\n    for task in backgroundTasks { task.setTaskCompletedWithSnapshot(false) }'),
    );
    expect(fixedText('a.m', objc('    [self reload];'))).toBe(
      objc(
        '    [self reload];\n    for (WKRefreshBackgroundTask *task in backgroundTasks) { [task setTaskCompletedWithSnapshot:NO]; }',
      ),
    );
  });
});

describe('tasks of a loop', () => {
  test('are completed at its end', () => {
    expect(fixedText('a.swift', swift('    for each in backgroundTasks {\n      print(each)\n    }'))).toBe(
      swift(
        '    for each in backgroundTasks {\n      print(each)\n      each.setTaskCompletedWithSnapshot(false)\n    }',
      ),
    );
    expect(
      fixedText(
        'a.m',
        objc('    for (WKRefreshBackgroundTask *each in backgroundTasks) {\n        [self log];\n    }'),
      ),
    ).toBe(
      objc(
        '    for (WKRefreshBackgroundTask *each in backgroundTasks) {\n        [self log];\n        [each setTaskCompletedWithSnapshot:NO];\n    }',
      ),
    );
  });
});
