import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: {
      'Journal.swift': `import Foundation
final class Journal {
  func close() {
    ProcessInfo.processInfo.performExpiringActivity(withReason: "journal") { ⟦_⟧ in
      self.writeAll()
    }
  }
  func writeAll() {}
}
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Journal.swift': `import Foundation
final class Journal {
  func close() {
    ProcessInfo.processInfo.performExpiringActivity(withReason: "journal") { expired in
      guard !expired else { return }
      self.writeAll()
    }
  }
  func writeAll() {}
}
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'read without a name, read in a closure, and another method',
    files: {
      'Journal.swift': `import Foundation
final class Journal {
  func close() {
    ProcessInfo.processInfo.performExpiringActivity(withReason: "a") { $0 ? self.stop() : self.writeAll() }
    ProcessInfo.processInfo.performExpiringActivity(withReason: "b") { isOver in
      self.queue.sync { if isOver { self.stop() } else { self.writeAll() } }
    }
    ProcessInfo.processInfo.performActivity(options: .background, reason: "c") { self.writeAll() }
  }
  let queue = DispatchQueue(label: "journal")
  func stop() {}
  func writeAll() {}
}
`,
    },
  },
  {
    kind: 'bad',
    files: {
      'Journal.m': `#import <Foundation/Foundation.h>

@implementation Journal

- (void)close {
  [[NSProcessInfo processInfo] performExpiringActivityWithReason:@"journal" usingBlock:^(⟦BOOL⟧ expired) {
    [self writeAll];
  }];
}

@end
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Journal.m': `#import <Foundation/Foundation.h>

@implementation Journal

- (void)close {
  [[NSProcessInfo processInfo] performExpiringActivityWithReason:@"journal" usingBlock:^(BOOL expired) {
    if (expired) { [self stop]; } else { [self writeAll]; }
  }];
}

@end
`,
    },
  },
];
