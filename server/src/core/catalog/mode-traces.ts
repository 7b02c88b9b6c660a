/**
 * Words by which a source may have to do with a background mode. They are looked for anywhere in a text, comments and
 * strings included, as parts of longer words too: only where none is found a mode counts as unused. Names of the API table
 * are among them without being listed here.
 * Sources: the pages of the modes in modes.ts.
 */
import { namesOf } from './api-names';
import { apiRows } from './apis';
import { storefrontWords } from './calls';
import { modeOf } from './modes';
import type { ModeKey } from './requirement-types';
import { modeRequirements } from './requirements';

export interface ModeTraces {
  /** Entry of the rule `unused-background-mode`. */
  readonly entry: string;
  readonly modes: readonly string[];
  readonly words: readonly string[];
  /** What nothing does: `plays or records sound`. */
  readonly use: string;
}

const calls = [
  'CallKit',
  'CXCall',
  'CXProvider',
  'LiveCommunicationKit',
  'NEAppPush',
  'NetworkServiceTypeVo',
  'PKPush',
  'PushKit',
  'PushToTalk',
  'RTCPeer',
  'WebRTC',
  'KeepAliveTimeout',
  'linphone',
  'pjsip',
  'pjsua',
];

const sound = [
  'AUAudio',
  'AUGraph',
  'AVAudio',
  'AVCapture',
  'AVFAudio',
  'AVFoundation',
  'AVKit',
  'AVPicture',
  'AVPlayer',
  'AVQueuePlayer',
  'AVRoutePicker',
  'AVSampleBuffer',
  'AVSpeech',
  'AudioQueue',
  'AudioServices',
  'AudioSession',
  'AudioToolbox',
  'AudioUnit',
  'CoreAudio',
  'ExtAudio',
  'MIDI',
  'MPMoviePlayer',
  'MPMusicPlayer',
  'MPNowPlaying',
  'MPRemoteCommand',
  'MPVolumeView',
  'MediaPlayer',
  'MusicKit',
  'OpenAL',
  'PHASE',
  'RealityKit',
  'ReplayKit',
  'SCNAudio',
  'SKAudio',
  'SceneKit',
  'ShazamKit',
  'SoundAnalysis',
  'SpriteKit',
  'UIWebView',
  'VideoPlayer',
  'WKWebView',
  'WebKit',
  'fmod',
  'libvlc',
];

const pushes = [
  'ActivityKit',
  'CKContainer',
  'CKDatabase',
  'CKSubscription',
  'CKSyncEngine',
  'CloudKit',
  'Firebase',
  'NSUbiquitous',
  'OneSignal',
  'PushKit',
  'RemoteNotification',
  'SwiftData',
  'deviceToken',
];

const location = [
  'CLBackgroundActivity',
  'CLBeacon',
  'CLCircularRegion',
  'CLLocation',
  'CLMonitor',
  'CLRegion',
  'CLServiceSession',
  'CLVisit',
  'CoreLocation',
  'LocationButton',
  'MKMapView',
  'MKUser',
  'MapKit',
  'UserAnnotation',
  'showsUserLocation',
  'userTrackingMode',
];

export const modeTraces: readonly ModeTraces[] = [
  { entry: 'audio', modes: ['audio'], words: [...sound, ...calls], use: 'plays or records sound' },
  { entry: 'voip', modes: ['voip'], words: calls, use: 'makes or receives calls' },
  {
    entry: 'push-to-talk',
    modes: ['push-to-talk'],
    words: ['PTChannel', 'PushToTalk'],
    use: 'joins a Push to Talk channel',
  },
  {
    entry: 'remote-notification',
    modes: ['remote-notification'],
    words: pushes,
    use: 'registers for remote notifications',
  },
  { entry: 'location', modes: ['location'], words: location, use: 'asks for the location' },
  {
    entry: 'fetch',
    modes: ['fetch'],
    words: ['BGAppRefreshTask', 'BackgroundFetch', 'appRefresh', 'performFetch'],
    use: 'schedules an app refresh or implements background fetch',
  },
  {
    entry: 'processing',
    modes: ['processing'],
    words: ['BGHealthResearchTask', 'BGProcessingTask'],
    use: 'schedules a processing task',
  },
  {
    entry: 'bluetooth-central',
    modes: ['bluetooth-central'],
    words: ['ASAccessory', 'AccessorySetupKit', 'CBCentral', 'CBPeripheral'],
    use: 'connects to Bluetooth devices',
  },
  {
    entry: 'bluetooth-peripheral',
    modes: ['bluetooth-peripheral'],
    words: ['CBMutable', 'CBPeripheralManager'],
    use: 'makes the device a Bluetooth peripheral',
  },
  {
    entry: 'external-accessory',
    modes: ['external-accessory'],
    words: ['EAAccessory', 'EASession', 'ExternalAccessory'],
    use: 'talks to an external accessory',
  },
  {
    entry: 'nearby-interaction',
    modes: ['nearby-interaction'],
    words: ['NISession', 'NearbyInteraction'],
    use: 'begins a session with devices nearby',
  },
  {
    entry: 'network-authentication',
    modes: ['network-authentication'],
    words: ['NEHotspotHelper'],
    use: 'registers a hotspot helper',
  },
  {
    entry: 'screen-capture',
    modes: ['screen-capture'],
    words: ['SCContentSharingPicker', 'SCStream', 'ScreenCaptureKit'],
    use: 'captures the screen',
  },
  {
    entry: 'watch-session',
    modes: ['workout-processing'],
    words: ['HKLiveWorkout', 'HKWorkoutSession'],
    use: 'begins a workout session',
  },
  {
    entry: 'watch-session',
    modes: ['self-care', 'mindfulness', 'physical-therapy', 'alarm'],
    words: ['WKExtendedRuntimeSession'],
    use: 'begins an extended runtime session',
  },
  {
    entry: 'watch-session',
    modes: ['underwater-depth'],
    words: ['CMWaterSubmersion', 'WKExtendedRuntimeSession'],
    use: 'asks for depth and pressure',
  },
];

/** Relaunch the app by themselves, with or without the mode. */
export const monitoringWords: readonly string[] = ['CLMonitor', 'startMonitoring'];

/** What may deliver locations continuously, or asks for them in the background. */
export const updatingWords: readonly string[] = [
  'AllowsBackgroundLocation',
  'CLBackgroundActivity',
  'CLLocationUpdate',
  'MKMapView',
  'MapKit',
  'allowsBackgroundLocation',
  'liveUpdates',
  'requestLocation',
  'showsUserLocation',
  'startRanging',
  'startUpdating',
  'userTrackingMode',
];

/** With these, code may use what it does not name. */
export const dynamicWords: readonly string[] = ['NSClassFromString', 'dlopen', 'dlsym', 'objc_getClass'];

/** All words that may speak for a mode; `undefined` for modes that nothing is known of. */
export function tracesOf(key: ModeKey, mode: string): ModeTraces | undefined {
  if (modeOf(key, mode) === undefined) return undefined;
  const traces = modeTraces.find(({ modes }) => modes.includes(mode));
  return traces && { ...traces, words: [...traces.words, ...requiredNames(key, mode)] };
}

/** Names of the API table that need the mode. */
function requiredNames(key: ModeKey, mode: string): readonly string[] {
  const rows = modeRequirements
    .filter((requirement) => requirement.key === key && requirement.anyOf.includes(mode))
    .flatMap(({ apis }) => apis);
  return apiRows
    .filter(({ id }) => rows.includes(id))
    .flatMap(({ uses }) => uses.flatMap(namesOf))
    .filter((name) => name !== undefined);
}

/** Every word that is looked for in whole sources: those of this file, and what other rules about whole apps ask for. */
export const traceWords: readonly string[] = [
  ...new Set([
    ...modeTraces.flatMap(({ modes, words }) => [
      ...words,
      ...modes.flatMap((mode) => [
        ...requiredNames('UIBackgroundModes', mode),
        ...requiredNames('WKBackgroundModes', mode),
      ]),
    ]),
    ...monitoringWords,
    ...updatingWords,
    ...dynamicWords,
    ...storefrontWords,
  ]),
];
