/**
 * Identifiers under which iOS restores something after a relaunch, and values that differ at every launch.
 * Source: developer.apple.com/documentation/technotes/tn3115-bluetooth-state-restoration-app-relaunch-rules
 */

/** A Bluetooth manager that iOS can restore. */
export interface RestorableManager {
  readonly type: string;
  /** Of its options: the identifier under which it is restored. */
  readonly key: string;
  /** The delegate method that is given what was restored: full name, base name, selector. */
  readonly swift: string;
  readonly swiftName: string;
  readonly objc: string;
}

export const restorableManagers: readonly RestorableManager[] = [
  {
    type: 'CBCentralManager',
    key: 'CBCentralManagerOptionRestoreIdentifierKey',
    swift: 'centralManager(_:willRestoreState:)',
    swiftName: 'centralManager',
    objc: 'centralManager:willRestoreState:',
  },
  {
    type: 'CBPeripheralManager',
    key: 'CBPeripheralManagerOptionRestoreIdentifierKey',
    swift: 'peripheralManager(_:willRestoreState:)',
    swiftName: 'peripheralManager',
    objc: 'peripheralManager:willRestoreState:',
  },
];

/** Label of the state in Swift and in Objective-C. */
export const restoredStateLabel = 'willRestoreState';

/** Keys of the options with which a Bluetooth manager is made. */
export const restoreIdentifierKeys: readonly string[] = restorableManagers.map(({ key }) => key);

/** Whoever takes the state back is to be known, wherever its type is declared. */
export const restorationSymbols: readonly string[] = [restoredStateLabel];

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

/** Types of numbers, whose `random(in:)` answers another one each time. */
export const numberTypes = /^U?Int(?:8|16|32|64)?$|^(?:Double|Float|CGFloat)$/;

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
