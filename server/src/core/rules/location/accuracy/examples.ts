import type { RuleExample } from '../../types';

const swift = (...lines: readonly string[]) => `import CoreLocation
final class Tracker {
  let manager = CLLocationManager()
  func begin() {
${lines.map((line) => `    ${line}\n`).join('')}  }
}
`;

const objc = (...lines: readonly string[]) => `#import <CoreLocation/CoreLocation.h>

static void begin(CLLocationManager *manager) {
${lines.map((line) => `    ${line}\n`).join('')}}
`;

function example(entry: string, kind: RuleExample['kind'], files: RuleExample['files']): RuleExample {
  return { kind, entry, files };
}

const on = 'manager.allowsBackgroundLocationUpdates = true';

export const examples: readonly RuleExample[] = [
  example('too-fine', 'bad', {
    'Tracker.swift': swift(on, 'manager.⟦desiredAccuracy⟧ = kCLLocationAccuracyBest'),
  }),
  example('too-fine', 'good', {
    'Tracker.swift': swift(
      on,
      'manager.desiredAccuracy = kCLLocationAccuracyBest',
      'manager.distanceFilter = 15',
    ),
  }),
  example('too-fine', 'near-miss', {
    'Tracker.swift': swift(
      on,
      'manager.desiredAccuracy = kCLLocationAccuracyBest',
      'manager.desiredAccuracy = kCLLocationAccuracyHundredMeters',
    ),
  }),
  example('too-fine', 'near-miss', {
    'Tracker.swift': swift('manager.desiredAccuracy = kCLLocationAccuracyBest', 'manager.requestLocation()'),
  }),
  example('too-fine', 'bad', {
    'Tracker.m': objc(
      '[manager setAllowsBackgroundLocationUpdates:YES];',
      '[manager ⟦setDesiredAccuracy⟧:kCLLocationAccuracyBestForNavigation];',
    ),
  }),
  example('too-coarse', 'bad', {
    'Tracker.swift': swift(on, 'manager.⟦desiredAccuracy⟧ = kCLLocationAccuracyKilometer'),
  }),
  example('too-coarse', 'bad', { 'Tracker.swift': swift(on, 'manager.⟦distanceFilter⟧ = 500') }),
  example('too-coarse', 'good', {
    'Tracker.swift': swift(
      on,
      'manager.desiredAccuracy = kCLLocationAccuracyKilometer',
      'manager.showsBackgroundLocationIndicator = true',
    ),
  }),
  example('too-coarse', 'near-miss', {
    'Tracker.swift': swift(on, 'manager.distanceFilter = kCLDistanceFilterNone'),
  }),
  example('too-coarse', 'bad', {
    'Tracker.m': objc(
      'manager.allowsBackgroundLocationUpdates = YES;',
      'manager.⟦desiredAccuracy⟧ = kCLLocationAccuracyThreeKilometers;',
    ),
  }),
  example('too-coarse', 'good', {
    'Tracker.m': objc(
      'manager.allowsBackgroundLocationUpdates = YES;',
      'manager.desiredAccuracy = kCLLocationAccuracyThreeKilometers;',
      'manager.showsBackgroundLocationIndicator = YES;',
    ),
  }),
];
