/** Steps for everything that an app does in the background. */
import type { ManualStep } from './types';

const testing = 'https://developer.apple.com/forums/thread/796528';
const limits = 'https://developer.apple.com/forums/thread/685525';
const appleDocs = 'https://developer.apple.com/documentation';
const lifeCycle = `${appleDocs}/uikit/managing-your-app-s-life-cycle`;

/** Modes with which the system launches an app that does not run. */
export const launchingModes: readonly string[] = [
  'location',
  'voip',
  'fetch',
  'remote-notification',
  'processing',
  'bluetooth-central',
  'bluetooth-peripheral',
  'external-accessory',
  'push-to-talk',
];

/** APIs that do the same without a mode. */
export const launchingApis: readonly string[] = [
  'background-session-configuration',
  'health-background-delivery',
  'launching-location-start',
];

const launching = { modes: launchingModes, apis: launchingApis };

export const generalSteps: readonly ManualStep[] = [
  {
    id: 'device',
    title: 'On a device',
    how: 'Install the app on an iPhone, iPad or Apple Watch: a simulator suspends, wakes and throttles apps differently, and some background work never starts there. TestFlight comes closest to what customers get.',
    appliesTo: 'everything',
    sources: [testing],
  },
  {
    id: 'without-debugger',
    title: 'Without the debugger',
    how: 'Run once from Xcode, stop, then open the app from the Home Screen. As long as the debugger is attached the system never suspends the app. Read afterwards what it has logged with `Logger`.',
    appliesTo: 'everything',
    sources: [testing],
  },
  {
    id: 'left-for-minutes',
    title: 'Left for several minutes',
    how: 'Leave the app in the middle of what it does, use other apps for five minutes, then come back. Work that has begun is finished or goes on, nothing is lost, and no crash report says `0x8badf00d`.',
    appliesTo: 'everything',
    sources: [`${appleDocs}/uikit/extending-your-app-s-background-execution-time`, lifeCycle],
  },
  {
    id: 'refresh-off',
    title: 'With Background App Refresh off',
    how: 'In *Settings ▸ General ▸ Background App Refresh* try all three: off for every app, off for this app alone, on for both. More than app refresh obeys the switch. With it off, the app still catches up when it is opened.',
    appliesTo: 'everything',
    sources: [testing],
  },
  {
    id: 'low-power',
    title: 'In Low Power Mode',
    how: 'Switch on *Settings ▸ Battery ▸ Low Power Mode*, leave the app and wait. The system puts off what can wait; what the person asked for has to go on all the same.',
    appliesTo: 'everything',
    sources: [testing],
  },
  {
    id: 'force-quit',
    title: 'After force quit',
    how: 'Swipe the app away in the app switcher, then cause what would wake it. As a rule it is not launched in the background until somebody opens it again; only some events of location and VoIP may do so, and which is documented nowhere. No text in the app promises otherwise, and the next launch catches up.',
    appliesTo: launching,
    sources: [limits, testing],
  },
  {
    id: 'ended-by-system',
    title: 'After the system has ended it',
    how: 'Stop the app in Xcode, or have a debug-only button call `exit`: swiping it away would be force quit, which is something else. Then cause what wakes it. The launch in the background finds its handlers and delegates, and shows no user interface.',
    appliesTo: launching,
    sources: [testing],
  },
  {
    id: 'before-first-unlock',
    title: 'Restarted and not unlocked yet',
    how: 'Restart the device, do not enter the passcode, and cause what wakes the app. Protected files and Keychain items cannot be read before the first unlock: the app has to wait or do without, and must not sign anybody out.',
    appliesTo: launching,
    sources: [testing, `${appleDocs}/uikit/encrypting-your-app-s-files`],
  },
  {
    id: 'locked',
    title: 'On a locked device',
    how: 'Lock the device and wait a minute. Files with complete protection become unreadable some ten seconds later: whatever runs in the background has to open and write its files nevertheless.',
    appliesTo: 'everything',
    sources: [`${appleDocs}/uikit/encrypting-your-app-s-files`, testing],
  },
  {
    id: 'poor-network',
    title: 'On a poor network',
    how: 'Choose a slow profile in *Settings ▸ Developer ▸ Network Link Conditioner*, then switch to Airplane Mode in the middle of the work. It ends in time, tells the truth about what failed, and tries again later.',
    appliesTo: {
      modes: ['audio', 'voip', 'fetch', 'processing', 'remote-notification', 'push-to-talk'],
      apis: ['background-session-configuration'],
    },
    sources: [testing],
  },
];
