/** What people want, and what comes into question for it. */
import type { Goal, GoalGroup } from './types';

type Wish = Omit<Goal, 'group'>;

const sound: readonly Wish[] = [
  {
    id: 'keep-playing',
    title: 'Go on playing sound',
    words: [
      'music',
      'podcast',
      'radio',
      'audio player',
      'lock screen',
      'background audio',
      'AVPlayer',
      'stream',
    ],
    mechanisms: ['audio-playback', 'airplay'],
  },
  {
    id: 'keep-recording',
    title: 'Go on recording sound',
    words: ['microphone', 'voice memo', 'dictation', 'AVAudioRecorder', 'record audio'],
    mechanisms: ['audio-recording'],
  },
  {
    id: 'floating-video',
    title: 'Show video in Picture in Picture or over AirPlay',
    words: ['pip', 'floating window', 'television', 'AVKit', 'video player'],
    mechanisms: ['picture-in-picture', 'airplay'],
  },
  {
    id: 'offline-video',
    title: 'Download films and episodes for later',
    words: ['download', 'offline', 'HLS', 'video', 'stream', 'AVAssetDownloadTask'],
    mechanisms: ['asset-download', 'background-session'],
  },
  {
    id: 'take-calls',
    title: 'Take voice or video calls',
    words: ['voip', 'voice over IP', 'CallKit', 'PushKit', 'incoming call', 'ring', 'phone', 'WebRTC', 'SIP'],
    mechanisms: ['voip'],
    advice:
      'Outgoing calls need CallKit or LiveCommunicationKit too, so that they go on when the screen locks. A launch for a push has no scene in front: build what people see when a scene comes to the foreground.',
  },
  {
    id: 'walkie-talkie',
    title: 'Talk at the push of a button',
    words: ['walkie-talkie', 'push to talk', 'ptt', 'intercom', 'radio'],
    mechanisms: ['push-to-talk'],
  },
  {
    id: 'capture-screen',
    title: 'Record the screen',
    words: ['screen recording', 'ReplayKit', 'broadcast', 'capture'],
    mechanisms: ['screen-capture'],
    advice: 'Before iOS 27, a broadcast upload extension of ReplayKit.',
  },
];

const work: readonly Wish[] = [
  {
    id: 'finish-work',
    title: 'Finish what was begun when people leave the app',
    words: [
      'save',
      'send',
      'finish',
      'beginBackgroundTask',
      'thirty seconds',
      '30 seconds',
      'goes to the background',
      'small request',
    ],
    mechanisms: ['background-task', 'background-session'],
  },
  {
    id: 'long-job',
    title: 'Let a long job that somebody started go on',
    words: [
      'export',
      'render',
      'encode',
      'compress',
      'convert',
      'import',
      'progress',
      'upload several gigabytes',
      'minutes',
    ],
    mechanisms: ['continued-processing', 'background-session', 'background-task'],
  },
  {
    id: 'use-gpu',
    title: 'Use the GPU in the background',
    words: ['GPU', 'Metal', 'video processing', 'Core Image', 'render', 'machine learning'],
    mechanisms: ['background-gpu', 'continued-processing'],
  },
  {
    id: 'fresh-content',
    title: 'Have fresh content when the app is opened',
    words: ['refresh', 'fetch', 'update', 'news', 'feed', 'mail', 'background fetch', 'sync'],
    mechanisms: ['app-refresh', 'swiftui-refresh', 'silent-push'],
  },
  {
    id: 'maintenance',
    title: 'Clean up, index, train or migrate',
    words: [
      'maintenance',
      'database',
      'machine learning',
      'Core ML',
      'backup',
      'at night',
      'overnight',
      'while charging',
      'long work',
    ],
    mechanisms: ['processing', 'continued-processing'],
  },
  {
    id: 'transfer-files',
    title: 'Download or upload large files',
    words: ['download', 'upload', 'URLSession', 'transfer', 'photos', 'S3', 'backup', 'file'],
    mechanisms: ['background-session', 'continued-processing', 'asset-download'],
    advice:
      'A background session for what may take its time; a continued processing task with a default session for what somebody waits for. The two do not go together.',
  },
  {
    id: 'sync',
    title: 'Keep data in sync with a server',
    words: [
      'sync',
      'synchronise',
      'CloudKit',
      'iCloud',
      'offline changes',
      'upload changes',
      'Core Data',
      'SwiftData',
    ],
    mechanisms: ['silent-push', 'app-refresh', 'background-task', 'background-session', 'processing'],
    advice:
      'Several together: finish sending with a background task, fetch on silent pushes and refreshes, and always when the app is opened, since none of them is certain.',
  },
  {
    id: 'server-event',
    title: 'React when something happens on my server',
    words: [
      'server',
      'push',
      'silent push',
      'wake up',
      'event',
      'message',
      'content-available',
      'websocket',
      'MQTT',
      'realtime',
    ],
    mechanisms: ['silent-push', 'alert-push', 'voip'],
    advice: 'What somebody has to see is a visible push. VoIP pushes are for calls alone.',
  },
  {
    id: 'send-on-wake',
    title: 'Send something to a server when a sensor or accessory wakes the app',
    words: [
      'HTTPS request',
      'POST',
      'json',
      'observer query',
      'websocket for a moment',
      'upload in callback',
      'speech to text',
    ],
    mechanisms: ['background-task', 'background-session'],
    advice:
      'Begin a background task as soon as the app is woken, send with a default session, and end the task when the answer is there. Write to a file and hand it to a background session when the network may be slow. Tell the framework that woke the app that it is done in time, whatever became of the request.',
  },
  {
    id: 'shortcut-action',
    title: 'Do something long in a shortcut',
    words: ['App Intent', 'Shortcuts', 'Siri', 'timeout', 'intent', 'automation'],
    mechanisms: ['app-intent', 'background-session'],
    advice:
      'The limit of about thirty seconds cannot be raised. What later steps of a shortcut need has to be there by then.',
  },
  {
    id: 'medical-study',
    title: 'Process health data for a study',
    words: ['research', 'ResearchKit', 'study', 'protected data'],
    mechanisms: ['health-research', 'processing'],
  },
  {
    id: 'screen-time',
    title: 'Block apps or react to screen time',
    words: [
      'Screen Time',
      'Family Controls',
      'parental controls',
      'focus',
      'ManagedSettings',
      'DeviceActivity',
    ],
    mechanisms: ['device-activity'],
    advice:
      'What an app wants to run at such moments belongs into the extension; the app itself is not woken.',
  },
];

const time: readonly Wish[] = [
  {
    id: 'remind',
    title: 'Tell somebody something at a time',
    words: ['reminder', 'local notification', 'schedule', 'daily', 'calendar', 'without internet'],
    mechanisms: ['local-notification'],
    advice:
      'Whether a reminder is still due is decided when the state changes, not when it fires: schedule it when there is something to do, and remove it when it is done.',
  },
  {
    id: 'alarm-clock',
    title: 'Ring as an alarm or a timer',
    words: ['alarm', 'timer', 'countdown', 'wake up', 'kitchen timer', 'silent mode'],
    mechanisms: ['alarm', 'local-notification'],
  },
];

const places: readonly Wish[] = [
  {
    id: 'follow-location',
    title: 'Follow where the device is',
    words: [
      'tracking',
      'GPS',
      'navigation',
      'run',
      'route',
      'location all the time',
      'background location',
      'fleet',
    ],
    mechanisms: ['location-updates', 'region-monitoring', 'live-activity'],
    advice:
      'The capability belongs to the app, also when the code that asks for the location is in a framework.',
  },
  {
    id: 'arrive-and-leave',
    title: 'Know when somebody arrives or leaves',
    words: [
      'geofence',
      'geofencing',
      'region',
      'visit',
      'home',
      'significant location change',
      'enter',
      'exit',
    ],
    mechanisms: ['region-monitoring', 'local-notification'],
  },
  {
    id: 'beacons',
    title: 'Notice beacons',
    words: ['iBeacon', 'beacon', 'ranging', 'museum'],
    mechanisms: ['beacons'],
  },
  {
    id: 'steps',
    title: 'Count steps and know activities',
    words: ['pedometer', 'step counter', 'motion', 'accelerometer', 'walking', 'driving'],
    mechanisms: ['motion-history', 'health-delivery'],
  },
];

const devices: readonly Wish[] = [
  {
    id: 'bluetooth-accessory',
    title: 'Talk to a Bluetooth accessory',
    words: ['BLE', 'Bluetooth LE', 'Core Bluetooth', 'peripheral', 'sensor', 'wearable', 'scan', 'reconnect'],
    mechanisms: ['bluetooth-central'],
  },
  {
    id: 'be-accessory',
    title: 'Act as a Bluetooth accessory',
    words: ['advertise', 'peripheral', 'GATT server', 'exposure', 'key'],
    mechanisms: ['bluetooth-peripheral'],
  },
  {
    id: 'mfi-accessory',
    title: 'Talk to an MFi accessory',
    words: ['External Accessory', 'MFi', 'Lightning', 'serial', 'printer', 'payment terminal'],
    mechanisms: ['external-accessory'],
  },
  {
    id: 'near-device',
    title: 'Measure the distance to something nearby',
    words: ['UWB', 'ultra-wideband', 'Nearby Interaction', 'U1', 'tag'],
    mechanisms: ['nearby-interaction', 'beacons'],
  },
  {
    id: 'join-wifi',
    title: 'Sign in to Wi-Fi networks',
    words: ['hotspot', 'captive portal', 'Wi-Fi', 'network authentication'],
    mechanisms: ['hotspot-helper'],
  },
  {
    id: 'in-the-car',
    title: 'Be there in the car',
    words: ['CarPlay', 'car', 'driving'],
    mechanisms: ['carplay', 'audio-playback', 'region-monitoring'],
  },
];

const health: readonly Wish[] = [
  {
    id: 'health-data',
    title: 'React to new health data',
    words: [
      'HealthKit',
      'HKObserverQuery',
      'observer query',
      'heart rate',
      'steps',
      'background delivery',
      'sleep',
    ],
    mechanisms: ['health-delivery'],
  },
  {
    id: 'train',
    title: 'Train with the watch',
    words: ['workout', 'exercise', 'run', 'heart rate', 'HKWorkoutSession', 'Apple Watch'],
    mechanisms: ['workout'],
  },
  {
    id: 'watch-session',
    title: 'Meditate, stretch or be woken by the watch',
    words: ['mindfulness', 'self care', 'physical therapy', 'smart alarm', 'extended runtime', 'breathing'],
    mechanisms: ['extended-runtime'],
  },
  {
    id: 'dive',
    title: 'Dive with the watch',
    words: ['underwater', 'depth', 'submersion', 'snorkel'],
    mechanisms: ['dive'],
  },
  {
    id: 'watch-content',
    title: 'Keep a watch app and its complication fresh',
    words: ['complication', 'watch widget', 'watchOS refresh', 'step count on the watch face'],
    mechanisms: ['widget', 'watch-refresh', 'health-delivery'],
    advice:
      'Watch apps refresh without a background mode. Background delivery of health data is an entitlement of its own and counts besides the budget of the widget; how the two add up, Apple does not say.',
  },
];

const screen: readonly Wish[] = [
  {
    id: 'fresh-widget',
    title: 'Keep a widget fresh',
    words: ['widget', 'WidgetKit', 'timeline', 'home screen', 'reload', 'every minute'],
    mechanisms: ['widget', 'silent-push'],
  },
  {
    id: 'show-progress',
    title: 'Show something that goes on',
    words: ['Live Activity', 'Dynamic Island', 'delivery', 'score', 'progress on the lock screen'],
    mechanisms: ['live-activity', 'continued-processing'],
  },
];

export const wishes: readonly Goal[] = [
  ...inGroup('Sound, video and calls', sound),
  ...inGroup('Work and data', work),
  ...inGroup('Time', time),
  ...inGroup('Places', places),
  ...inGroup('Devices nearby', devices),
  ...inGroup('Health and the watch', health),
  ...inGroup('On the screen', screen),
];

function inGroup(group: GoalGroup, all: readonly Wish[]): readonly Goal[] {
  return all.map((wish) => ({ ...wish, group }));
}
