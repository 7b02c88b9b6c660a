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
    kind: 'near-miss',
    note: 'prose about the comment',
    files: {
      'Save.swift': `import UIKit
// Write background-modes:ignore some-rule above a line to silence it.
func remaining() -> TimeInterval { UIApplication.shared.backgroundTimeRemaining }
`,
    },
  },
];
