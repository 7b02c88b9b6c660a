import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: {
      'SceneDelegate.swift': `import UIKit
final class SceneDelegate: UIResponder, UIWindowSceneDelegate {
  func sceneDidEnterBackground(_ scene: UIScene) {
    Task {
      let task = UIApplication.shared.⟦beginBackgroundTask⟧(withName: "store") { }
      UIApplication.shared.endBackgroundTask(task)
    }
  }
}
`,
    },
  },
  {
    kind: 'good',
    files: {
      'SceneDelegate.swift': `import UIKit
final class SceneDelegate: UIResponder, UIWindowSceneDelegate {
  func sceneDidEnterBackground(_ scene: UIScene) {
    var task: UIBackgroundTaskIdentifier = .invalid
    let end = { UIApplication.shared.endBackgroundTask(task); task = .invalid }
    task = UIApplication.shared.beginBackgroundTask(withName: "store", expirationHandler: end)
    Task { end() }
  }
}
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'no background callback; and a second task, while the first one is open',
    files: {
      'Store.swift': `import UIKit
final class Store {
  var task: UIBackgroundTaskIdentifier = .invalid
  func save() {
    DispatchQueue.global().async { self.begin() ; let id = UIApplication.shared.beginBackgroundTask(withName: "a") { }
      UIApplication.shared.endBackgroundTask(id) }
  }
  func applicationDidEnterBackground(_ application: UIApplication) {
    begin()
    DispatchQueue.main.async {
      let id = application.beginBackgroundTask(withName: "b") { }
      application.endBackgroundTask(id)
    }
  }
  func begin() {
    end()
    task = UIApplication.shared.beginBackgroundTask(withName: "store") { self.end() }
  }
  func end() { UIApplication.shared.endBackgroundTask(task); task = .invalid }
}
`,
    },
  },
  {
    kind: 'bad',
    files: {
      'Store.m': `#import <UIKit/UIKit.h>

@implementation Store

- (void)watch {
  [[NSNotificationCenter defaultCenter] addObserverForName:UIApplicationDidEnterBackgroundNotification object:nil queue:nil usingBlock:^(NSNotification *note) {
    dispatch_async(dispatch_get_main_queue(), ^{
      self.task = [[UIApplication sharedApplication] ⟦beginBackgroundTaskWithName⟧:@"store" expirationHandler:^{ [self end]; }];
    });
  }];
}

- (void)end {
  [[UIApplication sharedApplication] endBackgroundTask:self.task];
  self.task = UIBackgroundTaskInvalid;
}

@end
`,
    },
  },
  {
    kind: 'good',
    files: {
      'Store.m': `#import <UIKit/UIKit.h>

@implementation Store

- (void)applicationDidEnterBackground:(UIApplication *)application {
  [self end];
  self.task = [application beginBackgroundTaskWithName:@"store" expirationHandler:^{ [self end]; }];
  dispatch_async(dispatch_get_main_queue(), ^{ [self end]; });
}

- (void)end {
  [[UIApplication sharedApplication] endBackgroundTask:self.task];
  self.task = UIBackgroundTaskInvalid;
}

@end
`,
    },
  },
];
