import { stringArray } from '../../../example-files';
import type { ModeCase } from './mode-examples';

export const schedulingCases: readonly ModeCase[] = [
  {
    entry: 'fetch-app-refresh',
    mode: 'fetch',
    needs: [
      `import BackgroundTasks

func scheduleRefresh() throws {
  let request = ⟦BGAppRefreshTaskRequest⟧(identifier: "com.example.app.refresh")
  try BGTaskScheduler.shared.submit(request)
}
`,
      `import SwiftUI

@main
struct Reader: App {
  var body: some Scene {
    WindowGroup { Text("Feeds") }
      .⟦backgroundTask⟧(.appRefresh("com.example.app.refresh")) { }
  }
}
`,
      `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Refresher

- (void)schedule {
    BGAppRefreshTaskRequest *request =
        [[⟦BGAppRefreshTaskRequest⟧ alloc] initWithIdentifier:@"com.example.app.refresh"];
    [[BGTaskScheduler sharedScheduler] submitTaskRequest:request error:nil];
}

@end
`,
    ],
    nearMisses: [
      `import SwiftUI

@main
struct Uploader: App {
  var body: some Scene {
    WindowGroup { Text("Uploads") }
      .backgroundTask(.urlSession("com.example.app.uploads")) { }
  }
}
`,
      `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Refresher

- (void)cancel {
    [[BGTaskScheduler sharedScheduler] cancelTaskRequestWithIdentifier:@"com.example.app.refresh"];
}

@end
`,
    ],
  },
  {
    entry: 'fetch-legacy',
    mode: 'fetch',
    needs: [
      `import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(
    _ application: UIApplication,
    ⟦performFetchWithCompletionHandler⟧ completionHandler: @escaping (UIBackgroundFetchResult) -> Void
  ) {
    completionHandler(.noData)
  }
}
`,
      `#import <UIKit/UIKit.h>

@implementation AppDelegate

- (void)application:(UIApplication *)application
    ⟦performFetchWithCompletionHandler⟧:(void (^)(UIBackgroundFetchResult))completionHandler {
    completionHandler(UIBackgroundFetchResultNoData);
}

@end
`,
    ],
    nearMisses: [
      `import UIKit

protocol Refreshing {
  func application(
    _ application: UIApplication,
    performFetchWithCompletionHandler completionHandler: @escaping (UIBackgroundFetchResult) -> Void
  )
}
`,
      `#import <UIKit/UIKit.h>

@protocol Refreshing
- (void)application:(UIApplication *)application
    performFetchWithCompletionHandler:(void (^)(UIBackgroundFetchResult))completionHandler;
@end
`,
    ],
  },
  {
    entry: 'processing',
    mode: 'processing',
    keys: stringArray('BGTaskSchedulerPermittedIdentifiers', ['com.example.app.clean-up']),
    needs: [
      `import BackgroundTasks

func scheduleCleaning() throws {
  let request = ⟦BGProcessingTaskRequest⟧(identifier: "com.example.app.clean")
  request.requiresExternalPower = true
  try BGTaskScheduler.shared.submit(request)
}
`,
      `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Cleaner

- (void)schedule {
    BGProcessingTaskRequest *request =
        [[⟦BGProcessingTaskRequest⟧ alloc] initWithIdentifier:@"com.example.app.clean"];
    [[BGTaskScheduler sharedScheduler] submitTaskRequest:request error:nil];
}

@end
`,
    ],
    nearMisses: [
      `import BackgroundTasks

func export() throws {
  let request = BGContinuedProcessingTaskRequest(
    identifier: "com.example.app.export", title: "Export", subtitle: "Starting")
  try BGTaskScheduler.shared.submit(request)
}
`,
      `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Exporter

- (void)export {
    BGContinuedProcessingTaskRequest *request =
        [[BGContinuedProcessingTaskRequest alloc] initWithIdentifier:@"com.example.app.export"
                                                               title:@"Export"
                                                            subtitle:@"Starting"];
    [[BGTaskScheduler sharedScheduler] submitTaskRequest:request error:nil];
}

@end
`,
    ],
  },
  {
    entry: 'remote-notification',
    mode: 'remote-notification',
    needs: [
      `import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(
    _ application: UIApplication,
    ⟦didReceiveRemoteNotification⟧ userInfo: [AnyHashable: Any],
    fetchCompletionHandler completionHandler: @escaping (UIBackgroundFetchResult) -> Void
  ) {
    completionHandler(.newData)
  }
}
`,
      `import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(
    _ application: UIApplication,
    ⟦didReceiveRemoteNotification⟧ userInfo: [AnyHashable: Any]
  ) async -> UIBackgroundFetchResult {
    .newData
  }
}
`,
      `#import <UIKit/UIKit.h>

@implementation AppDelegate

- (void)application:(UIApplication *)application
    ⟦didReceiveRemoteNotification⟧:(NSDictionary *)userInfo
          fetchCompletionHandler:(void (^)(UIBackgroundFetchResult))completionHandler {
    completionHandler(UIBackgroundFetchResultNewData);
}

@end
`,
    ],
    nearMisses: [
      `import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
  func application(_ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any]) {}
}
`,
      `#import <UIKit/UIKit.h>

@implementation AppDelegate

- (void)application:(UIApplication *)application didReceiveRemoteNotification:(NSDictionary *)userInfo {
}

@end
`,
    ],
  },
];
