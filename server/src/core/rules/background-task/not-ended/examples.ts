import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'never',
    files: {
      'Uploader.swift': `import UIKit
final class Uploader {
  var task: UIBackgroundTaskIdentifier = .invalid
  func start() {
    task = UIApplication.shared.⟦beginBackgroundTask⟧(withName: "upload") { print("expired") }
    upload()
  }
  func upload() {}
}
`,
    },
  },
  {
    kind: 'good',
    entry: 'never',
    files: {
      'Uploader.swift': `import UIKit
final class Uploader {
  var task: UIBackgroundTaskIdentifier = .invalid
  func start() {
    task = UIApplication.shared.beginBackgroundTask(withName: "upload") { [weak self] in self?.finish() }
    upload()
  }
  func upload() { finish() }
  func finish() {
    guard task != .invalid else { return }
    UIApplication.shared.endBackgroundTask(task)
    task = .invalid
  }
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'never',
    files: {
      'Uploader.swift': `import UIKit
func begin(_ name: String, _ onExpire: @escaping () -> Void) -> UIBackgroundTaskIdentifier {
  return UIApplication.shared.beginBackgroundTask(withName: name, expirationHandler: onExpire)
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'never',
    files: {
      'Pool.swift': `import UIKit
final class Pool {
  var ids: [String: UIBackgroundTaskIdentifier] = [:]
  func add(_ k: String) { ids[k] = UIApplication.shared.beginBackgroundTask(withName: k) { [weak self] in self?.drop(k) } }
  func drop(_ k: String) { if let id = ids.removeValue(forKey: k) { UIApplication.shared.endBackgroundTask(id) } }
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'result-discarded',
    files: {
      'Uploader.swift': `import UIKit
func save() {
  UIApplication.shared.⟦beginBackgroundTask⟧(withName: "save") { }
}
`,
    },
  },
  {
    kind: 'good',
    entry: 'result-discarded',
    files: {
      'Uploader.swift': `import UIKit
func save() {
  let app = UIApplication.shared
  var id: UIBackgroundTaskIdentifier = .invalid
  id = app.beginBackgroundTask(withName: "save") { app.endBackgroundTask(id); id = .invalid }
  app.endBackgroundTask(id)
  id = .invalid
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'result-discarded',
    files: {
      'Live.swift': `import UIKit
protocol BackgroundTasking { func beginBackgroundTask(withName: String?, expirationHandler: (() -> Void)?) -> UIBackgroundTaskIdentifier }
struct Live: BackgroundTasking {
  func beginBackgroundTask(withName n: String?, expirationHandler h: (() -> Void)?) -> UIBackgroundTaskIdentifier {
    UIApplication.shared.beginBackgroundTask(withName: n, expirationHandler: h)
  }
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'result-discarded',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

// [app beginBackgroundTaskWithExpirationHandler:^{}];
- (UIBackgroundTaskIdentifier)begin {
  return [UIApplication.sharedApplication beginBackgroundTaskWithExpirationHandler:^{ [self end]; }];
}

@end
`,
    },
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: {
      'Uploader.swift': `import UIKit
func export(_ data: Data?) throws {
  let app = UIApplication.shared
  let id = app.beginBackgroundTask(withName: "export") { }
  guard let data else { ⟦return⟧ }
  ⟦try⟧ data.write(to: URL.documentsDirectory.appendingPathComponent("x"))
  app.endBackgroundTask(id)
}
`,
    },
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: {
      'Uploader.swift': `import UIKit
func export(_ data: Data?) throws {
  let app = UIApplication.shared
  var id: UIBackgroundTaskIdentifier = .invalid
  let end = { if id != .invalid { app.endBackgroundTask(id); id = .invalid } }
  id = app.beginBackgroundTask(withName: "export", expirationHandler: end)
  defer { end() }
  guard let data else { return }
  try data.write(to: URL.documentsDirectory.appendingPathComponent("x"))
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    files: {
      'Uploader.swift': `import UIKit
func export(_ data: Data?) {
  guard let data else { return }
  let app = UIApplication.shared
  let id = app.beginBackgroundTask(withName: "export") { }
  try? data.write(to: URL.documentsDirectory.appendingPathComponent("x"))
  app.endBackgroundTask(id)
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'never',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)save {
    self.task = [[UIApplication sharedApplication] ⟦beginBackgroundTaskWithName⟧:@"save" expirationHandler:^{ NSLog(@"expired"); }];
    [self writeEverything];
}

@end
`,
    },
  },
  {
    kind: 'good',
    entry: 'never',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)save {
    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"save" expirationHandler:^{ [self end]; }];
    [self writeEverything];
    [self end];
}

- (void)end {
    if (self.task == UIBackgroundTaskInvalid) { return; }
    [[UIApplication sharedApplication] endBackgroundTask:self.task];
    self.task = UIBackgroundTaskInvalid;
}

@end
`,
    },
  },
  {
    kind: 'bad',
    entry: 'result-discarded',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)save {
    [[UIApplication sharedApplication] ⟦beginBackgroundTaskWithName⟧:@"save" expirationHandler:^{ }];
    [self writeEverything];
}

@end
`,
    },
  },
  {
    kind: 'good',
    entry: 'result-discarded',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (UIBackgroundTaskIdentifier)begin {
    return [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"save" expirationHandler:^{ [self end]; }];
}

@end
`,
    },
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)exportData:(NSData *)data {
    UIApplication *app = [UIApplication sharedApplication];
    __block UIBackgroundTaskIdentifier task = [app beginBackgroundTaskWithName:@"export" expirationHandler:^{ [app endBackgroundTask:task]; task = UIBackgroundTaskInvalid; }];
    if (data == nil) { ⟦return⟧; }
    [data writeToFile:self.path atomically:YES];
    [app endBackgroundTask:task];
    task = UIBackgroundTaskInvalid;
}

@end
`,
    },
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: {
      'Uploader.m': `#import <UIKit/UIKit.h>

@implementation Uploader

- (void)exportData:(NSData *)data {
    UIApplication *app = [UIApplication sharedApplication];
    __block UIBackgroundTaskIdentifier task = [app beginBackgroundTaskWithName:@"export" expirationHandler:^{ [app endBackgroundTask:task]; task = UIBackgroundTaskInvalid; }];
    if (data != nil) { [data writeToFile:self.path atomically:YES]; }
    [app endBackgroundTask:task];
    task = UIBackgroundTaskInvalid;
}

@end
`,
    },
  },
  {
    kind: 'bad',
    entry: 'never',
    note: 'a function begins the task for its callers',
    files: {
      'Tasks.swift': `import UIKit
enum Tasks {
  static func start(_ name: String) -> UIBackgroundTaskIdentifier {
    let task = UIApplication.shared.beginBackgroundTask(withName: name) { print("expired") }
    return task
  }
}
`,
      'Exporter.swift': `import UIKit
func export() {
  let backgroundTask = Tasks.⟦start⟧("export")
  print("exporting in", backgroundTask)
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'the function keeps the identifier that it answers',
    files: {
      'Tasks.swift': `import UIKit
enum Tasks {
  static var open: [UIBackgroundTaskIdentifier] = []
  static func start(_ name: String) -> UIBackgroundTaskIdentifier {
    let task = UIApplication.shared.beginBackgroundTask(withName: name) { endAll() }
    open.append(task)
    return task
  }
  static func endAll() {
    open.forEach { UIApplication.shared.endBackgroundTask($0) }
    open = []
  }
}
`,
      'Exporter.swift': `import UIKit
func export() {
  let backgroundTask = Tasks.start("export")
  print("exporting in", backgroundTask)
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    note: 'a method begins the task for its callers',
    files: {
      'Exporter.m': `#import <UIKit/UIKit.h>

@implementation Exporter

- (UIBackgroundTaskIdentifier)startTask {
    return [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"export" expirationHandler:^{ [self cancel]; }];
}

- (void)stopTask:(UIBackgroundTaskIdentifier)task {
    [[UIApplication sharedApplication] endBackgroundTask:task];
}

- (void)exportData:(NSData *)data {
    UIBackgroundTaskIdentifier task = [self startTask];
    if (data == nil) { ⟦return⟧; }
    [data writeToFile:self.path atomically:YES];
    [self stopTask:task];
}

@end
`,
    },
  },
];
