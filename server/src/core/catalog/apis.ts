/** The APIs that rules ask about, and how a file uses them. One row for each; ids are stable. */
import { audioApis } from './audio-apis';
import type { ApiRow } from './requirement-types';

const audio: readonly ApiRow[] = [
  {
    id: 'pip-controller',
    uses: [
      {
        kind: 'construct',
        type: 'AVPictureInPictureController',
        details: { contentSource: 'content-source', initWithContentSource: 'content-source' },
      },
      {
        kind: 'assign',
        on: 'AVPlayerViewController',
        member: 'canStartPictureInPictureAutomaticallyFromInline',
        evidence: 'name',
        value: { kind: 'true' },
      },
      {
        kind: 'assign',
        on: 'AVPlayerViewController',
        member: 'allowsPictureInPicturePlayback',
        evidence: 'name',
        value: { kind: 'true' },
      },
    ],
  },
  {
    id: 'now-playing',
    uses: [
      {
        kind: 'call',
        on: 'MPRemoteCommandCenter',
        swift: { name: 'shared' },
        objc: 'sharedCommandCenter',
        evidence: 'type',
        atReceiver: true,
      },
      {
        kind: 'call',
        on: 'MPNowPlayingInfoCenter',
        swift: { name: 'default' },
        objc: 'defaultCenter',
        evidence: 'type',
        atReceiver: true,
      },
      { kind: 'construct', type: 'MPNowPlayingSession' },
    ],
  },
  {
    id: 'audio-session-category',
    uses: [
      {
        kind: 'call',
        on: 'AVAudioSession',
        swift: { name: 'setCategory' },
        objc: 'setCategory:',
        evidence: 'type',
        labels: ['mode', 'policy', 'options', 'withOptions', 'error'],
        argument: {
          kind: 'constant',
          names: {
            playback: 'AVAudioSessionCategoryPlayback',
            playAndRecord: 'AVAudioSessionCategoryPlayAndRecord',
            record: 'AVAudioSessionCategoryRecord',
            multiRoute: 'AVAudioSessionCategoryMultiRoute',
          },
        },
      },
    ],
  },
  {
    id: 'airplay-ui',
    uses: [
      { kind: 'construct', type: 'AVRoutePickerView' },
      {
        kind: 'assign',
        on: 'AVPlayer',
        member: 'allowsExternalPlayback',
        evidence: 'type',
        value: { kind: 'true' },
      },
      {
        kind: 'assign',
        on: 'AVQueuePlayer',
        member: 'allowsExternalPlayback',
        evidence: 'type',
        value: { kind: 'true' },
      },
      {
        kind: 'assign',
        on: 'MPVolumeView',
        member: 'showsRouteButton',
        evidence: 'type',
        value: { kind: 'true' },
      },
    ],
  },
  {
    id: 'ima-background-ads',
    uses: [
      {
        kind: 'assign',
        on: 'IMASettings',
        member: 'enableBackgroundPlayback',
        evidence: 'type',
        value: { kind: 'true' },
      },
    ],
  },
  {
    id: 'jw-background-ads',
    uses: [
      {
        kind: 'call',
        on: 'JWAdSettingsBuilder',
        swift: { name: 'allowsBackgroundPlayback' },
        objc: 'allowsBackgroundPlayback:',
        evidence: 'type',
        argument: { kind: 'true' },
      },
    ],
  },
];

const calls: readonly ApiRow[] = [
  {
    id: 'pushkit-voip',
    uses: [
      {
        kind: 'assign',
        on: 'PKPushRegistry',
        member: 'desiredPushTypes',
        evidence: 'name',
        value: { kind: 'constant', names: { voIP: 'PKPushTypeVoIP' } },
      },
    ],
  },
  { id: 'callkit-provider', uses: [{ kind: 'construct', type: 'CXProvider' }] },
  {
    id: 'live-communication-kit',
    module: 'LiveCommunicationKit',
    uses: [{ kind: 'construct', type: 'ConversationManager' }],
  },
  {
    id: 'incoming-call-report',
    uses: [
      {
        kind: 'call',
        on: 'CXProvider',
        swift: { name: 'reportNewIncomingCall' },
        objc: 'reportNewIncomingCallWithUUID:',
        evidence: 'name',
      },
      {
        kind: 'call',
        on: 'CXProvider',
        swift: { name: 'reportNewIncomingVoIPPushPayload' },
        objc: 'reportNewIncomingVoIPPushPayload:',
        evidence: 'name',
      },
      {
        kind: 'call',
        on: 'ConversationManager',
        swift: { name: 'reportNewIncomingConversation' },
        evidence: 'name',
      },
    ],
  },
  {
    id: 'push-to-talk',
    uses: [
      {
        kind: 'call',
        on: 'PTChannelManager',
        swift: { name: 'channelManager' },
        objc: 'channelManagerWithDelegate:',
        evidence: 'type',
      },
    ],
  },
];

const scheduling: readonly ApiRow[] = [
  { id: 'app-refresh-request', uses: [{ kind: 'construct', type: 'BGAppRefreshTaskRequest' }] },
  {
    id: 'swiftui-app-refresh',
    module: 'SwiftUI',
    uses: [
      {
        kind: 'call',
        swift: { name: 'backgroundTask' },
        evidence: 'name',
        argument: { kind: 'constant', names: { appRefresh: '' } },
      },
    ],
  },
  {
    id: 'legacy-fetch',
    uses: [
      {
        kind: 'implement',
        swift: 'application(_:performFetchWithCompletionHandler:)',
        objc: 'application:performFetchWithCompletionHandler:',
        at: 'performFetchWithCompletionHandler',
      },
    ],
  },
  {
    id: 'legacy-fetch-interval',
    uses: [
      {
        kind: 'call',
        on: 'UIApplication',
        swift: { name: 'setMinimumBackgroundFetchInterval' },
        objc: 'setMinimumBackgroundFetchInterval:',
        evidence: 'name',
      },
    ],
  },
  {
    id: 'task-submission',
    uses: [
      {
        kind: 'call',
        on: 'BGTaskScheduler',
        swift: { name: 'submit' },
        objc: 'submitTaskRequest:',
        evidence: 'type',
      },
    ],
  },
  { id: 'processing-request', uses: [{ kind: 'construct', type: 'BGProcessingTaskRequest' }] },
  { id: 'health-research-request', uses: [{ kind: 'construct', type: 'BGHealthResearchTaskRequest' }] },
];

const pushes: readonly ApiRow[] = [
  {
    id: 'remote-notification-handler',
    uses: [
      {
        kind: 'implement',
        swift: 'application(_:didReceiveRemoteNotification:fetchCompletionHandler:)',
        objc: 'application:didReceiveRemoteNotification:fetchCompletionHandler:',
        at: 'didReceiveRemoteNotification',
      },
      {
        kind: 'implement',
        swift: 'application(_:didReceiveRemoteNotification:)',
        at: 'didReceiveRemoteNotification',
        isAsync: true,
      },
    ],
  },
  {
    id: 'watch-remote-notification-handler',
    uses: [
      {
        kind: 'implement',
        swift: 'didReceiveRemoteNotification(_:fetchCompletionHandler:)',
        objc: 'didReceiveRemoteNotification:fetchCompletionHandler:',
        at: 'didReceiveRemoteNotification',
      },
    ],
  },
];

const location: readonly ApiRow[] = [
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
];

const devices: readonly ApiRow[] = [
  { id: 'central-restoration', uses: [{ kind: 'name', name: 'CBCentralManagerOptionRestoreIdentifierKey' }] },
  {
    id: 'peripheral-restoration',
    uses: [{ kind: 'name', name: 'CBPeripheralManagerOptionRestoreIdentifierKey' }],
  },
  {
    id: 'hotspot-helper',
    uses: [
      {
        kind: 'call',
        on: 'NEHotspotHelper',
        swift: { name: 'register', label: 'options' },
        objc: 'registerWithOptions:',
        evidence: 'type',
      },
    ],
  },
  { id: 'screen-capture', uses: [{ kind: 'construct', type: 'SCStream' }] },
];

const watch: readonly ApiRow[] = [
  { id: 'workout-session', uses: [{ kind: 'construct', type: 'HKWorkoutSession' }] },
  { id: 'extended-runtime-session', uses: [{ kind: 'construct', type: 'WKExtendedRuntimeSession' }] },
  { id: 'submersion', uses: [{ kind: 'construct', type: 'CMWaterSubmersionManager' }] },
];

export const apiRows: readonly ApiRow[] = [
  ...audio,
  ...audioApis,
  ...calls,
  ...scheduling,
  ...pushes,
  ...location,
  ...devices,
  ...watch,
];
