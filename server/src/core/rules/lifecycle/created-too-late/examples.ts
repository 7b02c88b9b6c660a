import type { RuleExample } from '../../types';

const didFinish =
  'func application(_ application: UIApplication, didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?) -> Bool';

function swift(type: string, body: string): RuleExample['files'] {
  return {
    'Start.swift': `import CoreLocation
import HealthKit
import PushKit
import PushToTalk
import UIKit

final class ${type} {
${body.trim().replace(/^(?=.)/gm, '  ')}
}
`,
  };
}

function objc(method: string, line: string): RuleExample['files'] {
  return {
    'Start.m': `#import <PushKit/PushKit.h>
#import <UIKit/UIKit.h>

@implementation Start

${method} {
    ${line}
}

@end
`,
  };
}

const view = 'Home: UIViewController';
const app = 'AppDelegate: UIResponder, UIApplicationDelegate';
const appear = (body: string): string =>
  `override func viewDidAppear(_ animated: Bool) {\n  super.viewDidAppear(animated)\n  ${body}\n}`;

const registry = 'var registry: PKPushRegistry?\n';
const health = 'let store = HKHealthStore()\nlet steps = HKQuantityType(.stepCount)\n';
const deliver = 'store.enableBackgroundDelivery(for: steps, frequency: .hourly) { _, _ in }';
const observe = (name: string): string =>
  `store.execute(${name}(sampleType: steps, predicate: nil) { _, done, _ in done() })`;

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'push-registry',
    files: swift(view, registry + appear('registry = ⟦PKPushRegistry⟧(queue: nil)')),
  },
  {
    kind: 'bad',
    entry: 'push-registry',
    note: 'after a login',
    files: swift(
      'Account',
      `${registry}func logIn(as name: String) { registry = ⟦PKPushRegistry⟧(queue: nil) }`,
    ),
  },
  {
    kind: 'good',
    entry: 'push-registry',
    files: swift(app, `${registry}${didFinish} {\n  registry = PKPushRegistry(queue: nil)\n  return true\n}`),
  },
  {
    kind: 'near-miss',
    entry: 'push-registry',
    note: 'who makes this object is not to be seen',
    files: swift('Pushes', 'let registry = PKPushRegistry(queue: nil)'),
  },
  {
    kind: 'near-miss',
    entry: 'push-registry',
    note: 'another launch makes one in time',
    files: {
      ...swift(view, registry + appear('registry = PKPushRegistry(queue: nil)')),
      'App.swift': `import PushKit\nimport UIKit\nfinal class ${app} {\n  lazy var registry = PKPushRegistry(queue: nil)\n  ${didFinish} {\n    registry.desiredPushTypes = [.voIP]\n    return true\n  }\n}\n`,
    },
  },
  {
    kind: 'bad',
    entry: 'push-registry',
    files: objc(
      '- (void)viewDidLoad',
      '[super viewDidLoad];\n    self.registry = [[⟦PKPushRegistry⟧ alloc] initWithQueue:nil];',
    ),
  },
  {
    kind: 'good',
    entry: 'push-registry',
    files: objc(
      '- (BOOL)application:(UIApplication *)application didFinishLaunchingWithOptions:(NSDictionary *)options',
      'self.registry = [[PKPushRegistry alloc] initWithQueue:nil];\n    return YES;',
    ),
  },
  {
    kind: 'bad',
    entry: 'push-to-talk-manager',
    files: swift(
      'Talk: NSObject',
      '@IBAction func join() {\n  Task { try await PTChannelManager.⟦channelManager⟧(delegate: self, restorationDelegate: self) }\n}',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'push-to-talk-manager',
    files: swift(
      'Talk: NSObject',
      'func prepare() async throws { _ = try await PTChannelManager.channelManager(delegate: self, restorationDelegate: self) }',
    ),
  },
  {
    kind: 'bad',
    entry: 'location-monitoring',
    files: swift(view, `let places = CLLocationManager()\n${appear('places.⟦startMonitoringVisits⟧()')}`),
  },
  {
    kind: 'near-miss',
    entry: 'location-monitoring',
    note: 'the app delegate has a manager',
    files: swift(
      app,
      'let places = CLLocationManager()\n@IBAction func follow() { places.startMonitoringVisits() }',
    ),
  },
  {
    kind: 'bad',
    entry: 'health-observer',
    files: swift(view, health + appear(`${deliver}\n  ${observe('⟦HKObserverQuery⟧')}`)),
  },
  {
    kind: 'near-miss',
    entry: 'health-observer',
    note: 'asks for no launches',
    files: swift(view, health + appear(observe('HKObserverQuery'))),
  },
  {
    kind: 'good',
    entry: 'push-to-talk-manager',
    files: swift(
      app,
      `${didFinish} {\n  Task { try await PTChannelManager.channelManager(delegate: self, restorationDelegate: self) }\n  return true\n}`,
    ),
  },
  {
    kind: 'good',
    entry: 'location-monitoring',
    files: swift(
      app,
      `let places = CLLocationManager()\n${didFinish} {\n  places.startMonitoringVisits()\n  return true\n}`,
    ),
  },
  {
    kind: 'good',
    entry: 'health-observer',
    files: swift(
      app,
      `${health}${didFinish} {\n  ${deliver}\n  ${observe('HKObserverQuery')}\n  return true\n}`,
    ),
  },
];
