/**
 * The time an app gets in the background, and callbacks in which it must not be wasted, as data for the rules.
 * Sources: developer.apple.com/documentation/uikit/uiapplication/backgroundtimeremaining and the pages that the
 * metadata of the rules names.
 */

/** Where the remaining time is read. */
export const remainingTime = { owner: 'UIApplication', name: 'backgroundTimeRemaining' } as const;

/** What stands for "no limit" beside the remaining time: the app is in the foreground. */
export const noLimitNames: ReadonlySet<string> = new Set([
  'greatestFiniteMagnitude',
  'infinity',
  'DBL_MAX',
  'CGFLOAT_MAX',
  'FLT_MAX',
]);

/** Seconds from which on a comparison can only mean "no limit": the background never lasts that long. */
export const noLimitSeconds = 3600;

/** Integer types whose initialiser traps for a number that is out of their range. */
export const integerTypes: ReadonlySet<string> = new Set([
  'Int',
  'Int8',
  'Int16',
  'Int32',
  'Int64',
  'UInt',
  'UInt8',
  'UInt16',
  'UInt32',
  'UInt64',
]);

/** Functions and methods that leave a number as large as it was. */
export const roundingNames: ReadonlySet<string> = new Set(['rounded', 'floor', 'ceil', 'round', 'trunc']);

export const expiringActivity = {
  owners: ['ProcessInfo', 'NSProcessInfo'],
  singleton: 'processInfo',
  swiftName: 'performExpiringActivity',
  objcSelector: 'performExpiringActivityWithReason:usingBlock:',
} as const;

/** Methods that the system calls when the app or a scene is about to be suspended. */
export const backgroundCallbacks: ReadonlySet<string> = new Set([
  'applicationDidEnterBackground(_:)',
  'applicationDidEnterBackground:',
  'sceneDidEnterBackground(_:)',
  'sceneDidEnterBackground:',
]);

/** Methods that the system calls again and again while the app runs, whatever the app is doing. */
export const repeatedCallbacks: ReadonlySet<string> = new Set([
  ...backgroundCallbacks,
  'applicationWillResignActive(_:)',
  'applicationWillResignActive:',
  'sceneWillResignActive(_:)',
  'sceneWillResignActive:',
]);

/** Base names and first selector pieces of methods that the system calls when the app comes back. */
export const returningCallbacks: ReadonlySet<string> = new Set([
  'applicationWillEnterForeground',
  'applicationDidBecomeActive',
  'sceneWillEnterForeground',
  'sceneDidBecomeActive',
]);

/** Names of the notifications that say the same as those. */
export const returningNotifications: ReadonlySet<string> = new Set([
  'willEnterForegroundNotification',
  'didBecomeActiveNotification',
  'UIApplicationWillEnterForegroundNotification',
  'UIApplicationDidBecomeActiveNotification',
  'UISceneWillEnterForegroundNotification',
  'UISceneDidActivateNotification',
]);

/** Names of the notifications that say the same as the background callbacks. */
export const backgroundNotifications: ReadonlySet<string> = new Set([
  'didEnterBackgroundNotification',
  'UIApplicationDidEnterBackgroundNotification',
  'UISceneDidEnterBackgroundNotification',
]);

/** Methods of Push to Talk delegates that hold the system up until they return. */
export const pushToTalkCallbacks: ReadonlySet<string> = new Set([
  'channelDescriptor(restoredChannelUUID:)',
  'channelDescriptorForRestoredChannelUUID:',
  'incomingPushResult(channelManager:channelUUID:pushPayload:)',
  'incomingPushResultForChannelManager:channelUUID:pushPayload:',
]);

/** Identifiers whose presence in a text makes it worth analysing. */
export const backgroundTimeSymbols: readonly string[] = [
  remainingTime.name,
  expiringActivity.swiftName,
  'channelDescriptor',
  'incomingPushResult',
];
