import type { RuleExample } from '../../types';

const scene = (body: string, more = '') => `import UIKit
import CoreLocation
final class Scene: UIResponder, UIWindowSceneDelegate {
  let manager = CLLocationManager()
  var session: CLBackgroundActivitySession?
  func sceneDidEnterBackground(_ scene: UIScene) {
    ${body}
  }
${more}}
`;

const objc = (method: string, body: string, more = '') => `#import <UIKit/UIKit.h>
#import <CoreLocation/CoreLocation.h>

@interface AppDelegate : UIResponder <UIApplicationDelegate>
@property (nonatomic) CLLocationManager *manager;
@property (nonatomic) CLBackgroundActivitySession *session;
@end

@implementation AppDelegate

- (void)${method}:(UIApplication *)application {
    ${body}
}
${more}
@end
`;

function example(
  entry: string,
  kind: RuleExample['kind'],
  files: RuleExample['files'],
  note?: string,
): RuleExample {
  return { kind, entry, files, ...(note === undefined ? {} : { note }) };
}

export const examples: readonly RuleExample[] = [
  example('session', 'bad', { 'Scene.swift': scene('session = ⟦CLBackgroundActivitySession⟧()') }),
  example('session', 'bad', {
    'Tracker.swift': `import UIKit
import CoreLocation
final class Tracker {
  var session: CLBackgroundActivitySession?
  func observe() {
    NotificationCenter.default.addObserver(
      forName: UIApplication.didEnterBackgroundNotification, object: nil, queue: .main
    ) { _ in self.session = ⟦CLBackgroundActivitySession⟧() }
  }
}
`,
  }),
  example('session', 'bad', {
    'RunApp.swift': `import SwiftUI
import CoreLocation
struct RunView: View {
  @Environment(\\.scenePhase) var scenePhase
  @State var session: CLBackgroundActivitySession?
  var body: some View {
    Text("Run").onChange(of: scenePhase) { phase in
      if phase == .background { session = ⟦CLBackgroundActivitySession⟧() }
    }
  }
}
`,
  }),
  example('session', 'good', {
    'Tracker.swift': `import CoreLocation
final class Tracker {
  var session: CLBackgroundActivitySession?
  func startTapped() { session = CLBackgroundActivitySession() }
}
`,
  }),
  example(
    'session',
    'near-miss',
    { 'Scene.swift': scene('session?.invalidate(); session = nil') },
    'the session ends here',
  ),
  example('session', 'bad', {
    'AppDelegate.m': objc(
      'applicationDidEnterBackground',
      'self.session = [[⟦CLBackgroundActivitySession⟧ alloc] init];',
    ),
  }),
  example('session', 'good', {
    'AppDelegate.m': objc(
      'applicationDidBecomeActive',
      'self.session = [[CLBackgroundActivitySession alloc] init];',
    ),
  }),
  example('standard-updates', 'bad', { 'Scene.swift': scene('manager.⟦startUpdatingLocation⟧()') }),
  example('standard-updates', 'good', {
    'Run.swift': `import CoreLocation
final class Run {
  let manager = CLLocationManager()
  func startTapped() { manager.startUpdatingLocation() }
}
`,
  }),
  example(
    'standard-updates',
    'near-miss',
    {
      'Scene.swift': scene(
        'manager.startUpdatingLocation()',
        '  func ask() { manager.requestAlwaysAuthorization() }\n',
      ),
    },
    'with Always authorization it works',
  ),
  example(
    'standard-updates',
    'near-miss',
    {
      'Scene.swift': scene(
        'manager.startUpdatingLocation()',
        '  func startTapped() { manager.startUpdatingLocation() }\n',
      ),
    },
    'they may be on already',
  ),
  example('standard-updates', 'bad', {
    'AppDelegate.m': objc('applicationDidEnterBackground', '[self.manager ⟦startUpdatingLocation⟧];'),
  }),
  example('standard-updates', 'near-miss', {
    'AppDelegate.m': objc(
      'applicationDidEnterBackground',
      '[self.manager stopUpdatingLocation];\n    [self.manager startMonitoringSignificantLocationChanges];',
    ),
  }),
];
