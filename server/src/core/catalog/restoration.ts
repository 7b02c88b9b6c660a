/**
 * Identifiers under which iOS restores something after a relaunch, and values that differ at every launch.
 * Source: developer.apple.com/documentation/technotes/tn3115-bluetooth-state-restoration-app-relaunch-rules
 */

/** Keys of the options with which a Bluetooth manager is made. */
export const restoreIdentifierKeys: readonly string[] = [
  'CBCentralManagerOptionRestoreIdentifierKey',
  'CBPeripheralManagerOptionRestoreIdentifierKey',
];

/** Objects that are new every time when they are made without arguments. */
export const unstableTypes: ReadonlySet<string> = new Set(['UUID', 'NSUUID', 'Date', 'NSDate']);

/** Class methods of Objective-C that make such an object, by class. */
export const unstableSelectors: Readonly<Record<string, string>> = { NSUUID: 'UUID', NSDate: 'date' };

/** Functions that answer something else at every launch. */
export const unstableFunctions: ReadonlySet<string> = new Set([
  'arc4random',
  'arc4random_uniform',
  'getpid',
  'time',
  'random',
  'CFAbsoluteTimeGetCurrent',
  'CACurrentMediaTime',
]);

/** Properties of NSProcessInfo. */
export const unstableProcessMembers: ReadonlySet<string> = new Set([
  'processIdentifier',
  'globallyUniqueString',
  'systemUptime',
]);

export const processTypes: readonly string[] = ['ProcessInfo', 'NSProcessInfo'];

/** Methods that make text of what they are called on or given. */
export const textMethods: ReadonlySet<string> = new Set([
  'description',
  'UUIDString',
  'stringValue',
  'lowercased',
  'uppercased',
  'lowercaseString',
  'uppercaseString',
  'appending',
  'prefix',
  'suffix',
  'stringByAppendingString:',
  'stringByAppendingFormat:',
  'stringWithFormat:',
  'timeIntervalSince1970',
]);
