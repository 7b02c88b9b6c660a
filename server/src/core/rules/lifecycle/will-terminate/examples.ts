import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'AppDelegate.swift': `import BackgroundTasks
import CoreLocation
import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
  private let places = CLLocationManager()
${body.trim().replace(/^(?=.)/gm, '  ')}
}
`,
  };
}

function objc(line: string): RuleExample['files'] {
  return {
    'AppDelegate.m': `#import <CoreLocation/CoreLocation.h>
#import <UIKit/UIKit.h>

@interface AppDelegate : UIResponder <UIApplicationDelegate>
@property (nonatomic, strong) CLLocationManager *places;
@end

@implementation AppDelegate

- (void)applicationWillTerminate:(UIApplication *)application {
    ${line}
}

@end
`,
  };
}

const close = 'func applicationWillTerminate(_ application: UIApplication)';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift(`${close} { places.⟦startMonitoringVisits⟧() }`) },
  {
    kind: 'bad',
    files: swift(
      `${close} { try? BGTaskScheduler.shared.⟦submit⟧(BGAppRefreshTaskRequest(identifier: "com.example.app.refresh")) }`,
    ),
  },
  { kind: 'good', files: swift(`${close} { UserDefaults.standard.set(true, forKey: "clean") }`) },
  {
    kind: 'near-miss',
    note: 'at launch',
    files: swift(
      'func applicationDidFinishLaunching(_ application: UIApplication) { places.startMonitoringVisits() }',
    ),
  },
  { kind: 'near-miss', note: 'another submit', files: swift(`${close} { form.submit(draft) }`) },
  { kind: 'bad', files: objc('[self.places ⟦startMonitoringSignificantLocationChanges⟧];') },
  { kind: 'good', files: objc('[self.places stopUpdatingLocation];') },
];
