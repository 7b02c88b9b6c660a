import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: {
      'Exporter.swift': `import UIKit
final class Exporter {
  var pages: [Int] = []
  func export() {
    while !pages.isEmpty && UIApplication.shared.⟦backgroundTimeRemaining⟧ > 10 { writePage() }
  }
  func writePage() { pages.removeLast() }
}
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Exporter.swift': `import UIKit
import os
final class Exporter {
  var pages: [Int] = []
  var isExpired = false
  func export() {
    Logger().debug("\\(UIApplication.shared.backgroundTimeRemaining) s left")
    while !pages.isEmpty && !isExpired { writePage() }
  }
  func writePage() { pages.removeLast() }
}
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'an own property of that name; and a test for the foreground, for what people read',
    files: {
      'Budget.swift': `import UIKit
struct Budget { let backgroundTimeRemaining: Double }
func spend(_ budget: Budget) { if budget.backgroundTimeRemaining > 1 { work() } }
func work() {
  let left = UIApplication.shared.backgroundTimeRemaining
  print(left < .greatestFiniteMagnitude ? "\\(left) s" : "no limit")
  if left < 5 { print("nearly over") }
  show(left > 600 ? nil : left)
}
func show(_ seconds: Double?) {}
`,
    },
  },
  {
    kind: 'bad',
    files: {
      'Exporter.m': `#import <UIKit/UIKit.h>

@implementation Exporter

- (void)export {
  NSTimeInterval left = [UIApplication sharedApplication].backgroundTimeRemaining;
  if (⟦left⟧ < 20) { [self pause]; return; }
  [self writePages];
}

@end
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Exporter.m': `#import <UIKit/UIKit.h>

@implementation Exporter

- (void)export {
  NSLog(@"%f s left", [[UIApplication sharedApplication] backgroundTimeRemaining]);
  if (self.isExpired) { [self pause]; return; }
  [self writePages];
}

@end
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'only the text for the log depends on it',
    files: {
      'Exporter.m': `#import <UIKit/UIKit.h>

@implementation Exporter

- (void)report {
  NSTimeInterval left = [UIApplication sharedApplication].backgroundTimeRemaining;
  ExporterLogDebug(@"left: %@", left > 12 * 3600 ? @"-" : @(left).stringValue);
}

@end
`,
    },
  },
];
