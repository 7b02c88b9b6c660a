/** Programs that complete what they are given, the way apps do it. Each discharging statement in them is needed. */
export interface DutyProgram {
  readonly name: string;
  readonly rule: string;
  readonly path: string;
  readonly text: string;
}

export function swiftTask(body: string, rest = ''): string {
  return `import BackgroundTasks
final class Sync {
  var account: String?
  var isReady = false
  func start() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "app.example.sync", using: nil) { task in
      self.run(task)
    }
  }
  func run(_ task: BGTask) {
${body}
  }
${rest}}
`;
}

export function swiftPush(body: string, rest = ''): string {
  return `import UIKit
final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any], fetchCompletionHandler finish: @escaping (UIBackgroundFetchResult) -> Void) {
${body}
  }
${rest}}
`;
}

export function swiftAction(body: string, rest = ''): string {
  return `import CallKit
final class Calls: NSObject, CXProviderDelegate {
  var lines: [UUID: Line] = [:]
  func provider(_ provider: CXProvider, perform action: CXStartCallAction) {
${body}
  }
${rest}}
`;
}

export function swiftWatch(body: string, rest = ''): string {
  return `import WatchKit
final class WatchDelegate: NSObject, WKApplicationDelegate {
  func handle(_ backgroundTasks: Set<WKRefreshBackgroundTask>) {
${body}
  }
${rest}}
`;
}

export function swiftObserver(body: string, rest = ''): string {
  return `import HealthKit
final class Steps {
  func observe(_ store: HKHealthStore, _ type: HKQuantityType) {
    store.execute(HKObserverQuery(sampleType: type, predicate: nil) { [weak self] query, finish, error in
${body}
    })
  }
${rest}}
`;
}

export function objcPush(body: string, rest = ''): string {
  return `#import <UIKit/UIKit.h>
@interface AppDelegate : UIResponder <UIApplicationDelegate>
@end
@implementation AppDelegate
- (void)application:(UIApplication *)application didReceiveRemoteNotification:(NSDictionary *)userInfo fetchCompletionHandler:(void (^)(UIBackgroundFetchResult))finish {
${body}
}
${rest}@end
`;
}

export function objcTask(body: string, rest = ''): string {
  return `#import <BackgroundTasks/BackgroundTasks.h>
@implementation Sync
- (void)start {
    [[BGTaskScheduler sharedScheduler] registerForTaskWithIdentifier:@"app.example.sync" usingQueue:nil launchHandler:^(BGTask *task) {
        [self run:task];
    }];
}
- (void)run:(BGTask *)task {
${body}
}
${rest}@end
`;
}

export function objcAction(body: string, rest = ''): string {
  return `#import <CallKit/CallKit.h>
@implementation Calls
- (void)provider:(CXProvider *)provider performAnswerCallAction:(CXAnswerCallAction *)action {
${body}
}
${rest}@end
`;
}

function program(rule: string, name: string, text: string): DutyProgram {
  return { name, rule, text, path: text.startsWith('#import') ? 'File.m' : 'File.swift' };
}

const task = (name: string, text: string) => program('task-not-completed', name, text);
const push = (name: string, text: string) => program('fetch-completion-not-called', name, text);
const action = (name: string, text: string) => program('call-action-not-completed', name, text);
const watch = (name: string, text: string) => program('watch-task-not-completed', name, text);
const observer = (name: string, text: string) => program('observer-completion-not-called', name, text);

export const dutyPrograms: readonly DutyProgram[] = [
  task(
    'guards',
    swiftTask(`    guard let account else {
      task.setTaskCompleted(success: false)
      return
    }
    guard isReady else { task.setTaskCompleted(success: false); return }
    upload(account)
    task.setTaskCompleted(success: true)`),
  ),
  task(
    'do and catch in a Task',
    swiftTask(`    let work = Task {
      do {
        try await Store.shared.sync(account)
        task.setTaskCompleted(success: true)
      } catch is CancellationError {
        task.setTaskCompleted(success: false)
      } catch {
        log(error)
        task.setTaskCompleted(success: false)
      }
    }
    task.expirationHandler = { work.cancel() }`),
  ),
  task(
    'if and else in a callback',
    swiftTask(`    URLSession.shared.dataTask(with: url) { data, _, error in
      if let data {
        self.store(data)
        task.setTaskCompleted(success: true)
      } else {
        task.setTaskCompleted(success: false)
      }
    }.resume()`),
  ),
  task(
    'switch over a result',
    swiftTask(`    client.load(account) { result in
      switch result {
      case .success(let items):
        self.keep(items)
        task.setTaskCompleted(success: true)
      case .failure:
        task.setTaskCompleted(success: false)
      }
    }`),
  ),
  task(
    'a helper that completes',
    swiftTask(
      `    guard isReady else {
      finish(task, false)
      return
    }
    finish(task, true)`,
      `  func finish(_ task: BGTask, _ success: Bool) {
    print(success)
    task.setTaskCompleted(success: success)
  }
`,
    ),
  ),
  task(
    'a local function on a queue',
    swiftTask(`    func complete(_ success: Bool) {
      DispatchQueue.main.async {
        task.setTaskCompleted(success: success)
      }
    }
    guard isReady else {
      return complete(false)
    }
    complete(true)`),
  ),
  push(
    'switch with default',
    swiftPush(`    switch userInfo["kind"] as? String {
    case "mail":
      Mail.shared.load(finish)
    case "ping":
      finish(.noData)
    default:
      finish(.failed)
    }`),
  ),
  push(
    'a deferred call',
    swiftPush(`    defer {
      finish(.newData)
    }
    guard let kind = userInfo["kind"] else { return }
    print(kind)`),
  ),
  push(
    'nested conditions',
    swiftPush(`    if let kind = userInfo["kind"] as? String {
      if kind == "mail" {
        finish(.newData)
      } else {
        finish(.noData)
      }
    } else {
      finish(.failed)
    }`),
  ),
  push(
    'availability',
    swiftPush(`    if #available(iOS 17, *) {
      Task {
        await Mail.shared.load()
        finish(.newData)
      }
    } else {
      finish(.noData)
    }`),
  ),
  push(
    'a closure in a variable',
    swiftPush(`    let report = { (count: Int) in
      finish(count > 0 ? .newData : .noData)
    }
    guard let count = userInfo["count"] as? Int else {
      report(0)
      return
    }
    report(count)`),
  ),
  push(
    'a background task around it',
    swiftPush(`    if let account = userInfo["account"] as? String {
      Mail.shared.load(account) { error in
        guard error == nil else {
          finish(.failed)
          return
        }
        finish(.newData)
      }
    } else {
      finish(.noData)
    }`),
  ),
  push(
    'Objective-C, early returns',
    objcPush(`    NSString *kind = userInfo[@"kind"];
    if (![kind isKindOfClass:[NSString class]]) {
        finish(UIBackgroundFetchResultFailed);
        return;
    }
    if ([kind isEqualToString:@"ping"]) {
        finish(UIBackgroundFetchResultNoData);
    } else {
        [self.mail loadWithCompletion:^(NSArray *mails, NSError *error) {
            if (error) {
                finish(UIBackgroundFetchResultFailed);
                return;
            }
            finish(mails.count > 0 ? UIBackgroundFetchResultNewData : UIBackgroundFetchResultNoData);
        }];
    }`),
  ),
  push(
    'Objective-C, dispatch',
    objcPush(`    dispatch_async(dispatch_get_global_queue(QOS_CLASS_UTILITY, 0), ^{
        BOOL isNew = [self.mail loadNow];
        dispatch_async(dispatch_get_main_queue(), ^{
            finish(isNew ? UIBackgroundFetchResultNewData : UIBackgroundFetchResultNoData);
        });
    });`),
  ),
  push(
    'Objective-C, exceptions and switch',
    objcPush(`    switch (application.applicationState) {
        case UIApplicationStateActive:
            finish(UIBackgroundFetchResultNoData);
            break;
        case UIApplicationStateBackground:
            [self.mail loadNow];
            finish(UIBackgroundFetchResultNewData);
            break;
        default:
            finish(UIBackgroundFetchResultFailed);
            break;
    }`),
  ),
  action(
    'guard and callback',
    swiftAction(`    guard let line = lines[action.callUUID] else {
      action.fail()
      return
    }
    line.open { error in
      if let error {
        print(error)
        action.fail()
        return
      }
      action.fulfill(withDateStarted: Date())
    }`),
  ),
  action(
    'do and catch',
    swiftAction(`    do {
      try lines[action.callUUID]?.open()
      action.fulfill()
    } catch {
      action.fail()
    }`),
  ),
  action(
    'Objective-C',
    objcAction(`    Line *line = self.lines[action.callUUID];
    if (line == nil) {
        [action fail];
        return;
    }
    if ([line open]) {
        [action fulfillWithDateConnected:[NSDate date]];
    } else {
        [action fail];
    }`),
  ),
  task(
    'Objective-C',
    objcTask(`    if (self.account == nil) {
        [task setTaskCompletedWithSuccess:NO];
        return;
    }
    [self.store sync:self.account completion:^(NSError *error) {
        if (error != nil) {
            [task setTaskCompletedWithSuccess:NO];
            return;
        }
        [task setTaskCompletedWithSuccess:YES];
    }];`),
  ),
  watch(
    'switch over classes',
    swiftWatch(`    for task in backgroundTasks {
      switch task {
      case let refresh as WKApplicationRefreshBackgroundTask:
        guard reload() else {
          refresh.setTaskCompletedWithSnapshot(false)
          continue
        }
        refresh.setTaskCompletedWithSnapshot(true)
      case let snapshot as WKSnapshotRefreshBackgroundTask:
        snapshot.setTaskCompleted(restoredDefaultState: true, estimatedSnapshotExpiration: .distantFuture, userInfo: nil)
      case is WKWatchConnectivityRefreshBackgroundTask:
        pending.append(task)
      default:
        task.setTaskCompletedWithSnapshot(false)
      }
    }`),
  ),
  observer(
    'errors and weak self',
    swiftObserver(`      if let error {
        print(error)
        finish()
        return
      }
      self?.reload()
      finish()`),
  ),
  observer(
    'a query in the handler',
    swiftObserver(`      guard error == nil else { finish(); return }
      let query = HKAnchoredObjectQuery(type: type, predicate: nil, anchor: nil, limit: 0) { _, samples, _, _, error in
        print(samples ?? [], error as Any)
        finish()
      }
      store.execute(query)`),
  ),
];
