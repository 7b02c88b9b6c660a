import type { RuleExample } from '../../types';

const swift = (body: string, more = '') => `import CoreLocation
final class Tracker: NSObject, CLLocationManagerDelegate {
  let manager = CLLocationManager()
  func begin() {
    ${body}
    manager.startUpdatingLocation()
  }
${more}}
`;

const objc = (body: string) => `#import <CoreLocation/CoreLocation.h>

@implementation Tracker

- (void)begin:(CLLocationManager *)manager {
    ${body}
    [manager startUpdatingLocation];
}

@end
`;

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: { 'Tracker.swift': swift('manager.⟦allowsBackgroundLocationUpdates⟧ = true') },
  },
  {
    kind: 'good',
    files: {
      'Tracker.swift': swift(
        'manager.allowsBackgroundLocationUpdates = true\n    manager.pausesLocationUpdatesAutomatically = false',
      ),
    },
  },
  {
    kind: 'near-miss',
    note: 'the app hears of the pause',
    files: {
      'Tracker.swift': swift(
        'manager.allowsBackgroundLocationUpdates = true',
        '  func locationManagerDidPauseLocationUpdates(_ manager: CLLocationManager) { watchRegion() }\n',
      ),
    },
  },
  {
    kind: 'near-miss',
    note: 'no updates in the background',
    files: { 'Tracker.swift': swift('manager.allowsBackgroundLocationUpdates = false') },
  },
  { kind: 'bad', files: { 'Tracker.m': objc('manager.⟦allowsBackgroundLocationUpdates⟧ = YES;') } },
  {
    kind: 'good',
    files: {
      'Tracker.m': objc(
        'manager.allowsBackgroundLocationUpdates = YES;\n    manager.pausesLocationUpdatesAutomatically = NO;',
      ),
    },
  },
];
