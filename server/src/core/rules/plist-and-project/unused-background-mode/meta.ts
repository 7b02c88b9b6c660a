import type { EntryMeta, RuleMeta } from '../../types';
import { examples } from './examples';

const entries: readonly EntryMeta[] = [
  {
    key: 'audio',
    title: 'audio without code that plays or records',
    severity: 'warning',
    confidence: 'medium',
    why: 'Review looks for sound that goes on in the background, and refuses apps that declare the mode without it.',
  },
  {
    key: 'voip',
    title: 'voip without code that makes calls',
    severity: 'warning',
    why: 'The mode keeps no connection alive any more: it serves PushKit and CallKit alone. Review refuses apps that declare it without calls.',
  },
  {
    key: 'push-to-talk',
    title: 'push-to-talk without the framework',
    confidence: 'medium',
    minOS: 'iOS 16',
    why: 'The mode serves Push to Talk channels alone.',
  },
  {
    key: 'remote-notification',
    title: 'remote-notification without a registration for pushes',
    severity: 'hint',
    confidence: 'medium',
    minOS: 'iOS 7',
    why: 'A silent push needs a device token, which the app gets when it registers.',
  },
  {
    key: 'location',
    title: 'location without code that asks for the location',
    why: 'The mode lets updates of Core Location go on in the background. Review refuses it where there are none.',
  },
  {
    key: 'location-monitoring-only',
    title: 'location where the app only monitors',
    severity: 'warning',
    why: 'Regions, visits and significant changes wake or launch the app without the mode. Declaring it without continuous updates is a frequent reason for rejection.',
  },
  {
    key: 'fetch',
    title: 'fetch without app refresh or background fetch',
    why: 'Only app refresh tasks and the older background fetch are run for this mode.',
  },
  {
    key: 'processing',
    title: 'processing without a processing task',
    why: 'Only processing and health research tasks are run for this mode; continued tasks need none.',
  },
  {
    key: 'bluetooth-central',
    title: 'bluetooth-central without a central manager',
    why: 'The mode serves centrals of Core Bluetooth alone.',
  },
  {
    key: 'bluetooth-peripheral',
    title: 'bluetooth-peripheral without a peripheral manager',
    why: 'The mode serves peripherals of Core Bluetooth alone.',
  },
  {
    key: 'external-accessory',
    title: 'external-accessory without External Accessory code',
    why: 'The mode serves sessions with accessories of the MFi programme alone.',
  },
  {
    key: 'nearby-interaction',
    title: 'nearby-interaction without a session',
    why: 'The mode serves sessions of Nearby Interaction alone.',
  },
  {
    key: 'network-authentication',
    title: 'network-authentication without a hotspot helper',
    why: 'The mode serves hotspot helpers alone.',
  },
  {
    key: 'screen-capture',
    title: 'screen-capture without ScreenCaptureKit',
    why: 'The mode serves streams of ScreenCaptureKit alone.',
  },
  {
    key: 'watch-session',
    title: 'A session of the watch without code that begins it',
    why: 'Workouts, extended runtime sessions and dives have one value each, which does nothing without the session.',
  },
];

export const meta: RuleMeta = {
  id: 'unused-background-mode',
  family: 'plist-and-project',
  title: 'A background mode is declared, but nothing uses it',
  why: 'A mode without its code has no effect, and App Review refuses apps that declare more than they do (guideline 2.5.4). Sometimes it shows that an implementation was forgotten.',
  consequence: 'rejection',
  severity: 'information',
  confidence: 'high',
  tier: 1,
  languages: ['plist', 'swift', 'objc'],
  scope: 'target',
  needs: ['info-plist', 'platform', 'sources-complete', 'dependencies'],
  minOS: 'iOS 4',
  tag: 'unnecessary',
  fix: 'Remove the value, or write the code that it is for. Nothing is said while part of the app cannot be seen: packages and frameworks that are built elsewhere, other languages, classes that are looked up by name.',
  sources: [
    'https://developer.apple.com/app-store/review/guidelines/#2.5.4',
    'https://developer.apple.com/documentation/xcode/configuring-background-execution-modes',
    'https://developer.apple.com/documentation/corelocation/handling-location-updates-in-the-background',
    'https://github.com/katzer/cordova-plugin-background-mode/issues/233',
    'https://github.com/expo/expo/issues/7255',
    'https://github.com/jeromexiong/audio_manager/issues/93',
  ],
  entries,
  examples,
};
