import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: {
      'Meter.swift': `import UIKit
final class Meter {
  func report() {
    let left = UIApplication.shared.backgroundTimeRemaining
    print("left: \\(⟦Int⟧(left.rounded()))")
  }
}
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Meter.swift': `import UIKit
final class Meter {
  func report() {
    let left = UIApplication.shared.backgroundTimeRemaining
    print("left: \\(Int(min(left, 900)))")
  }
}
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'tested before, or in the background for sure',
    files: {
      'Meter.swift': `import UIKit
final class Meter {
  func report() {
    let left = UIApplication.shared.backgroundTimeRemaining
    guard left < .greatestFiniteMagnitude else { return print("no limit") }
    print("left: \\(Int(left))", Int(exactly: left) ?? 0)
  }
  func applicationDidEnterBackground(_ application: UIApplication) {
    print(Int(application.backgroundTimeRemaining))
  }
}
`,
    },
  },
];
