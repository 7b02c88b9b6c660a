import type { RuleExample } from '../../types';

const leak = `UIApplication.shared.beginBackgroundTask(withName: "save") {}`;

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'unused',
    note: 'the code below it was mended',
    files: {
      'Save.swift': `import UIKit
func save() {
  // background-modes:ignore ⟦background-task-not-ended⟧ -- the importer ends it
  let application = UIApplication.shared
  print(application.backgroundTimeRemaining)
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'unused',
    files: {
      'Save.m': `#import <UIKit/UIKit.h>
/* background-modes:ignore-file ⟦missing-expiration-handler⟧ */
void save(void) {
  NSLog(@"%f", [UIApplication sharedApplication].backgroundTimeRemaining);
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'unknown-rule',
    files: {
      'Save.swift': `import UIKit
func save() {
  _ = ${leak} // background-modes:ignore ⟦background-task-never-ended⟧
}
`,
    },
  },
  {
    kind: 'good',
    entry: 'unused',
    files: {
      'Save.swift': `import UIKit
func save() {
  // background-modes:ignore background-task-not-ended -- shown in a talk
  _ = ${leak}
}
`,
    },
  },
  {
    kind: 'good',
    entry: 'unknown-rule',
    note: 'one case of a rule',
    files: {
      'Save.m': `#import <UIKit/UIKit.h>
void save(void) {
  // background-modes:ignore background-task-not-ended/result-discarded -- shown in a talk
  [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"save" expirationHandler:^{}];
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'unused',
    note: 'one of its rules has something to silence in the region',
    files: {
      'Save.swift': `import UIKit
// background-modes:ignore-start background-task-not-ended -- shown in a talk
func save() {
  _ = ${leak}
}
// background-modes:ignore-end background-task-not-ended
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'unknown-rule',
    note: 'prose about the comment',
    files: {
      'Save.swift': `import UIKit
// Write background-modes:ignore some-rule above a line to silence it.
func remaining() -> TimeInterval { UIApplication.shared.backgroundTimeRemaining }
`,
    },
  },
];
