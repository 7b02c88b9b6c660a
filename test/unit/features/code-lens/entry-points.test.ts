import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryPoints } from '../../../../server/src/core/catalog/entry-points';
import { lensesOf, shownIn } from './support';

const swift = `import UIKit
class AppDelegate: UIResponder, UIApplicationDelegate {
    func application(_ application: UIApplication, performFetchWithCompletionHandler completionHandler: @escaping (UIBackgroundFetchResult) -> Void) {}
    func application(_ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any], fetchCompletionHandler completionHandler: @escaping (UIBackgroundFetchResult) -> Void) {}
    func application(_ application: UIApplication, handleEventsForBackgroundURLSession identifier: String, completionHandler: @escaping () -> Void) {}
    func applicationDidEnterBackground(_ application: UIApplication) {}
}
extension AppDelegate: PKPushRegistryDelegate {
    func pushRegistry(_ registry: PKPushRegistry, didReceiveIncomingPushWith payload: PKPushPayload, for type: PKPushType, completion: @escaping () -> Void) {}
}
extension AppDelegate: CBCentralManagerDelegate {
    func centralManager(_ central: CBCentralManager, willRestoreState dict: [String: Any]) {}
}
class SceneDelegate: UIResponder, UIWindowSceneDelegate {
    func sceneDidEnterBackground(_ scene: UIScene) {}
}
class Service: UNNotificationServiceExtension {
    override func didReceive(_ request: UNNotificationRequest, withContentHandler contentHandler: @escaping (UNNotificationContent) -> Void) {}
    override func serviceExtensionTimeWillExpire() {}
}
class WatchDelegate: NSObject, WKApplicationDelegate, URLSessionDelegate {
    func handle(_ backgroundTasks: Set<WKRefreshBackgroundTask>) {}
    func urlSessionDidFinishEvents(forBackgroundURLSession session: URLSession) {}
}
class Cleaner {
    func clean(_ task: BGProcessingTask) {}
    func refresh(with task: BGAppRefreshTask, now: Bool) {}
}
`;

const objc = `@implementation AppDelegate
- (void)application:(UIApplication *)application performFetchWithCompletionHandler:(void (^)(UIBackgroundFetchResult))completionHandler {}
- (void)application:(UIApplication *)application didReceiveRemoteNotification:(NSDictionary *)userInfo fetchCompletionHandler:(void (^)(UIBackgroundFetchResult))completionHandler {}
- (void)application:(UIApplication *)application handleEventsForBackgroundURLSession:(NSString *)identifier completionHandler:(void (^)(void))completionHandler {}
- (void)applicationDidEnterBackground:(UIApplication *)application {}
- (void)pushRegistry:(PKPushRegistry *)registry didReceiveIncomingPushWithPayload:(PKPushPayload *)payload forType:(PKPushType)type withCompletionHandler:(void (^)(void))completion {}
- (void)peripheralManager:(CBPeripheralManager *)peripheral willRestoreState:(NSDictionary *)dict {}
- (void)handleBackgroundTasks:(NSSet<WKRefreshBackgroundTask *> *)backgroundTasks {}
- (void)URLSessionDidFinishEventsForBackgroundURLSession:(NSURLSession *)session {}
- (void)clean:(BGProcessingTask *)task {}
@end
`;

describe('lenses on entry points', () => {
  it('are above each method that iOS calls in the background, in Swift', async () => {
    expect(await shownIn({ 'App.swift': swift }, 'App.swift')).toEqual([
      '3: About 30 s until the completion handler is called · Test: Debug › Simulate Background Fetch',
      '4: About 30 s until the completion handler is called · Test: a silent push to a device',
      '5: Call the handler on the main thread after the last event of the session · Test: without the debugger',
      '6: About 5 s to return, more with a background task · Test: without the debugger',
      '9: Report a call before the completion handler is called · Test: a VoIP push to a device',
      '12: About 10 s after a relaunch for Bluetooth · Test: without force-quitting the app',
      '15: Return soon, more time with a background task · Test: without the debugger',
      '18: At most 30 s until the content handler is called · Test: a push with mutable-content',
      '19: Expires here: call the content handler at once',
      '22: Complete each task, those of other kinds too · Test: on a watch',
      '23: The last event: call the stored handler on the main thread · Test: without the debugger',
      '26: Processing: minutes, while the device is idle',
      '27: App refresh: about 30 s',
    ]);
  });

  it('and in Objective-C', async () => {
    const shown = await shownIn({ 'App.m': objc }, 'App.m');
    expect(shown.map((line) => line.replace(/:.*/, ''))).toEqual([
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
  });

  it('stay away from declarations, static functions and an app’s own methods', async () => {
    const own = `protocol Delegate {
    func applicationDidEnterBackground(_ application: UIApplication)
}
enum Tools {
    static func applicationDidEnterBackground(_ application: UIApplication) {}
    func applicationDidEnterBackground() {}
}
class Inbox {
    func handle(_ messages: Set<Message>) {}
    func finish(_ task: BGTask) {}
    func didReceive(_ request: Request, withContentHandler contentHandler: @escaping (Content) -> Void) {}
    func serviceExtensionTimeWillExpire() {}
}
func applicationDidEnterBackground(_ application: UIApplication) {}
`;
    expect(await shownIn({ 'App.swift': own }, 'App.swift')).toEqual([]);
    const header = '- (void)applicationDidEnterBackground:(UIApplication *)application;';
    expect(await shownIn({ 'App.h': `@interface App : NSObject\n${header}\n@end\n` }, 'App.h')).toEqual([]);
  });

  it('are one line each, and lead to a page of Apple', () => {
    for (const { title, page } of entryPoints) {
      expect(title).toMatch(/^[^\r\n]{1,110}[^.]$/);
      expect(page).toMatch(/^https:\/\/developer\.apple\.com\/documentation\//);
    }
  });
});

describe('lenses on expiration handlers', () => {
  it('are above the handlers of both kinds of tasks', async () => {
    const text = `import BackgroundTasks
final class Work {
    func begin() {
        let one = UIApplication.shared.beginBackgroundTask(withName: "Save") {
        }
        let two = UIApplication.shared.beginBackgroundTask(expirationHandler: stop)
        let three = UIApplication.shared.beginBackgroundTask()
    }
    func handle(_ task: BGProcessingTask) {
        task.expirationHandler = {
        }
    }
    func stop() {}
}
`;
    expect(await shownIn({ 'Work.swift': text }, 'Work.swift')).toEqual([
      '4: Expires here: end the task before this returns',
      '6: Expires here: end the task before this returns',
      '9: Processing: minutes, while the device is idle',
      '10: Expires here: stop the work and complete the task',
    ]);
  });

  it('and in Objective-C', async () => {
    const text = `@implementation Work
- (void)begin {
    self.task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{
    }];
    self.other = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:nil];
}
- (void)handle:(BGAppRefreshTask *)task {
    task.expirationHandler = ^{};
    [task setExpirationHandler:^{}];
}
@end
`;
    expect(await shownIn({ 'Work.m': text }, 'Work.m')).toEqual([
      '3: Expires here: end the task before this returns',
      '7: App refresh: about 30 s',
      '8: Expires here: stop the work and complete the task',
      '9: Expires here: stop the work and complete the task',
    ]);
  });

  it('stay away from handlers that a caller hands over', async () => {
    const text = `extension UIApplication {
    func work(named name: String, expirationHandler: @escaping () -> Void) {
        let one = beginBackgroundTask(withName: name, expirationHandler: expirationHandler)
    }
}
`;
    expect(await shownIn({ 'Work.swift': text }, 'Work.swift')).toEqual([]);
  });

  it('stay away from handlers of other objects', async () => {
    const text = `final class Cache {
    func keep(_ entry: Entry) {
        entry.expirationHandler = {}
        store.beginBackgroundTask { }
    }
}
class Entry { var expirationHandler: (() -> Void)? }
`;
    expect(await shownIn({ 'Cache.swift': text }, 'Cache.swift')).toEqual([]);
  });
});

describe('every lens', () => {
  it.each([
    ['App.swift', swift],
    ['App.m', objc],
  ])('of %s is within the text, however damaged that is', async (path, text) => {
    const offset = fc.nat({ max: text.length });
    await fc.assert(
      fc.asyncProperty(offset, offset, fc.constantFrom('', '{', '}', '"', '🎧'), async (a, b, put) => {
        const damaged = text.slice(0, Math.min(a, b)) + put + text.slice(Math.max(a, b));
        for (const { range, title } of await lensesOf({ [path]: damaged }, path)) {
          expect(title).toMatch(/^[^\r\n]+$/);
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(damaged.length);
        }
      }),
      { numRuns: 25 },
    );
  });
});
