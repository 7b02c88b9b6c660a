/**
 * What apps do when they come and go: callbacks, objects that have to live on, timers, and calls that end the app.
 * Sources: the pages on developer.apple.com that the metadata of the rules names.
 */
import type { DelegateMethod } from './calls';

/** Objects that do their work for as long as somebody holds them. */
export interface LivingObject {
  readonly entry: string;
  readonly type: string;
  /** For the property of a fix. */
  readonly isFailable?: true;
  /** What goes away with it. */
  readonly effect: string;
}

export const livingObjects: readonly LivingObject[] = [
  {
    entry: 'pip-controller',
    type: 'AVPictureInPictureController',
    isFailable: true,
    effect: 'it is released at once, and Picture in Picture never starts',
  },
  {
    entry: 'push-registry',
    type: 'PKPushRegistry',
    effect: 'tokens and pushes are promised only while it lives',
  },
  {
    entry: 'background-activity-session',
    type: 'CLBackgroundActivitySession',
    effect: 'it is released at once, and location updates stop in the background',
  },
  {
    entry: 'service-session',
    type: 'CLServiceSession',
    effect: 'it is released at once, and the authorization that it asks for ends',
  },
  {
    entry: 'extended-runtime-session',
    type: 'WKExtendedRuntimeSession',
    effect: 'it is released at once, and the session ends at once',
  },
];

/** Callbacks of the app delegate that a scene-based app does not get → who gets them instead. */
export const sceneCallbacks: Readonly<Record<string, string>> = {
  applicationDidEnterBackground: 'sceneDidEnterBackground',
  applicationWillEnterForeground: 'sceneWillEnterForeground',
  applicationDidBecomeActive: 'sceneDidBecomeActive',
  applicationWillResignActive: 'sceneWillResignActive',
};

export const sceneManifest = {
  key: 'UIApplicationSceneManifest',
  generatedBy: 'UIApplicationSceneManifest_Generation',
  configurations: 'UISceneConfigurations',
  windowRole: 'UIWindowSceneSessionRoleApplication',
} as const;

/** Modes in which code goes on running after the app has left the foreground. */
export const runningModes: ReadonlySet<string> = new Set([
  'audio',
  'location',
  'voip',
  'external-accessory',
  'bluetooth-central',
  'bluetooth-peripheral',
  'push-to-talk',
]);

/** Seconds for which a delayed block may count on the time after the last callback. */
export const longDelay = 25;

/** Timers: where the interval stands, and whether it says that it repeats. Swift base names, selectors, C functions. */
export const timerCalls = {
  types: new Set(['Timer', 'NSTimer']),
  swift: new Set(['scheduledTimer', 'Timer']),
  selectors: /^(?:scheduledTimer|timer)WithTimeInterval:/,
  intervalLabels: new Set([
    'withTimeInterval',
    'timeInterval',
    'scheduledTimerWithTimeInterval',
    'timerWithTimeInterval',
  ]),
} as const;

/** Selectors of the task scheduler that only a debugger may send. */
export const simulationSelectors: ReadonlySet<string> = new Set([
  '_simulateLaunchForTaskWithIdentifier:',
  '_simulateExpirationForTaskWithIdentifier:',
]);

/** Methods of UIApplication that nobody but the system may call, without a colon. */
export const privateAppSelectors: ReadonlySet<string> = new Set(['suspend', 'terminateWithSuccess']);

/** C functions that end the process on the spot. */
export const exitFunctions: ReadonlySet<string> = new Set(['exit', '_exit']);

export const willTerminateMethod: DelegateMethod = {
  swift: ['applicationWillTerminate(_:)'],
  objc: ['applicationWillTerminate:'],
  protocol: 'UIApplicationDelegate',
};

export const willTerminateNotifications: ReadonlySet<string> = new Set([
  'willTerminateNotification',
  'UIApplicationWillTerminateNotification',
]);

/** Calls that ask for time or for a launch in the background. Swift base names and selectors. */
export interface LaterWork {
  /** What is asked for: to be launched again, or to go on running. */
  readonly asks: 'launch' | 'time';
  readonly on: string;
  readonly swift: string;
  readonly objc: string;
}

export const laterWork: readonly LaterWork[] = [
  { asks: 'launch', on: 'BGTaskScheduler', swift: 'submit', objc: 'submitTaskRequest:error:' },
  {
    asks: 'launch',
    on: 'CLLocationManager',
    swift: 'startMonitoringSignificantLocationChanges',
    objc: 'startMonitoringSignificantLocationChanges',
  },
  { asks: 'launch', on: 'CLLocationManager', swift: 'startMonitoringVisits', objc: 'startMonitoringVisits' },
  { asks: 'launch', on: 'CLLocationManager', swift: 'startMonitoring', objc: 'startMonitoringForRegion:' },
  { asks: 'time', on: 'CLLocationManager', swift: 'startUpdatingLocation', objc: 'startUpdatingLocation' },
  {
    asks: 'time',
    on: 'UIApplication',
    swift: 'beginBackgroundTask',
    objc: 'beginBackgroundTaskWithExpirationHandler:',
  },
  {
    asks: 'time',
    on: 'UIApplication',
    swift: 'beginBackgroundTask',
    objc: 'beginBackgroundTaskWithName:expirationHandler:',
  },
];

/** Members of a session's configuration that a background session ignores. */
export const ignoredInBackground: ReadonlySet<string> = new Set(['waitsForConnectivity']);
/** Members that mean something for background sessions alone, in both languages. */
export const backgroundOnly: ReadonlySet<string> = new Set([
  'sessionSendsLaunchEvents',
  'isDiscretionary',
  'discretionary',
]);
/** Where configurations of other sessions come from. */
export const foregroundConfigurations: ReadonlySet<string> = new Set([
  'default',
  'ephemeral',
  'defaultSessionConfiguration',
  'ephemeralSessionConfiguration',
]);

export const duplicatesKey = 'CBCentralManagerScanOptionAllowDuplicatesKey';

export const gpuResource = {
  member: 'requiredResources',
  check: 'supportedResources',
  swift: 'gpu',
  objc: 'BGContinuedProcessingTaskRequestResourcesGPU',
} as const;

export const pictureCheck = 'isPictureInPictureSupported';

/** Types that exist once there is something to see. */
export const viewTypes: ReadonlySet<string> = new Set([
  'UIViewController',
  'UITableViewController',
  'UICollectionViewController',
  'UITabBarController',
  'UINavigationController',
  'UIView',
  'View',
]);

/** Names of functions that somebody's tap runs, or somebody's login. */
export const userActions =
  /(?:Tapped|Pressed|Clicked|TouchUpInside)$|^(?:didTap|onTap|login|logIn|signIn)(?![a-z])/;

/** Identifiers whose presence in a text makes it worth analysing. */
export const lifecycleSymbols: readonly string[] = [
  ...livingObjects.map(({ type }) => type),
  'DidEnterBackground',
  'scenePhase',
  ...simulationSelectors,
  'NSXPCConnection.suspend',
  'URLSessionTask.suspend',
  '"suspend"',
  'terminateWithSuccess',
  'exit(',
  'applicationWillTerminate',
  'illTerminateNotification',
  'waitsForConnectivity',
  'sessionSendsLaunchEvents',
  'iscretionary',
  duplicatesKey,
  gpuResource.member,
].map((name) => name.replace(/:$/, ''));
