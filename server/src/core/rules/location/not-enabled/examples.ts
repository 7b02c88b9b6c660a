import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

const info = appPlist(stringArray('UIBackgroundModes', ['location']));

function swift(kind: RuleExample['kind'], body: string, note?: string, plist = info): RuleExample {
  const code = `import CoreLocation
final class Route: NSObject {
  private let manager = CLLocationManager()
${body}}
`;
  return {
    kind,
    files: { 'Route.swift': code, 'Info.plist': plist },
    ...(note === undefined ? {} : { note }),
  };
}

function objc(kind: RuleExample['kind'], body: string): RuleExample {
  const code = `#import <CoreLocation/CoreLocation.h>

@interface Route : NSObject
@property (nonatomic) CLLocationManager *manager;
@end

@implementation Route

- (void)begin {
${body}
}

@end
`;
  return { kind, files: { 'Route.m': code, 'Info.plist': info } };
}

export const examples: readonly RuleExample[] = [
  swift('bad', '  func begin() { manager.⟦startUpdatingLocation⟧() }\n'),
  swift(
    'bad',
    `  func begin() {
    manager.allowsBackgroundLocationUpdates = false
    manager.⟦startUpdatingLocation⟧()
  }
`,
    'switched off',
  ),
  swift(
    'good',
    `  func begin() {
    manager.allowsBackgroundLocationUpdates = true
    manager.startUpdatingLocation()
  }
`,
  ),
  swift(
    'near-miss',
    `  private var session: CLBackgroundActivitySession?
  func begin() {
    session = CLBackgroundActivitySession()
    manager.startUpdatingLocation()
  }
`,
    'a session does it as well',
  ),
  swift(
    'near-miss',
    `  func begin(isTracking: Bool) {
    manager.allowsBackgroundLocationUpdates = isTracking
    manager.startUpdatingLocation()
  }
`,
    'what the value is stays open',
  ),
  swift(
    'near-miss',
    '  func begin() { manager.startUpdatingLocation() }\n',
    'the mode is not declared',
    appPlist(stringArray('UIBackgroundModes', ['audio'])),
  ),
  objc('bad', '    [self.manager ⟦startUpdatingLocation⟧];'),
  objc(
    'good',
    '    self.manager.allowsBackgroundLocationUpdates = YES;\n    [self.manager startUpdatingLocation];',
  ),
  objc(
    'near-miss',
    '    [self.manager setAllowsBackgroundLocationUpdates:YES];\n    [self.manager startUpdatingLocation];',
  ),
];
