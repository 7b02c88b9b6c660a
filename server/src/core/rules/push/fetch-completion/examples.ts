import type { RuleExample } from '../../types';

/** The body of a silent push handler; the completion handler is called `finish`. */
function swiftPush(body: string, label = 'fetchCompletionHandler', rest = ''): Record<string, string> {
  return {
    'AppDelegate.swift': `import UIKit
final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any], ${label} finish: @escaping (UIBackgroundFetchResult) -> Void) {
${body}
  }
${rest}}
`,
  };
}

function swiftFetch(body: string, rest = ''): Record<string, string> {
  return {
    'AppDelegate.swift': `import UIKit
final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ application: UIApplication, performFetchWithCompletionHandler finish: @escaping (UIBackgroundFetchResult) -> Void) {
${body}
  }
${rest}}
`,
  };
}

function objcPush(body: string, label = 'fetchCompletionHandler:'): Record<string, string> {
  return {
    'AppDelegate.m': `#import <UIKit/UIKit.h>
@interface AppDelegate : UIResponder <UIApplicationDelegate>
@end
@implementation AppDelegate
- (void)application:(UIApplication *)application didReceiveRemoteNotification:(NSDictionary *)userInfo ${label}(void (^)(UIBackgroundFetchResult))finish {
${body}
}
@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'never',
    files: swiftPush(
      '    badge = userInfo["badge"] as? Int ?? 0',
      '⟦fetchCompletionHandler⟧',
      '  var badge = 0\n',
    ),
  },
  {
    kind: 'good',
    entry: 'never',
    files: swiftPush(
      '    badge = userInfo["badge"] as? Int ?? 0\n    finish(.newData)',
      undefined,
      '  var badge = 0\n',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'the async form returns its result',
    files: {
      'AppDelegate.swift': `import UIKit
final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any]) async -> UIBackgroundFetchResult {
    await Inbox.shared.refresh() ? .newData : .noData
  }
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'never',
    note: 'another type completes it',
    files: {
      ...swiftPush('    Pushes.handle(userInfo, then: finish)'),
      'Pushes.swift': `import UIKit
enum Pushes {
  static func handle(_ userInfo: [AnyHashable: Any], then finish: @escaping (UIBackgroundFetchResult) -> Void) { finish(.newData) }
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'never',
    files: objcPush('    NSLog(@"push %@", userInfo);', '⟦fetchCompletionHandler⟧:'),
  },
  {
    kind: 'good',
    entry: 'never',
    files: objcPush('    NSLog(@"push %@", userInfo);\n    finish(UIBackgroundFetchResultNoData);'),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: swiftPush(`    guard let thread = userInfo["thread"] as? String else { ⟦return⟧ }
    print(thread)
    finish(.newData)`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    note: 'a case that does nothing',
    files: swiftPush(`    switch userInfo["kind"] as? String {
    case "message": Inbox.shared.load(finish)
    ⟦default⟧: break
    }`),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    note: 'inside of the callback',
    files:
      swiftPush(`    URLSession.shared.dataTask(with: URL(string: "https://example.com/inbox")!) { data, _, error in
      guard let data, error == nil else {
        print("nothing came")
        ⟦return⟧
      }
      print(data.count)
      finish(.newData)
    }.resume()`),
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: swiftPush(`    guard let thread = userInfo["thread"] as? String else { finish(.noData); return }
    print(thread)
    finish(.newData)`),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'defer covers every way out',
    files: swiftPush(`    var result = UIBackgroundFetchResult.noData
    defer { finish(result) }
    guard userInfo["thread"] != nil else { return }
    result = .newData`),
  },
  {
    kind: 'near-miss',
    entry: 'on-some-path',
    note: 'stored on one path, passed on on the other',
    files: swiftPush(
      `    guard userInfo["thread"] != nil else {
      pending.append(finish)
      return
    }
    load { result in finish(result) }`,
      undefined,
      `  var pending: [(UIBackgroundFetchResult) -> Void] = []
  func load(_ then: @escaping (UIBackgroundFetchResult) -> Void) { then(.newData) }
`,
    ),
  },
  {
    kind: 'bad',
    entry: 'on-some-path',
    files: objcPush(`    if (userInfo[@"thread"] == nil) {
        ⟦return⟧;
    }
    [self loadThread:userInfo[@"thread"] completion:finish];`),
  },
  {
    kind: 'good',
    entry: 'on-some-path',
    files: objcPush(`    if (userInfo[@"thread"] == nil) {
        finish(UIBackgroundFetchResultNoData);
        return;
    }
    [self loadThread:userInfo[@"thread"] completion:finish];`),
  },
  {
    kind: 'bad',
    entry: 'perform-fetch',
    files: swiftFetch(`    guard application.isProtectedDataAvailable else {
      ⟦return⟧
    }
    finish(.newData)`),
  },
  {
    kind: 'bad',
    entry: 'perform-fetch',
    note: 'a catch clause that only logs',
    files: swiftFetch(`    do {
      try Feed.shared.update()
      finish(.newData)
    } ⟦catch⟧ {
      print(error)
    }`),
  },
  {
    kind: 'good',
    entry: 'perform-fetch',
    files: swiftFetch(`    guard application.isProtectedDataAvailable else {
      finish(.failed)
      return
    }
    finish(.newData)`),
  },
  {
    kind: 'near-miss',
    entry: 'perform-fetch',
    files: swiftFetch(
      '    update(finish)',
      '  func update(_ then: @escaping (UIBackgroundFetchResult) -> Void) { then(.noData) }\n',
    ),
  },
];
