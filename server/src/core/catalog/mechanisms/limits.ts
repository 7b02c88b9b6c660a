/**
 * What people ask for and iOS does not allow: why, and what comes nearest.
 * Sources: developer.apple.com/forums/thread/685525 (iOS Background Execution Limits) and the threads of the topic
 * Background Tasks.
 */
import type { Goal } from './types';

const limitsThread = 'https://developer.apple.com/forums/thread/685525';
const testingThread = 'https://developer.apple.com/forums/thread/796528';

const all: readonly Omit<Goal, 'group'>[] = [
  {
    id: 'run-forever',
    title: 'Keep the app running all the time',
    words: [
      'keep alive',
      'forever',
      'continuously',
      'always on',
      'never suspend',
      'daemon',
      'service',
      'prevent termination',
    ],
    mechanisms: [
      'audio-playback',
      'location-updates',
      'bluetooth-central',
      'continued-processing',
      'silent-push',
    ],
    whyNot:
      'iOS suspends an app soon after it leaves the screen, and may end it at any time after that. There is no general way around it, and a mode that is used for something else is refused in review (2.5.4).',
    advice: 'Ask what the running is for: each real purpose has a mechanism of its own.',
    rules: ['silent-audio-keep-alive', 'background-task-renewed-on-expiration'],
  },
  {
    id: 'every-15-minutes',
    title: 'Run code every fifteen minutes',
    words: [
      'every 15 minutes',
      'every hour',
      'every minute',
      'interval',
      'periodic',
      'cron',
      'repeat',
      'poll',
      'setMinimumBackgroundFetchInterval',
    ],
    mechanisms: ['app-refresh', 'silent-push', 'processing', 'widget'],
    whyNot:
      'No mechanism has an interval. `earliestBeginDate` is the earliest moment, not the next one: iOS decides from how the app is used, and may not run it at all.',
    advice:
      'A server that pushes when there is news beats an app that asks; what can be worked out from the clock is worked out when the app is opened.',
    rules: ['short-earliest-begin-date', 'app-refresh-not-scheduled'],
  },
  {
    id: 'safety-monitor',
    title: 'Watch for dangers while people sleep',
    words: [
      'emergency',
      'safety',
      'monitoring',
      'every 30 minutes',
      'critical alert',
      'medical',
      'weather warning',
      'reliable',
    ],
    mechanisms: ['critical-alert', 'alarm', 'silent-push'],
    whyNot:
      'No app can look at something at fixed times, not for safety either: there is no entitlement for that.',
    advice:
      'Let a server watch, and push an alert when something is wrong. With a critical alert it sounds through silent mode.',
  },
  {
    id: 'exact-time',
    title: 'Run code at a certain time',
    words: ['at a time', 'midnight', 'schedule code', 'at 8 am', 'scheduled task', 'time of day'],
    mechanisms: ['local-notification', 'alarm', 'app-refresh'],
    whyNot:
      'Nothing starts code of an app at a given time. iOS can show something, ring, or switch a widget over at that time by itself.',
    advice: 'Prepare what has to appear, and leave the showing to the system.',
  },
  {
    id: 'timer-while-locked',
    title: 'Let a timer fire while the screen is locked',
    words: ['timer', 'NSTimer', 'Timer.scheduledTimer', 'DispatchSourceTimer', 'locked screen', 'stopwatch'],
    mechanisms: ['alarm', 'local-notification', 'live-activity'],
    whyNot:
      'A timer belongs to the process: it stands still while the app is suspended, and is gone when it is ended.',
    advice: 'Store the date at which it began, and work out the rest when the app comes back.',
    rules: ['timer-in-background'],
  },
  {
    id: 'network-server',
    title: 'Run a network server in the background',
    words: [
      'server',
      'socket',
      'listen',
      'HTTP server',
      'port',
      'NWListener',
      'peer to peer',
      'incoming connection',
      'Bonjour',
    ],
    mechanisms: ['silent-push', 'bluetooth-peripheral', 'background-task'],
    whyNot: 'A suspended app accepts no connection, and nothing wakes it for one.',
    advice:
      'A server of your own in between, which pushes. While the app is in front a listener works; it has to be opened again afterwards.',
  },
  {
    id: 'keep-socket',
    title: 'Keep a connection open in the background',
    words: ['websocket', 'MQTT', 'TCP', 'long polling', 'XMPP', 'chat', 'persistent connection', 'reconnect'],
    mechanisms: ['silent-push', 'alert-push', 'voip', 'background-task'],
    whyNot:
      'The connection goes down soon after the app is suspended, and no kind of socket is kept alive for it any more.',
    advice: 'Close it when the app leaves, let the server push meanwhile, and open it again on return.',
    rules: ['unsupported-background-session-api'],
  },
  {
    id: 'ipc-service',
    title: 'Let other apps of mine call this one',
    words: ['IPC', 'XPC', 'inter-process', 'app to app', 'service for another app', 'helper'],
    mechanisms: ['app-intent', 'silent-push'],
    whyNot:
      'Nothing wakes a suspended app for a call of another one. The helper extensions of iOS 26 can be called by their own app only, so they bring no time in the background.',
    advice:
      'Put the code into a package that both apps hold, and share data through an app group; URLs and App Intents hand over while people look.',
  },
  {
    id: 'after-force-quit',
    title: 'Come back after force quit',
    words: ['force quit', 'swipe away', 'killed by user', 'app switcher', 'terminated', 'kill'],
    mechanisms: ['alert-push', 'local-notification', 'region-monitoring'],
    whyNot:
      'Swiping an app away says that somebody does not want it to run. Launches in the background stop until the app is opened again, and there is no documented way around that.',
    advice:
      'Some events of location and VoIP have launched apps all the same; nobody documents which, and it has changed over time. A visible push or a notification still arrives.',
    links: [testingThread],
  },
  {
    id: 'after-restart',
    title: 'Start again after a crash or a restart of the device',
    words: ['reboot', 'restart', 'crash', 'boot', 'relaunch', 'launch at login'],
    mechanisms: ['region-monitoring', 'bluetooth-central', 'background-session', 'restoration'],
    whyNot:
      'Nothing starts an app by itself. Launches in the background begin after the device has been unlocked once, and when the mechanism has an event.',
    rules: ['created-too-late-for-background-launch'],
  },
  {
    id: 'know-of-termination',
    title: 'Know when the app is ended',
    words: [
      'detect termination',
      'applicationWillTerminate',
      'app killed',
      'last words',
      'prevent termination',
    ],
    mechanisms: ['restoration', 'background-task'],
    whyNot: 'A suspended app is ended without a word: `applicationWillTerminate` is not called for it.',
    advice: 'Save whenever something changes, and at the latest when the app goes to the background.',
    rules: ['work-in-will-terminate'],
  },
  {
    id: 'silent-audio',
    title: 'Play silence to stay awake',
    words: ['silent audio', 'keep alive', 'mute', 'trick', 'workaround', 'empty sound'],
    mechanisms: ['background-task', 'continued-processing'],
    whyNot: 'It works until review, and empties the battery: reviewers look for the sound (2.5.4).',
    rules: ['silent-audio-keep-alive'],
  },
  {
    id: 'more-than-thirty-seconds',
    title: 'Have more than thirty seconds of background task',
    words: [
      'extend background time',
      'three minutes',
      '180 seconds',
      'backgroundTimeRemaining',
      'renew',
      'longer',
      'expiration',
    ],
    mechanisms: ['continued-processing', 'processing', 'background-session'],
    whyNot:
      'All background tasks of an app share one allowance. A new task in the expiration handler adds nothing, and a task that is still open afterwards ends the app.',
    rules: [
      'background-task-renewed-on-expiration',
      'expiration-handler-does-not-end-task',
      'background-time-remaining-as-condition',
    ],
  },
  {
    id: 'quit-by-code',
    title: 'Quit the app by code',
    words: ['exit', 'quit button', 'abort', 'close app', 'terminate'],
    mechanisms: [],
    whyNot: 'It looks like a crash to people, and review refuses it.',
    links: ['https://developer.apple.com/library/archive/qa/qa1561/_index.html'],
    rules: ['app-terminates-itself'],
  },
  {
    id: 'know-of-carplay',
    title: 'Know in the background that CarPlay is connected',
    words: ['CarPlay detection', 'car', 'garage', 'driving', 'connected to car'],
    mechanisms: ['carplay', 'region-monitoring', 'app-intent', 'motion-history'],
    whyNot:
      'No event is delivered to a suspended app, and only apps of the granted categories are told while they are open in the car.',
    advice: 'People can set up an automation in Shortcuts that runs an App Intent when CarPlay connects.',
  },
  {
    id: 'know-of-others',
    title: 'Know in the background of other apps or calls',
    words: ['other app', 'frontmost app', 'phone call state', 'CXCallObserver', 'app opened', 'clipboard'],
    mechanisms: ['device-activity', 'app-intent'],
    whyNot: 'Apps do not see each other, and CallKit’s observer reports only while the app runs.',
  },
  {
    id: 'bring-to-front',
    title: 'Bring the app to the front',
    words: ['open automatically', 'foreground', 'launch UI', 'pop up', 'show screen'],
    mechanisms: ['alert-push', 'local-notification', 'voip', 'alarm'],
    whyNot: 'Only people open an app. Calls and alarms have a full screen of the system.',
  },
  {
    id: 'entitlement-for-modes',
    title: 'Get an entitlement for background modes',
    words: [
      'provisioning profile',
      'com.apple.developer.background-modes',
      'UIBackgroundModes entitlement',
      'developer portal',
      'capability missing',
      'TestFlight',
    ],
    mechanisms: [],
    whyNot:
      'There is none. Background modes are values of `UIBackgroundModes` in the Info.plist; an App ID needs nothing for them, and a profile cannot contain them. Take the invented key out of the entitlements and the build signs again.',
    links: ['https://developer.apple.com/documentation/xcode/configuring-background-execution-modes'],
    rules: ['misplaced-background-modes'],
  },
  {
    id: 'only-in-xcode',
    title: 'Have it work as it does when started from Xcode',
    words: [
      'works in Xcode',
      'debugger',
      'App Store build fails',
      'TestFlight',
      'Home Screen',
      'debug background code',
    ],
    mechanisms: [],
    whyNot:
      'The debugger keeps the app from being suspended, so that code in the background seems to work which iOS never lets run.',
    advice: 'Start the app from the Home Screen, log, and read the log afterwards.',
    links: [testingThread],
  },
];

/** The first link of each is Apple's overview. */
export const limits: readonly Goal[] = all.map((goal) => ({
  ...goal,
  group: 'What iOS does not allow',
  links: [limitsThread, ...(goal.links ?? [])],
}));
