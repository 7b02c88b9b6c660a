/**
 * The values of UIBackgroundModes and WKBackgroundModes: where they work, and what people write in their place. What
 * they mean is said in docs.ts.
 * Sources: developer.apple.com/documentation/bundleresources/information-property-list/uibackgroundmodes and
 * …/wkbackgroundmodes; for the platforms swift-build, InfoPlistProcessorTaskAction.swift.
 */
import type { Platform } from '../project/types';
import { modeDoc } from './docs';
import type { ModeKey } from './requirement-types';

export interface BackgroundMode {
  readonly value: string;
  readonly key: ModeKey;
  /** Platforms for which the build system keeps the value; Mac Catalyst follows iOS. */
  readonly platforms: readonly Platform[];
  readonly isObsolete?: boolean;
  /** A watch app has one of these at most. */
  readonly isExclusive?: boolean;
  /** What Xcode's property list editor shows in place of the value. */
  readonly editorLabel?: string;
  /** Names that people write for it. */
  readonly wrongNames?: readonly string[];
}

const appModes: readonly Omit<BackgroundMode, 'key'>[] = [
  {
    value: 'audio',
    platforms: ['iOS', 'tvOS', 'watchOS', 'visionOS'],
    editorLabel: 'App plays audio or streams audio/video using AirPlay',
    wrongNames: ['picture-in-picture', 'pip', 'airplay', 'audio-playback', 'background-audio'],
  },
  {
    value: 'location',
    platforms: ['iOS', 'watchOS'],
    editorLabel: 'App registers for location updates',
    wrongNames: ['location-updates', 'background-location', 'gps'],
  },
  {
    value: 'voip',
    platforms: ['iOS', 'watchOS', 'visionOS'],
    editorLabel: 'App provides Voice over IP services',
    wrongNames: ['voice-over-ip', 'call'],
  },
  {
    value: 'fetch',
    platforms: ['iOS', 'tvOS', 'visionOS'],
    editorLabel: 'App downloads content from the network',
    wrongNames: ['background-fetch', 'background-app-refresh', 'app-refresh'],
  },
  {
    value: 'remote-notification',
    platforms: ['iOS', 'tvOS', 'watchOS', 'visionOS'],
    editorLabel: 'App downloads content in response to push notifications',
    wrongNames: ['remote_notification', 'push', 'push-notification', 'push-notifications', 'silent-push'],
  },
  {
    value: 'processing',
    platforms: ['iOS', 'tvOS', 'visionOS'],
    editorLabel: 'App processes data in the background',
    wrongNames: ['background-processing', 'background-task', 'bgprocessing'],
  },
  {
    value: 'external-accessory',
    platforms: ['iOS'],
    editorLabel: 'App communicates with an accessory',
    wrongNames: ['accessory'],
  },
  {
    value: 'bluetooth-central',
    platforms: ['iOS', 'watchOS', 'visionOS'],
    editorLabel: 'App communicates using CoreBluetooth',
    wrongNames: ['bluetooth', 'bluetooth-le', 'ble'],
  },
  {
    value: 'bluetooth-peripheral',
    platforms: ['iOS'],
    editorLabel: 'App shares data using CoreBluetooth',
  },
  { value: 'nearby-interaction', platforms: ['iOS'], wrongNames: ['nearby', 'uwb'] },
  { value: 'push-to-talk', platforms: ['iOS'], wrongNames: ['ptt', 'pushtotalk', 'walkie-talkie'] },
  {
    value: 'screen-capture',
    platforms: ['iOS', 'visionOS'],
    wrongNames: ['screencapture', 'screen-recording'],
  },
  { value: 'network-authentication', platforms: ['iOS', 'visionOS'] },
  {
    value: 'newsstand-content',
    platforms: ['iOS'],
    isObsolete: true,
    editorLabel: 'App processes Newsstand Kit downloads',
  },
];

const watchSessions: readonly Omit<BackgroundMode, 'key' | 'platforms'>[] = [
  { value: 'workout-processing', wrongNames: ['workout'] },
  { value: 'self-care', isExclusive: true },
  { value: 'mindfulness', isExclusive: true },
  { value: 'physical-therapy', isExclusive: true },
  { value: 'alarm', isExclusive: true, wrongNames: ['smart-alarm'] },
  { value: 'underwater-depth' },
];

export const backgroundModes: readonly BackgroundMode[] = [
  ...appModes.map((mode): BackgroundMode => ({ ...mode, key: 'UIBackgroundModes' })),
  ...watchSessions.map(
    (mode): BackgroundMode => ({ ...mode, key: 'WKBackgroundModes', platforms: ['watchOS'] }),
  ),
];

/** Names that are taken for modes though what they stand for needs none. */
export const modelessNames: readonly string[] = [
  'network-extension',
  'vpn',
  'background-delivery',
  'healthkit',
];

/** The mode of exactly this value; `undefined` for what is no value of that key. */
export function modeOf(key: ModeKey, value: string): BackgroundMode | undefined {
  return backgroundModes.find((mode) => mode.key === key && mode.value === value);
}

/** Whether the build system keeps the value for the platform. */
export function isKept(mode: BackgroundMode, platform: Platform): boolean {
  return mode.platforms.includes(platform === 'macCatalyst' ? 'iOS' : platform);
}

/** What Xcode shows for the mode, in the property list editor or in the capability panel. */
export function labelsOf({ value, editorLabel }: BackgroundMode): readonly string[] {
  return [editorLabel, modeDoc(value)?.label].filter((label) => label !== undefined);
}

/** Whether a key of an Info.plist holds background modes. */
export function isModeKey(key: string): key is ModeKey {
  return key === 'UIBackgroundModes' || key === 'WKBackgroundModes';
}
