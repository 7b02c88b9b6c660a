import type { RuleExample } from '../../types';

function plist(lines: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
${lines}
</dict>
</plist>
`;
}

const window =
  '\t<key>UIApplicationSceneManifest</key>\n\t<dict>\n\t\t<key>UIApplicationSupportsMultipleScenes</key>\n\t\t<true/>\n\t</dict>';
const car =
  '\t<key>UIApplicationSceneManifest</key>\n\t<dict>\n\t\t<key>UISceneConfigurations</key>\n\t\t<dict>\n\t\t\t<key>CPTemplateApplicationSceneSessionRoleApplication</key>\n\t\t\t<array/>\n\t\t</dict>\n\t</dict>';

function swift(body: string, manifest: string, more = ''): RuleExample['files'] {
  return {
    'Info.plist': plist(manifest),
    'AppDelegate.swift': `import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
${body.trim().replace(/^(?=.)/gm, '  ')}
}
${more}`,
  };
}

function objc(method: string, line: string): RuleExample['files'] {
  return {
    'Info.plist': plist(window),
    'AppDelegate.m': `#import <UIKit/UIKit.h>

@interface AppDelegate : UIResponder <UIApplicationDelegate>
@end

@implementation AppDelegate

- (void)${method} {
    ${line}
}

@end
`,
  };
}

const leave = 'func applicationDidEnterBackground(_ application: UIApplication) { store.save() }';
const marked = leave.replace('applicationDidEnterBackground', '⟦applicationDidEnterBackground⟧');

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift(marked, window) },
  {
    kind: 'bad',
    files: swift(
      'func ⟦applicationWillResignActive⟧(_ application: UIApplication) { player.pause() }',
      window,
    ),
  },
  {
    kind: 'good',
    files: swift('func applicationWillTerminate(_ application: UIApplication) { store.save() }', window),
  },
  {
    kind: 'near-miss',
    note: 'no scenes',
    files: swift(leave, '\t<key>CFBundleName</key>\n\t<string>Radio</string>'),
  },
  {
    kind: 'near-miss',
    note: 'nothing in it',
    files: swift('func applicationDidEnterBackground(_ application: UIApplication) {}', window),
  },
  { kind: 'near-miss', note: 'scenes in the car alone', files: swift(leave, car) },
  {
    kind: 'near-miss',
    note: 'the scene delegate hands it on',
    files: swift(
      leave,
      window,
      'final class Scene: UIResponder, UIWindowSceneDelegate {\n  let app = AppDelegate()\n  func sceneDidEnterBackground(_ scene: UIScene) { app.applicationDidEnterBackground(.shared) }\n}\n',
    ),
  },
  {
    kind: 'near-miss',
    note: 'an observer of the notification',
    files: swift(
      'func start() {}',
      window,
      'final class Store: NSObject {\n  @objc func applicationDidEnterBackground(_ note: Notification) { save() }\n  func save() {}\n}\n',
    ),
  },
  {
    kind: 'bad',
    files: objc('⟦applicationWillEnterForeground⟧:(UIApplication *)application', '[self.player play];'),
  },
  {
    kind: 'near-miss',
    files: objc('applicationSignificantTimeChange:(UIApplication *)application', '[self.player play];'),
  },
  {
    kind: 'good',
    files: objc('applicationDidReceiveMemoryWarning:(UIApplication *)application', '[self.cache clear];'),
  },
];
