import type { RuleExample } from '../../types';

function delegate(method: string, members = ''): RuleExample['files'] {
  return {
    'AppDelegate.swift': `import AVFAudio
import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
  var recorder: AVAudioRecorder?
  let engine = AVAudioEngine()
${members}
${method.trim().replace(/^/gm, '  ')}
}
`,
  };
}

const push = `func application(
  _ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any],
  fetchCompletionHandler done: @escaping (UIBackgroundFetchResult) -> Void
)`;

function pushed(body: string): RuleExample['files'] {
  return delegate(`${push} {
${body.trim().replace(/^/gm, '  ')}
  done(.newData)
}`);
}

function objc(body: string): RuleExample['files'] {
  return {
    'AppDelegate.m': `#import <AVFAudio/AVFAudio.h>
#import <UIKit/UIKit.h>

@interface AppDelegate : UIResponder <UIApplicationDelegate>
@property (nonatomic, strong) AVAudioRecorder *recorder;
@end

@implementation AppDelegate

${body.trim()}

@end
`,
  };
}

const recording: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'recording',
    files: delegate(`func applicationDidEnterBackground(_ application: UIApplication) {
  recorder?.⟦record⟧()
}`),
  },
  {
    kind: 'bad',
    entry: 'recording',
    note: 'an engine with a tap on the microphone, in a launch handler',
    files: delegate(`func listen() {
  engine.inputNode.installTap(onBus: 0, bufferSize: 1024, format: nil) { buffer, _ in self.keep(buffer) }
  BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.app.listen", using: nil) { task in
    try? self.engine.⟦start⟧()
  }
}

func keep(_ buffer: AVAudioPCMBuffer) {}`),
  },
  {
    kind: 'bad',
    entry: 'recording',
    note: 'an observer',
    files: delegate(`func observe() {
  NotificationCenter.default.addObserver(
    forName: UIApplication.didEnterBackgroundNotification, object: nil, queue: .main
  ) { _ in self.⟦begin⟧() }
}

func begin() { recorder?.record() }`),
  },
  {
    kind: 'good',
    entry: 'recording',
    files: delegate(`func applicationDidEnterBackground(_ application: UIApplication) {
  recorder?.pause()
}

func startTapped() { recorder?.record() }`),
  },
  {
    kind: 'near-miss',
    entry: 'recording',
    note: 'another kind of recorder',
    files: delegate(
      `func applicationDidEnterBackground(_ application: UIApplication) {
  events.record("background")
}`,
      '  let events = EventLog()',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'recording',
    note: 'an engine that only plays',
    files: delegate(`func applicationDidEnterBackground(_ application: UIApplication) {
  try? engine.start()
}`),
  },
  {
    kind: 'bad',
    entry: 'recording',
    files: objc(`- (void)applicationDidEnterBackground:(UIApplication *)application {
    [self.recorder ⟦record⟧];
}`),
  },
  {
    kind: 'good',
    entry: 'recording',
    files: objc(`- (void)applicationDidEnterBackground:(UIApplication *)application {
    [self.recorder stop];
}`),
  },
];

const activation: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'activation',
    files: pushed(`let session = AVAudioSession.sharedInstance()
try? session.setCategory(.playback)
try? session.⟦setActive⟧(true)`),
  },
  {
    kind: 'good',
    entry: 'activation',
    note: 'a session that mixes',
    files: pushed(`let session = AVAudioSession.sharedInstance()
try? session.setCategory(.playback, options: .mixWithOthers)
try? session.setActive(true)`),
  },
  {
    kind: 'near-miss',
    entry: 'activation',
    note: 'the push asks whether the app is in front',
    files: pushed(`let session = AVAudioSession.sharedInstance()
try? session.setCategory(.playback)
if application.applicationState == .active {
  try? session.setActive(true)
}`),
  },
  {
    kind: 'near-miss',
    entry: 'activation',
    note: 'an end of playback',
    files: pushed(`let session = AVAudioSession.sharedInstance()
try? session.setCategory(.playback)
try? session.setActive(false)`),
  },
  {
    kind: 'bad',
    entry: 'activation',
    files: objc(`- (void)locationManager:(CLLocationManager *)manager didEnterRegion:(CLRegion *)region {
    AVAudioSession *session = [AVAudioSession sharedInstance];
    [session setCategory:AVAudioSessionCategoryPlayback error:nil];
    [session ⟦setActive⟧:YES error:nil];
}`),
  },
];

export const examples: readonly RuleExample[] = [...recording, ...activation];
