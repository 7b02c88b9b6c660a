import { appPlist, plist } from '../../example-files';
import type { RuleExample } from '../../types';

const shareExtension = plist(
  '<key>NSExtension</key>\n<dict>\n\t<key>NSExtensionPointIdentifier</key>\n\t<string>com.apple.share-services</string>\n</dict>',
);

const swift = (body: string) => `import UIKit

final class ShareController: UIViewController {
${body.trim().replace(/^/gm, '  ')}
}
`;

const objc = (body: string) => `#import <UIKit/UIKit.h>

@implementation ShareController

- (void)send {
${body.trim().replace(/^/gm, '    ')}
}

@end
`;

function inExtension(
  kind: RuleExample['kind'],
  entry: string,
  code: string,
  note?: string,
  infoPlist = shareExtension,
): RuleExample {
  const name = code.startsWith('#import') ? 'ShareController.m' : 'ShareController.swift';
  const files = { [`Share/${name}`]: code, 'Share/Info.plist': infoPlist };
  return { kind, entry, files, ...(note === undefined ? {} : { note }) };
}

const holding = (application: string) =>
  swift(`func send() {
  let task = ${application}.beginBackgroundTask(withName: "send") { }
  print(task)
}`);
const registering = (name: string) => `import BackgroundTasks

func prepare() {
  BGTaskScheduler.shared.${name}(forTaskWithIdentifier: "com.example.app.refresh", using: nil) { task in
    task.setTaskCompleted(success: true)
  }
}
`;

export const examples: readonly RuleExample[] = [
  inExtension('bad', 'background-task', holding('⟦UIApplication.shared⟧')),
  inExtension(
    'bad',
    'background-task',
    objc('[⟦[UIApplication sharedApplication]⟧ beginBackgroundTaskWithName:@"send" expirationHandler:^{}];'),
  ),
  inExtension(
    'good',
    'background-task',
    swift(`func send() {
  ProcessInfo.processInfo.performExpiringActivity(withReason: "send") { expired in
    if !expired { self.upload() }
  }
}
func upload() {}`),
  ),
  inExtension(
    'good',
    'background-task',
    objc(`[[NSProcessInfo processInfo] performExpiringActivityWithReason:@"send" usingBlock:^(BOOL expired) {
  if (!expired) { [self upload]; }
}];`),
  ),
  inExtension(
    'near-miss',
    'background-task',
    swift('#if !SHARE_EXTENSION\nfunc hold() { _ = UIApplication.shared.beginBackgroundTask() }\n#endif'),
    'The extension may be built without it',
  ),
  inExtension(
    'near-miss',
    'background-task',
    swift(
      '@available(iOSApplicationExtension, unavailable)\nfunc hold() { _ = UIApplication.shared.beginBackgroundTask() }',
    ),
    'Nobody can call it from the extension',
  ),
  inExtension(
    'near-miss',
    'background-task',
    holding('UIApplication.shared'),
    'The app itself',
    appPlist(''),
  ),
  inExtension('bad', 'launch-handler', registering('⟦register⟧')),
  inExtension(
    'bad',
    'launch-handler',
    objc(
      '[BGTaskScheduler.sharedScheduler ⟦registerForTaskWithIdentifier⟧:@"com.example.app.refresh" usingQueue:nil launchHandler:^(BGTask *task) { [task setTaskCompletedWithSuccess:YES]; }];',
    ),
  ),
  inExtension('good', 'launch-handler', registering('register'), 'The app itself', appPlist('')),
  inExtension(
    'near-miss',
    'launch-handler',
    `import BackgroundTasks

func ask() throws { try BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: "com.example.app.refresh")) }
`,
  ),
];
