import type { RuleExample } from '../../types';

function swiftDelegate(method: string, body: string): Record<string, string> {
  return {
    'AppDelegate.swift': `import UIKit
final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ application: UIApplication, ${method} @escaping ${method.startsWith('handle') ? '() -> Void' : '(UIBackgroundFetchResult) -> Void'}) {
${body}
  }
}
`,
  };
}

const push = 'didReceiveRemoteNotification userInfo: [AnyHashable: Any], fetchCompletionHandler finish:';
const events = 'handleEventsForBackgroundURLSession identifier: String, completionHandler finish:';

function swiftUpload(body: string, header = 'func save(_ request: URLRequest)'): Record<string, string> {
  return {
    'Saver.swift': `import UIKit
${header} {
${body}
}
`,
  };
}

function swiftTask(body: string): Record<string, string> {
  return {
    'Refresh.swift': `import BackgroundTasks
func run(_ task: BGAppRefreshTask, _ request: URLRequest, _ queue: OperationQueue) {
${body}
}
`,
  };
}

function swiftObserver(body: string): Record<string, string> {
  return {
    'StepStore.swift': `import HealthKit
func observe(_ store: HKHealthStore, _ steps: HKQuantityType, _ request: URLRequest, _ transfers: URLSession, _ file: URL) {
  store.execute(HKObserverQuery(sampleType: steps, predicate: nil) { _, finish, _ in
${body}
  })
}
`,
  };
}

function swiftVoice(body: string): Record<string, string> {
  return {
    'VoicePushes.swift': `import CallKit
import PushKit
final class VoicePushes: NSObject, PKPushRegistryDelegate {
  let provider: CXProvider
  func pushRegistry(_ registry: PKPushRegistry, didReceiveIncomingPushWith payload: PKPushPayload, for type: PKPushType, completion: @escaping () -> Void) {
${body}
  }
}
`,
  };
}

function objcPush(body: string): Record<string, string> {
  return {
    'AppDelegate.m': `#import <UIKit/UIKit.h>
@interface AppDelegate : UIResponder <UIApplicationDelegate>
@end
@implementation AppDelegate
- (void)application:(UIApplication *)application didReceiveRemoteNotification:(NSDictionary *)userInfo fetchCompletionHandler:(void (^)(UIBackgroundFetchResult))finish {
${body}
}
@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'background-task',
    files: swiftUpload(`  let app = UIApplication.shared
  let id = app.beginBackgroundTask(withName: "save") { print("too late") }
  URLSession.shared.dataTask(with: request) { _, _, error in
    print(error as Any)
  }.resume()
  app.⟦endBackgroundTask⟧(id)`),
  },
  {
    kind: 'bad',
    entry: 'background-task',
    note: 'deferred',
    files:
      swiftUpload(`  let id = UIApplication.shared.beginBackgroundTask(withName: "save") { print("too late") }
  defer { UIApplication.shared.⟦endBackgroundTask⟧(id) }
  Task { await Store.shared.save(request) }`),
  },
  {
    kind: 'good',
    entry: 'background-task',
    files: swiftUpload(`  let app = UIApplication.shared
  let id = app.beginBackgroundTask(withName: "save") { print("too late") }
  URLSession.shared.dataTask(with: request) { _, _, error in
    print(error as Any)
    app.endBackgroundTask(id)
  }.resume()`),
  },
  {
    kind: 'near-miss',
    entry: 'background-task',
    note: 'waits',
    files: swiftUpload(
      `  let id = UIApplication.shared.beginBackgroundTask(withName: "save") { print("too late") }
  defer { UIApplication.shared.endBackgroundTask(id) }
  _ = try? await URLSession.shared.data(for: request)`,
      '@MainActor func save(_ request: URLRequest) async',
    ),
  },
  {
    kind: 'bad',
    entry: 'scheduled-task',
    files: swiftTask(`  task.expirationHandler = { task.setTaskCompleted(success: false) }
  let load = URLSession.shared.dataTask(with: request) { data, _, _ in
    print(data?.count ?? 0)
  }
  load.resume()
  task.⟦setTaskCompleted⟧(success: true)`),
  },
  {
    kind: 'good',
    entry: 'scheduled-task',
    files: swiftTask(`  let load = URLSession.shared.dataTask(with: request) { _, _, error in
    task.setTaskCompleted(success: error == nil)
  }
  task.expirationHandler = { load.cancel() }
  load.resume()`),
  },
  {
    kind: 'near-miss',
    entry: 'scheduled-task',
    note: 'blocks until the queue is empty',
    files: swiftTask(`  task.expirationHandler = { queue.cancelAllOperations() }
  DispatchQueue.global().async { print("side job") }
  queue.waitUntilAllOperationsAreFinished()
  task.setTaskCompleted(success: true)`),
  },
  {
    kind: 'bad',
    entry: 'fetch-completion',
    files: swiftDelegate(
      push,
      `    Task { await Inbox.shared.refresh() }
    ⟦finish⟧(.newData)`,
    ),
  },
  {
    kind: 'good',
    entry: 'fetch-completion',
    files: swiftDelegate(
      push,
      `    Task {
      await Inbox.shared.refresh()
      finish(.newData)
    }`,
    ),
  },
  {
    kind: 'near-miss',
    entry: 'fetch-completion',
    note: 'only tells the user interface',
    files: swiftDelegate(
      push,
      `    NotificationCenter.default.post(name: .init("push"), object: userInfo)
    DispatchQueue.main.async { print("badge") }
    finish(.noData)`,
    ),
  },
  {
    kind: 'bad',
    entry: 'fetch-completion',
    files:
      objcPush(`    [[[NSURLSession sharedSession] dataTaskWithURL:self.inbox completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) {
        [self store:data];
    }] resume];
    ⟦finish⟧(UIBackgroundFetchResultNewData);`),
  },
  {
    kind: 'good',
    entry: 'fetch-completion',
    files:
      objcPush(`    [[[NSURLSession sharedSession] dataTaskWithURL:self.inbox completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) {
        [self store:data];
        finish(data ? UIBackgroundFetchResultNewData : UIBackgroundFetchResultFailed);
    }] resume];`),
  },
  {
    kind: 'bad',
    entry: 'health-observer',
    files: swiftObserver(`    URLSession.shared.uploadTask(with: request, fromFile: file) { _, _, error in
      print(error as Any)
    }.resume()
    ⟦finish⟧()`),
  },
  {
    kind: 'good',
    entry: 'health-observer',
    files: swiftObserver(`    URLSession.shared.uploadTask(with: request, fromFile: file) { _, _, error in
      print(error as Any)
      finish()
    }.resume()`),
  },
  {
    kind: 'near-miss',
    entry: 'health-observer',
    note: 'a background session goes on without the app',
    files: swiftObserver(`    transfers.uploadTask(with: request, fromFile: file).resume()
    finish()`),
  },
  {
    kind: 'bad',
    entry: 'url-session-events',
    files: swiftDelegate(
      events,
      `    Downloads.shared.connect(identifier)
    ⟦finish⟧()`,
    ),
  },
  {
    kind: 'good',
    entry: 'url-session-events',
    files: swiftDelegate(events, '    Downloads.shared.connect(identifier, finished: finish)'),
  },
  {
    kind: 'near-miss',
    entry: 'url-session-events',
    note: 'somebody else has that session',
    files: swiftDelegate(
      events,
      `    guard identifier == Downloads.identifier else {
      finish()
      return
    }
    Downloads.shared.finished = finish`,
    ),
  },
  {
    kind: 'bad',
    entry: 'pushkit-completion',
    files: swiftVoice(`    provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { error in
      print(error as Any)
    }
    ⟦completion⟧()`),
  },
  {
    kind: 'good',
    entry: 'pushkit-completion',
    files: swiftVoice(`    provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { error in
      print(error as Any)
      completion()
    }`),
  },
  {
    kind: 'near-miss',
    entry: 'pushkit-completion',
    note: 'no closure to call it from',
    files: swiftVoice(`    guard type == .voIP else {
      completion()
      return
    }
    provider.reportNewIncomingCall(with: UUID(), update: CXCallUpdate()) { _ in completion() }`),
  },
];
