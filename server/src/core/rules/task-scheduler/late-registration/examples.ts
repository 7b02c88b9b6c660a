import type { RuleExample } from '../../types';

const didFinish =
  'func application(_ application: UIApplication, didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?) -> Bool';

function swift(type: string, body: string): RuleExample['files'] {
  return {
    'App.swift': `import UIKit
import SwiftUI
import BackgroundTasks
${type} {
${body.trim().replace(/^/gm, '  ')}
}
func run(_ task: BGTask) {
  task.expirationHandler = {}
  task.setTaskCompleted(success: true)
}
`,
  };
}

const controller = 'final class HomeController: UIViewController';
const delegate = 'final class AppDelegate: UIResponder, UIApplicationDelegate';
const register = (name = 'register'): string =>
  `BGTaskScheduler.shared.${name}(forTaskWithIdentifier: "com.example.refresh", using: nil) { task in run(task) }`;
const late = register('⟦register⟧');

function objc(method: string, lines: string, marked: boolean): RuleExample['files'] {
  const name = marked ? '⟦registerForTaskWithIdentifier⟧' : 'registerForTaskWithIdentifier';
  return {
    'Refresh.m': `#import <UIKit/UIKit.h>
#import <BackgroundTasks/BackgroundTasks.h>

@implementation Refresh

${method} {
${lines.trim().replace(/^/gm, '    ')}
}

- (void)registerTasks {
    [[BGTaskScheduler sharedScheduler] ${name}:@"com.example.refresh" usingQueue:nil launchHandler:^(BGTask *task) {
        task.expirationHandler = ^{ [self cancel]; };
        [task setTaskCompletedWithSuccess:YES];
    }];
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(
      controller,
      `override func viewDidAppear(_ animated: Bool) {\n  super.viewDidAppear(animated)\n  ${late}\n}`,
    ),
  },
  {
    kind: 'bad',
    note: 'in a block for later',
    files: swift(
      delegate,
      `${didFinish} {\n  DispatchQueue.main.async {\n    ${late}\n  }\n  return true\n}`,
    ),
  },
  {
    kind: 'bad',
    note: 'through a helper',
    files: swift(
      'final class SceneDelegate: UIResponder, UIWindowSceneDelegate',
      `func scene(_ scene: UIScene, willConnectTo session: UISceneSession, options: UIScene.ConnectionOptions) { registerTasks() }\nfunc registerTasks() {\n  ${late}\n}`,
    ),
  },
  {
    kind: 'bad',
    note: 'when a view appears',
    files: swift(
      'struct Home: View',
      `var body: some View {\n  Text("Home").onAppear {\n    ${late}\n  }\n}`,
    ),
  },
  { kind: 'good', files: swift(delegate, `${didFinish} {\n  ${register()}\n  return true\n}`) },
  {
    kind: 'near-miss',
    note: 'a continued task',
    files: swift(
      controller,
      `override func viewDidLoad() {\n  super.viewDidLoad()\n  ${register().replace('run(task)', 'run(task as! BGContinuedProcessingTask)')}\n}`,
    ),
  },
  {
    kind: 'near-miss',
    note: 'a helper that is called in time too',
    files: swift(
      delegate,
      `${didFinish} { registerTasks(); return true }\nfunc applicationDidBecomeActive(_ application: UIApplication) { registerTasks() }\nfunc registerTasks() {\n  ${register()}\n}`,
    ),
  },
  { kind: 'bad', files: objc('- (void)viewDidLoad', '[super viewDidLoad];\n[self registerTasks];', true) },
  {
    kind: 'good',
    files: objc(
      '- (BOOL)application:(UIApplication *)application didFinishLaunchingWithOptions:(NSDictionary *)options',
      '[self registerTasks];\nreturn YES;',
      false,
    ),
  },
];
