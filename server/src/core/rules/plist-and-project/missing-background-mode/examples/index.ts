/** Examples of `missing-background-mode`. */
import { appPlist, plist, stringArray, watchPlist } from '../../../example-files';
import type { RuleExample } from '../../../types';
import { audioCases } from './audio';
import { callCases } from './calls';
import { deviceCases } from './devices';
import { modeExamples } from './mode-examples';
import { schedulingCases } from './scheduling';
import { watchCases } from './watch';

const cameraEntitlement = 'com.apple.developer.avfoundation.multitasking-camera-access';

const cameraExamples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'voip-multitasking-camera',
    files: {
      'App.entitlements': plist(`<key>⟦${cameraEntitlement}⟧</key>\n<true/>`),
      'Info.plist': appPlist(stringArray('UIBackgroundModes', ['audio'])),
    },
  },
  {
    kind: 'good',
    entry: 'voip-multitasking-camera',
    files: {
      'App.entitlements': plist(`<key>${cameraEntitlement}</key>\n<true/>`),
      'Info.plist': appPlist(stringArray('UIBackgroundModes', ['audio', 'voip'])),
    },
  },
  {
    kind: 'near-miss',
    entry: 'voip-multitasking-camera',
    files: {
      'App.entitlements': plist(`<key>${cameraEntitlement}</key>\n<false/>`),
      'Info.plist': appPlist(stringArray('UIBackgroundModes', ['audio'])),
    },
  },
];

/** Code that needs a mode elsewhere, or may have it after all. */
const circumstances: readonly RuleExample[] = [
  {
    kind: 'near-miss',
    entry: 'audio-picture-in-picture',
    note: 'The build fills in a value that may be the mode',
    files: {
      'Feature.swift':
        'import AVKit\n\nlet pip = AVPictureInPictureController(playerLayer: AVPlayerLayer())\n',
      'Info.plist': appPlist(stringArray('UIBackgroundModes', ['$(EXTRA_MODE)'])),
    },
  },
  {
    kind: 'near-miss',
    entry: 'audio-picture-in-picture',
    note: 'Picture in Picture of a video call needs voip',
    files: {
      'Feature.swift': `import AVKit

func makeCallWindow(_ view: UIView, _ content: AVPictureInPictureVideoCallViewController) -> AVPictureInPictureController {
  let source = AVPictureInPictureController.ContentSource(activeVideoCallSourceView: view, contentViewController: content)
  return AVPictureInPictureController(contentSource: source)
}
`,
      'Info.plist': appPlist(stringArray('UIBackgroundModes', ['voip'])),
    },
  },
  {
    kind: 'near-miss',
    entry: 'fetch-app-refresh',
    note: 'Watch apps refresh without the mode',
    files: {
      'Feature.swift': `import SwiftUI

@main
struct Reader: App {
  var body: some Scene {
    WindowGroup { Text("Feeds") }
      .backgroundTask(.appRefresh("com.example.app.refresh")) { }
  }
}
`,
      'Info.plist': watchPlist(''),
    },
  },
  {
    kind: 'near-miss',
    entry: 'fetch-legacy',
    note: 'With permitted identifiers the method is dead anyway',
    files: {
      'Feature.m': `#import <UIKit/UIKit.h>

@implementation AppDelegate

- (void)application:(UIApplication *)application
    performFetchWithCompletionHandler:(void (^)(UIBackgroundFetchResult))completionHandler {
    completionHandler(UIBackgroundFetchResultNoData);
}

@end
`,
      'Info.plist': appPlist(stringArray('BGTaskSchedulerPermittedIdentifiers', ['com.example.app.refresh'])),
    },
  },
  {
    kind: 'near-miss',
    entry: 'watch-workout',
    note: 'The phone only starts the watch app',
    files: {
      'Feature.swift': `import HealthKit

func begin(_ store: HKHealthStore, _ configuration: HKWorkoutConfiguration) async throws {
  try await store.startWatchApp(toHandle: configuration)
}
`,
      'Info.plist': appPlist(''),
    },
  },
];

export const examples: readonly RuleExample[] = [
  ...[...audioCases, ...callCases, ...schedulingCases, ...deviceCases, ...watchCases].flatMap(modeExamples),
  ...cameraExamples,
  ...circumstances,
];
