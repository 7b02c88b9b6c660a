import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

const silent = appPlist(stringArray('UIBackgroundModes', ['remote-notification']));

function swift(kind: RuleExample['kind'], methods: string, note?: string, info = silent): RuleExample {
  const code = `import UIKit
final class AppDelegate: UIResponder, UIApplicationDelegate {
${methods}}
`;
  return {
    kind,
    files: { 'AppDelegate.swift': code, 'Info.plist': info },
    ...(note === undefined ? {} : { note }),
  };
}

function objc(kind: RuleExample['kind'], methods: string): RuleExample {
  const code = `#import <UIKit/UIKit.h>

@interface AppDelegate : UIResponder <UIApplicationDelegate>
@end

@implementation AppDelegate

${methods}
@end
`;
  return { kind, files: { 'AppDelegate.m': code, 'Info.plist': silent } };
}

const old = (label = 'didReceiveRemoteNotification') =>
  `  func application(_ application: UIApplication, ${label} userInfo: [AnyHashable: Any]) { refresh() }\n`;
const withHandler = `  func application(
    _ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any],
    fetchCompletionHandler done: @escaping (UIBackgroundFetchResult) -> Void
  ) { done(.newData) }
`;
const oldObjc = (label = 'didReceiveRemoteNotification') =>
  `- (void)application:(UIApplication *)application ${label}:(NSDictionary *)userInfo { [self refresh]; }\n`;
const withHandlerObjc = `- (void)application:(UIApplication *)application didReceiveRemoteNotification:(NSDictionary *)userInfo
    fetchCompletionHandler:(void (^)(UIBackgroundFetchResult))done {
    done(UIBackgroundFetchResultNewData);
}
`;

export const examples: readonly RuleExample[] = [
  swift('bad', old('⟦didReceiveRemoteNotification⟧')),
  swift('good', withHandler),
  swift('near-miss', old() + withHandler, 'both are there'),
  swift(
    'near-miss',
    `  func application(
    _ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any]
  ) async -> UIBackgroundFetchResult { .newData }
`,
    'the async form',
  ),
  swift('near-miss', old(), 'the app does not ask for silent pushes', appPlist('')),
  objc('bad', oldObjc('⟦didReceiveRemoteNotification⟧')),
  objc('good', withHandlerObjc),
];
