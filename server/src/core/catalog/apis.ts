/** The APIs that rules ask about, and how a file uses them. One row for each; ids are stable. */
import { audioApis } from './audio-apis';
import { bluetoothApis, healthApis, locationApis, transferApis, watchApis } from './device-apis';
import { lifecycleApis } from './lifecycle-apis';
import { playbackApis } from './playback-apis';
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

const microphone: readonly ApiRow[] = [
  {
    id: 'microphone',
    uses: [
      {
        kind: 'call',
        on: 'AVAudioApplication',
        swift: { name: 'requestRecordPermission' },
        objc: 'requestRecordPermissionWithCompletionHandler:',
        evidence: 'type',
      },
      {
        kind: 'call',
        on: 'AVAudioSession',
        swift: { name: 'requestRecordPermission' },
        objc: 'requestRecordPermission:',
        evidence: 'name',
      },
      { kind: 'construct', type: 'AVAudioRecorder' },
      {
        kind: 'call',
        on: 'AVCaptureDevice',
        swift: { name: 'requestAccess', label: 'for' },
        objc: 'requestAccessForMediaType:completionHandler:',
        evidence: 'type',
        argument: { kind: 'constant', names: { audio: 'AVMediaTypeAudio' } },
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
  {
    id: 'continued-processing-gpu',
    uses: [
      {
        kind: 'assign',
        on: 'BGContinuedProcessingTaskRequest',
        member: 'requiredResources',
        evidence: 'type',
        value: { kind: 'constant', names: { gpu: 'BGContinuedProcessingTaskRequestResourcesGPU' } },
      },
    ],
  },
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
    id: 'legacy-remote-notification-handler',
    uses: [
      {
        kind: 'implement',
        swift: 'application(_:didReceiveRemoteNotification:)',
        objc: 'application:didReceiveRemoteNotification:',
        at: 'didReceiveRemoteNotification',
        isAsync: false,
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
  {
    id: 'location-always',
    uses: [
      {
        kind: 'call',
        on: 'CLLocationManager',
        swift: { name: 'requestAlwaysAuthorization' },
        objc: 'requestAlwaysAuthorization',
        evidence: 'name',
      },
      {
        kind: 'construct',
        type: 'CLServiceSession',
        argument: {
          kind: 'constant',
          names: { always: 'CLServiceSessionAuthorizationRequirementAlways' },
        },
      },
    ],
  },
];

const devices: readonly ApiRow[] = [
  { id: 'central-manager', uses: [{ kind: 'construct', type: 'CBCentralManager' }] },
  { id: 'peripheral-manager', uses: [{ kind: 'construct', type: 'CBPeripheralManager' }] },
  { id: 'nearby-interaction', module: 'NearbyInteraction', uses: [{ kind: 'construct', type: 'NISession' }] },
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

export const apiRows: readonly ApiRow[] = [
  ...audio,
  ...playbackApis,
  ...audioApis,
  ...microphone,
  ...calls,
  ...scheduling,
  ...pushes,
  ...devices,
  ...locationApis,
  ...bluetoothApis,
  ...healthApis,
  ...transferApis,
  ...watchApis,
  ...lifecycleApis,
];
