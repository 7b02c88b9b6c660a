/** APIs of location, Bluetooth, health data, background transfers, and of sessions on the watch. See `apis.ts`. */
import type { ApiRow } from './requirement-types';

export const locationApis: readonly ApiRow[] = [
  {
    id: 'background-location-updates',
    uses: [
      {
        kind: 'assign',
        on: 'CLLocationManager',
        member: 'allowsBackgroundLocationUpdates',
        evidence: 'name',
        value: { kind: 'not-false' },
      },
    ],
  },
  {
    // The object may be a wrapper or stand behind a protocol.
    id: 'background-location-switch',
    uses: [
      {
        kind: 'assign',
        member: 'allowsBackgroundLocationUpdates',
        evidence: 'name',
        value: { kind: 'not-false' },
      },
    ],
  },
  {
    id: 'background-activity-session',
    uses: [
      { kind: 'construct', type: 'CLBackgroundActivitySession' },
      {
        kind: 'call',
        on: 'CLBackgroundActivitySession',
        objc: 'backgroundActivitySession',
        evidence: 'type',
      },
    ],
  },
  {
    id: 'location-updates',
    uses: [
      {
        kind: 'call',
        on: 'CLLocationManager',
        swift: { name: 'startUpdatingLocation' },
        objc: 'startUpdatingLocation',
        evidence: 'name',
      },
    ],
  },
  {
    id: 'live-location-updates',
    uses: [
      { kind: 'call', on: 'CLLocationUpdate', swift: { name: 'liveUpdates' }, evidence: 'type' },
      { kind: 'call', on: 'CLLocationUpdater', objc: 'liveUpdaterWithQueue:', evidence: 'type' },
      { kind: 'call', on: 'CLLocationUpdater', objc: 'liveUpdaterWithConfiguration:', evidence: 'type' },
    ],
  },
  {
    id: 'location-monitor',
    uses: [
      { kind: 'construct', type: 'CLMonitor' },
      { kind: 'call', on: 'CLMonitor', objc: 'requestMonitorWithConfiguration:', evidence: 'type' },
    ],
  },
  {
    id: 'location-service-session',
    uses: [
      { kind: 'construct', type: 'CLServiceSession' },
      { kind: 'call', on: 'CLServiceSession', objc: 'sessionRequiringAuthorization:', evidence: 'type' },
    ],
  },
  {
    id: 'location-pauses',
    uses: [
      { kind: 'assign', member: 'pausesLocationUpdatesAutomatically', evidence: 'name' },
      {
        kind: 'implement',
        swift: 'locationManagerDidPauseLocationUpdates(_:)',
        objc: 'locationManagerDidPauseLocationUpdates:',
        at: 'locationManagerDidPauseLocationUpdates',
      },
    ],
  },
  {
    id: 'always-authorization',
    uses: [
      {
        kind: 'call',
        swift: { name: 'requestAlwaysAuthorization' },
        objc: 'requestAlwaysAuthorization',
        evidence: 'name',
      },
    ],
  },
];

export const bluetoothApis: readonly ApiRow[] = [
  { id: 'central-restoration', uses: [{ kind: 'name', name: 'CBCentralManagerOptionRestoreIdentifierKey' }] },
  {
    id: 'peripheral-restoration',
    uses: [{ kind: 'name', name: 'CBPeripheralManagerOptionRestoreIdentifierKey' }],
  },
  {
    id: 'bluetooth-scan',
    uses: [
      {
        kind: 'call',
        on: 'CBCentralManager',
        swift: { name: 'scanForPeripherals', label: 'withServices' },
        objc: 'scanForPeripheralsWithServices:',
        evidence: 'name',
        argument: { kind: 'emptiness' },
      },
    ],
  },
];

export const healthApis: readonly ApiRow[] = [
  {
    id: 'health-background-delivery',
    uses: [
      {
        kind: 'call',
        on: 'HKHealthStore',
        swift: { name: 'enableBackgroundDelivery', label: 'for' },
        objc: 'enableBackgroundDeliveryForType:',
        evidence: 'name',
      },
    ],
  },
  {
    id: 'health-observer-query',
    uses: [
      { kind: 'construct', type: 'HKObserverQuery' },
      { kind: 'name', name: 'HKObserverQuery' },
    ],
  },
];

export const transferApis: readonly ApiRow[] = [
  {
    id: 'background-session-configuration',
    uses: [
      // No other type has a method with such a label or such a name.
      {
        kind: 'call',
        swift: { name: 'background', label: 'withIdentifier' },
        evidence: 'type',
      },
      { kind: 'call', objc: 'backgroundSessionConfigurationWithIdentifier:', evidence: 'type' },
      { kind: 'call', objc: 'backgroundSessionConfiguration:', evidence: 'type' },
    ],
  },
  {
    id: 'session-events-hook',
    uses: [
      {
        kind: 'implement',
        swift: 'application(_:handleEventsForBackgroundURLSession:completionHandler:)',
        objc: 'application:handleEventsForBackgroundURLSession:completionHandler:',
        at: 'handleEventsForBackgroundURLSession',
      },
    ],
  },
  {
    id: 'swiftui-session-events',
    module: 'SwiftUI',
    uses: [
      {
        kind: 'call',
        swift: { name: 'backgroundTask' },
        evidence: 'name',
        argument: { kind: 'constant', names: { urlSession: '' } },
      },
    ],
  },
  {
    id: 'session-launch-events',
    uses: [{ kind: 'assign', member: 'sessionSendsLaunchEvents', evidence: 'name' }],
  },
];

export const watchApis: readonly ApiRow[] = [
  { id: 'workout-session', uses: [{ kind: 'construct', type: 'HKWorkoutSession' }] },
  { id: 'extended-runtime-session', uses: [{ kind: 'construct', type: 'WKExtendedRuntimeSession' }] },
  {
    id: 'extended-session-start',
    uses: [
      {
        kind: 'call',
        on: 'WKExtendedRuntimeSession',
        swift: { name: 'start' },
        objc: 'start',
        evidence: 'type',
        details: { at: 'at-date' },
      },
      {
        kind: 'call',
        on: 'WKExtendedRuntimeSession',
        objc: 'startAtDate:',
        evidence: 'type',
        details: { startAtDate: 'at-date' },
      },
    ],
  },
  { id: 'submersion', uses: [{ kind: 'construct', type: 'CMWaterSubmersionManager' }] },
];
