import type { RuleExample } from '../../types';

const request =
  'let request = BGContinuedProcessingTaskRequest(identifier: "com.example.app.export.1", title: "Export", subtitle: "Starting")';
const bad = request.replace('BGContinuedProcessingTaskRequest', '⟦BGContinuedProcessingTaskRequest⟧');
const submit = 'do { try BGTaskScheduler.shared.submit(request) } catch { print(error) }';

function delegate(method: string, body: string): RuleExample['files'] {
  return {
    'AppDelegate.swift': `import UIKit
import BackgroundTasks
final class AppDelegate: UIResponder, UIApplicationDelegate {
  ${method} {
${body.replace(/^/gm, '    ')}
  }
}
`,
  };
}

function view(body: string): RuleExample['files'] {
  return {
    'ExportView.swift': `import SwiftUI
import BackgroundTasks
struct ExportView: View {
  @Environment(\\.scenePhase) private var scenePhase
  var body: some View {
    Text("Export")
${body.replace(/^/gm, '      ')}
  }
}
`,
  };
}

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: delegate('func applicationDidEnterBackground(_ application: UIApplication)', `${bad}\n${submit}`),
  },
  {
    kind: 'bad',
    note: 'by a timer',
    files: delegate(
      'func every(_ seconds: TimeInterval)',
      `Timer.scheduledTimer(withTimeInterval: seconds, repeats: true) { _ in\n  ${bad}\n  ${submit}\n}`,
    ),
  },
  {
    kind: 'bad',
    note: 'when the scene leaves the screen',
    files: view(
      `.onChange(of: scenePhase) { phase in\n  if phase == .background {\n    ${bad}\n    ${submit}\n  }\n}`,
    ),
  },
  { kind: 'good', files: delegate('@objc func exportTapped()', `${request}\n${submit}`) },
  {
    kind: 'near-miss',
    note: 'the action of a button that is set up at launch',
    files: delegate(
      'func application(_ application: UIApplication, didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?) -> Bool',
      `menu.add("Export") {\n  ${request}\n  ${submit}\n}\nreturn true`,
    ),
  },
  {
    kind: 'near-miss',
    note: 'in the foreground',
    files: view(
      `.onChange(of: scenePhase) { phase in\n  if phase == .active {\n    ${request}\n    ${submit}\n  }\n}`,
    ),
  },
  {
    kind: 'bad',
    files: {
      'AppDelegate.m': `#import <UIKit/UIKit.h>
#import <BackgroundTasks/BackgroundTasks.h>

@implementation AppDelegate

- (void)applicationDidEnterBackground:(UIApplication *)application {
    BGContinuedProcessingTaskRequest *request =
        [[⟦BGContinuedProcessingTaskRequest⟧ alloc] initWithIdentifier:@"com.example.app.export.1" title:@"Export" subtitle:@"Starting"];
    [[BGTaskScheduler sharedScheduler] submitTaskRequest:request error:nil];
}

@end
`,
    },
  },
  {
    kind: 'good',
    files: {
      'ExportController.m': `#import <UIKit/UIKit.h>
#import <BackgroundTasks/BackgroundTasks.h>

@implementation ExportController

- (IBAction)exportTapped:(id)sender {
    BGContinuedProcessingTaskRequest *request =
        [[BGContinuedProcessingTaskRequest alloc] initWithIdentifier:@"com.example.app.export.1" title:@"Export" subtitle:@"Starting"];
    [[BGTaskScheduler sharedScheduler] submitTaskRequest:request error:nil];
}

@end
`,
    },
  },
];
