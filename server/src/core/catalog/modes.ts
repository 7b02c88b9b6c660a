/** The values of UIBackgroundModes and WKBackgroundModes: where they work, how Xcode calls them, what they mean. */
import type { Platform } from '../project/types';
import type { ModeKey } from './requirement-types';

export interface BackgroundMode {
  readonly value: string;
  readonly key: ModeKey;
  /** The box in Xcode's capability panel; missing where there is none. */
  readonly label?: string;
  /** What the property list editor shows in place of the value. */
  readonly editorLabel?: string;
  /** Platforms for which the build system keeps the value; Mac Catalyst follows iOS. */
  readonly platforms: readonly Platform[];
  /** First version of iOS, or of watchOS for watch sessions. */
  readonly since: string;
  readonly isObsolete?: boolean;
  /** A watch app has one of these at most. */
  readonly isExclusive?: boolean;
  /** What it allows; one sentence. */
  readonly summary: string;
  /** What else it takes, and its limits. */
  readonly details: string;
  /** What App Review looks for. */
  readonly review?: string;
  /** Names that people write for it. */
  readonly wrongNames: readonly string[];
  readonly sources: readonly string[];
}

const appleDocs = 'https://developer.apple.com/documentation';
const guide = `${appleDocs}/xcode/configuring-background-execution-modes`;
const keyReference = `${appleDocs}/bundleresources/information-property-list/uibackgroundmodes`;
const watchReference = `${appleDocs}/bundleresources/information-property-list/wkbackgroundmodes`;
const reviewGuidelines = 'https://developer.apple.com/app-store/review/guidelines/#2.5.4';

const appModes: readonly Omit<BackgroundMode, 'key'>[] = [
  {
    value: 'audio',
    label: 'Audio, AirPlay, and Picture in Picture',
    editorLabel: 'App plays audio or streams audio/video using AirPlay',
    platforms: ['iOS', 'tvOS', 'watchOS', 'visionOS'],
    since: '4.0',
    summary: 'Keeps the app running while it plays or records audio.',
    details:
      'Takes an active audio session too, with the category playback, playAndRecord, record or multiRoute. Picture in Picture and AirPlay have no value of their own: this is theirs.',
    review: 'The sound must be audible and expected to go on. Playing silence to stay awake is rejected.',
    wrongNames: ['picture-in-picture', 'pip', 'airplay', 'audio-playback', 'background-audio'],
    sources: [guide, keyReference, reviewGuidelines],
  },
  {
    value: 'location',
    label: 'Location updates',
    editorLabel: 'App registers for location updates',
    platforms: ['iOS', 'watchOS'],
    since: '4.0',
    summary: 'Delivers location updates while the app is in the background.',
    details:
      'Setting allowsBackgroundLocationUpdates without it raises an exception, and a CLBackgroundActivitySession does not become active. Significant changes, regions, visits and CLMonitor wake the app without it.',
    review:
      'Meant for lasting, precise location. Apps that only watch regions or visits are asked to take it out.',
    wrongNames: ['location-updates', 'background-location', 'gps'],
    sources: [
      guide,
      keyReference,
      `${appleDocs}/corelocation/handling-location-updates-in-the-background`,
      reviewGuidelines,
    ],
  },
  {
    value: 'voip',
    label: 'Voice over IP',
    editorLabel: 'App provides Voice over IP services',
    platforms: ['iOS', 'watchOS', 'visionOS'],
    since: '4.0',
    summary: 'Delivers VoIP pushes and lets the app report incoming calls.',
    details:
      'Every VoIP push has to be reported as a call through CallKit or LiveCommunicationKit, or the system ends the app.',
    review: 'For real calls alone. VoIP pushes for other purposes are rejected.',
    wrongNames: ['voice-over-ip', 'call'],
    sources: [guide, keyReference, `${appleDocs}/callkit/cxerror/code/missingvoipbackgroundmode`],
  },
  {
    value: 'fetch',
    label: 'Background fetch',
    editorLabel: 'App downloads content from the network',
    platforms: ['iOS', 'tvOS', 'visionOS'],
    since: '7.0',
    summary: 'Wakes the app now and then to refresh its content (BGAppRefreshTask).',
    details:
      'The identifier of the task belongs into BGTaskSchedulerPermittedIdentifiers. The system chooses the time; one request can be pending. Switching off Background App Refresh switches it off.',
    wrongNames: ['background-fetch', 'background-app-refresh', 'app-refresh'],
    sources: [guide, keyReference, `${appleDocs}/backgroundtasks/bgapprefreshtask`],
  },
  {
    value: 'remote-notification',
    label: 'Remote notifications',
    editorLabel: 'App downloads content in response to push notifications',
    platforms: ['iOS', 'tvOS', 'watchOS', 'visionOS'],
    since: '7.0',
    summary: 'Wakes the app for silent pushes (`content-available: 1`).',
    details:
      'Gives about 30 seconds. Send them with the push type background and priority 5; the system lets two or three an hour through. Visible notifications do not need it.',
    review: 'Silent pushes are for new content.',
    wrongNames: [
      'remote-notifications',
      'remote_notification',
      'push',
      'push-notification',
      'push-notifications',
      'silent-push',
    ],
    sources: [guide, keyReference, `${appleDocs}/usernotifications/pushing-background-updates-to-your-app`],
  },
  {
    value: 'processing',
    label: 'Background processing',
    editorLabel: 'App processes data in the background',
    platforms: ['iOS', 'tvOS', 'visionOS'],
    since: '13.0',
    summary: 'Runs longer work while the device is idle (BGProcessingTask).',
    details:
      'The identifier of the task belongs into BGTaskSchedulerPermittedIdentifiers: without any the upload is refused. Ten requests can be pending.',
    wrongNames: ['background-processing', 'background-task', 'bgprocessing'],
    sources: [guide, keyReference, `${appleDocs}/backgroundtasks/bgprocessingtask`],
  },
  {
    value: 'external-accessory',
    label: 'External accessory communication',
    editorLabel: 'App communicates with an accessory',
    platforms: ['iOS'],
    since: '5.0',
    summary: 'Keeps the connection to an MFi accessory while the app is in the background.',
    details: 'Takes UISupportedExternalAccessoryProtocols too. Bluetooth LE devices have modes of their own.',
    review: 'An MFi accessory is expected.',
    wrongNames: ['accessory'],
    sources: [
      guide,
      keyReference,
      `${appleDocs}/bundleresources/information-property-list/uisupportedexternalaccessoryprotocols`,
    ],
  },
  {
    value: 'bluetooth-central',
    label: 'Uses Bluetooth LE accessories',
    editorLabel: 'App communicates using CoreBluetooth',
    platforms: ['iOS', 'watchOS', 'visionOS'],
    since: '5.0',
    summary: 'Wakes the app for events of Bluetooth LE devices that it talks to.',
    details:
      'State restoration without it raises an exception. Scans in the background need service UUIDs and report each device once.',
    review: 'The app has to use an accessory in the background.',
    wrongNames: ['bluetooth', 'bluetooth-le', 'ble', 'bluetooth-centrals'],
    sources: [
      guide,
      keyReference,
      `${appleDocs}/corebluetooth/cbcentralmanager/scanforperipherals(withservices:options:)`,
      `${appleDocs}/watchkit/using-background-tasks`,
    ],
  },
  {
    value: 'bluetooth-peripheral',
    label: 'Acts as a Bluetooth LE accessory',
    editorLabel: 'App shares data using CoreBluetooth',
    platforms: ['iOS'],
    since: '6.0',
    summary: 'Wakes the app when a Bluetooth LE device reads from it or subscribes to it.',
    details:
      'State restoration without it raises an exception. What is advertised in the background is reduced.',
    wrongNames: ['bluetooth-peripherals'],
    sources: [guide, keyReference],
  },
  {
    value: 'nearby-interaction',
    label: 'Uses Nearby Interaction',
    platforms: ['iOS'],
    since: '16.0',
    summary: 'Goes on measuring distance to accessories while the app is in the background.',
    details: 'For sessions with accessories, mostly together with bluetooth-central.',
    wrongNames: ['nearby', 'uwb'],
    sources: [
      guide,
      keyReference,
      `${appleDocs}/bundleresources/information-property-list/nsnearbyinteractionusagedescription`,
    ],
  },
  {
    value: 'push-to-talk',
    label: 'Push to Talk',
    platforms: ['iOS'],
    since: '16.0',
    summary: 'Receives and plays walkie-talkie audio through the PushToTalk framework.',
    details: 'Takes the entitlement com.apple.developer.push-to-talk too.',
    review: 'For walkie-talkie features, not for waking the app.',
    wrongNames: ['ptt', 'pushtotalk', 'walkie-talkie'],
    sources: [
      guide,
      keyReference,
      `${appleDocs}/bundleresources/entitlements/com.apple.developer.push-to-talk`,
    ],
  },
  {
    value: 'screen-capture',
    label: 'Screen Capture',
    platforms: ['iOS', 'visionOS'],
    since: '27.0',
    summary: 'Goes on capturing the screen through ScreenCaptureKit while the app is in the background.',
    details: 'Recording the microphone besides takes audio as well.',
    wrongNames: ['screencapture', 'screen-recording'],
    sources: [guide, `${appleDocs}/screencapturekit/capturing-screen-content-on-ios`],
  },
  {
    value: 'network-authentication',
    platforms: ['iOS', 'visionOS'],
    since: '9.0',
    summary: 'Wakes a hotspot helper to sign in to a Wi-Fi network.',
    details:
      'Takes the entitlement com.apple.developer.networking.HotspotHelper, which Apple grants on request. Xcode has no box for it: the value is typed by hand.',
    wrongNames: [],
    sources: [keyReference, `${appleDocs}/networkextension/nehotspothelper/register(options:queue:handler:)`],
  },
  {
    value: 'newsstand-content',
    editorLabel: 'App processes Newsstand Kit downloads',
    platforms: ['iOS'],
    since: '5.0',
    isObsolete: true,
    summary: 'Downloaded issues for Newsstand, which ended with iOS 9.',
    details: 'Still accepted, without any effect.',
    wrongNames: [],
    sources: [keyReference],
  },
];

const watchSessions: readonly Omit<BackgroundMode, 'key' | 'platforms'>[] = [
  {
    value: 'workout-processing',
    label: 'Workout processing',
    since: '3.0',
    summary: 'Keeps a watch app running during a workout session.',
    details: 'Takes the HealthKit entitlement too. Can be combined with one extended runtime session type.',
    wrongNames: ['workout'],
    sources: [watchReference, `${appleDocs}/healthkit/running-workout-sessions`],
  },
  {
    value: 'self-care',
    label: 'Self Care',
    since: '6.0',
    isExclusive: true,
    summary: 'Extended runtime session for brief exercises such as brushing teeth.',
    details: 'The app stays frontmost when the wrist goes down.',
    wrongNames: [],
    sources: [watchReference, `${appleDocs}/watchkit/using-extended-runtime-sessions`],
  },
  {
    value: 'mindfulness',
    label: 'Mindfulness',
    since: '6.0',
    isExclusive: true,
    summary: 'Extended runtime session for meditation.',
    details: 'The app stays frontmost. A session with sound all along uses the audio mode instead.',
    wrongNames: [],
    sources: [watchReference, `${appleDocs}/watchkit/using-extended-runtime-sessions`],
  },
  {
    value: 'physical-therapy',
    label: 'Physical Therapy',
    since: '6.0',
    isExclusive: true,
    summary: 'Extended runtime session for stretching and strengthening exercises.',
    details: 'Runs in the background too.',
    wrongNames: [],
    sources: [watchReference, `${appleDocs}/watchkit/using-extended-runtime-sessions`],
  },
  {
    value: 'alarm',
    label: 'Smart Alarm',
    since: '6.0',
    isExclusive: true,
    summary: 'Extended runtime session that is scheduled ahead and ends in an alarm.',
    details: 'Started with start(at:), not with start().',
    wrongNames: ['smart-alarm'],
    sources: [watchReference, `${appleDocs}/watchkit/using-extended-runtime-sessions`],
  },
  {
    value: 'underwater-depth',
    since: '9.0',
    summary: 'Keeps a dive app frontmost on an Apple Watch that measures depth.',
    details: 'Xcode has no menu item for it: the value is typed by hand. Takes NSMotionUsageDescription too.',
    wrongNames: [],
    sources: [watchReference, `${appleDocs}/coremotion/accessing-submersion-data`],
  },
];

export const backgroundModes: readonly BackgroundMode[] = [
  ...appModes.map((mode): BackgroundMode => ({ ...mode, key: 'UIBackgroundModes' })),
  ...watchSessions.map(
    (mode): BackgroundMode => ({ ...mode, key: 'WKBackgroundModes', platforms: ['watchOS'] }),
  ),
];

/** Names that are taken for modes though what they stand for needs none. */
export const needsNoMode: Readonly<Record<string, string>> = {
  'network-extension': 'a Network Extension',
  vpn: 'a VPN',
  'background-delivery': 'background delivery of HealthKit',
  healthkit: 'HealthKit',
};

const byKey = new Map(backgroundModes.map((mode) => [`${mode.key} ${mode.value}`, mode]));

/** `undefined` for what is no value of that key. */
export function modeOf(key: ModeKey, value: string): BackgroundMode | undefined {
  return byKey.get(`${key} ${value}`);
}

/** Whether the build system keeps the value for the platform. */
export function isKept(mode: BackgroundMode, platform: Platform): boolean {
  return mode.platforms.includes(platform === 'macCatalyst' ? 'iOS' : platform);
}
