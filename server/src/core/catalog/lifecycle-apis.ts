/** APIs that the rules about an app's life ask for in all of its code. */
import { gpuResource, pictureCheck, sceneCallbacks } from './lifecycle';
import type { ApiRow } from './requirement-types';

/** Rows of a callback of the app delegate: its implementation, calls of it, and what scenes have instead. */
export function callbackRows(callback: string): { method: string; call: string; scene: string } {
  return { method: `${callback}-method`, call: `${callback}-call`, scene: `${callback}-in-scene` };
}

function callbackApis([callback, scene]: readonly [string, string]): readonly ApiRow[] {
  const rows = callbackRows(callback);
  const named = (name: string) => ({ swift: `${name}(_:)`, objc: `${name}:`, at: name }) as const;
  return [
    { id: rows.method, uses: [{ kind: 'implement', ...named(callback), of: 'UIApplicationDelegate' }] },
    {
      id: rows.call,
      uses: [{ kind: 'call', swift: { name: callback }, objc: `${callback}:`, evidence: 'name' }],
    },
    { id: rows.scene, uses: [{ kind: 'implement', ...named(scene) }] },
  ];
}

/** Both spellings of the idle timer's switch. */
const idleTimerMembers = ['isIdleTimerDisabled', 'idleTimerDisabled'] as const;

const launch: readonly ApiRow[] = [
  { id: 'push-registry', tellsLaunch: true, uses: [{ kind: 'construct', type: 'PKPushRegistry' }] },
  {
    id: 'channel-manager',
    tellsLaunch: true,
    uses: [
      {
        kind: 'call',
        on: 'PTChannelManager',
        swift: { name: 'channelManager', label: 'delegate' },
        objc: 'channelManagerWithDelegate:',
        evidence: 'type',
      },
    ],
  },
  {
    id: 'launching-location-start',
    tellsLaunch: true,
    uses: [
      {
        kind: 'call',
        on: 'CLLocationManager',
        swift: { name: 'startMonitoringSignificantLocationChanges' },
        objc: 'startMonitoringSignificantLocationChanges',
        evidence: 'name',
      },
      {
        kind: 'call',
        on: 'CLLocationManager',
        swift: { name: 'startMonitoringVisits' },
        objc: 'startMonitoringVisits',
        evidence: 'name',
      },
      {
        kind: 'call',
        on: 'CLLocationManager',
        swift: { name: 'startMonitoring', label: 'for' },
        objc: 'startMonitoringForRegion:',
        evidence: 'type',
      },
    ],
  },
  { id: 'location-manager', tellsLaunch: true, uses: [{ kind: 'construct', type: 'CLLocationManager' }] },
  {
    id: 'launching-observer-query',
    tellsLaunch: true,
    uses: [{ kind: 'construct', type: 'HKObserverQuery' }],
  },
];

export const lifecycleApis: readonly ApiRow[] = [
  ...Object.entries(sceneCallbacks).flatMap(callbackApis),
  ...launch,
  {
    id: 'idle-timer',
    uses: idleTimerMembers.map((member) => ({
      kind: 'assign',
      on: 'UIApplication',
      member,
      evidence: 'name',
    })),
  },
  {
    id: 'idle-timer-off',
    uses: idleTimerMembers.map((member) => ({
      kind: 'assign',
      on: 'UIApplication',
      member,
      evidence: 'name',
      value: { kind: 'true' },
    })),
  },
  { id: 'pip-made', uses: [{ kind: 'construct', type: 'AVPictureInPictureController' }] },
  { id: 'pip-check', uses: [{ kind: 'mention', names: [pictureCheck, 'isPictureInPicturePossible'] }] },
  {
    id: 'gpu-request',
    uses: [
      {
        kind: 'assign',
        on: 'BGContinuedProcessingTaskRequest',
        member: gpuResource.member,
        evidence: 'name',
        value: { kind: 'constant', names: { [gpuResource.swift]: gpuResource.objc } },
      },
    ],
  },
  { id: 'gpu-check', uses: [{ kind: 'mention', names: [gpuResource.check] }] },
];
