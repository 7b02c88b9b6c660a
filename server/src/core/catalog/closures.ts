/**
 * When well-known calls run the closures they are given. `sync`: before the call returns. `async`: after the
 * current function has returned. Calls that are not listed run theirs at an unknown time.
 */

export type ClosureTiming = 'sync' | 'async';

interface TimingRow {
  readonly timing: ClosureTiming;
  /** Swift base names and C functions. A capitalised name is an initialiser. */
  readonly names: readonly string[];
  /** Objective-C selectors. */
  readonly selectors: readonly string[];
  /** Only the closure with this label, when the call takes several. */
  readonly label?: string;
  /** Only on this receiver, as written. */
  readonly on?: string;
  /** Functions and initialisers; all other rows are methods of other objects. */
  readonly isFree?: true;
}

const rows: readonly TimingRow[] = [
  {
    timing: 'async',
    names: ['async', 'asyncAfter', 'notify', 'addOperation', 'addBarrierBlock', 'scheduledTimer'],
    selectors: [
      'addOperationWithBlock:',
      'addBarrierBlock:',
      'performBlock:',
      'scheduledTimerWithTimeInterval:repeats:block:',
      'timerWithTimeInterval:repeats:block:',
      'addObserverForName:object:queue:usingBlock:',
    ],
  },
  { timing: 'async', on: 'Task', names: ['init', 'detached'], selectors: [] },
  {
    timing: 'async',
    isFree: true,
    names: [
      'Task',
      'Timer',
      'NSTimer',
      'dispatch_async',
      'dispatch_after',
      'dispatch_barrier_async',
      'dispatch_group_async',
      'dispatch_group_notify',
      'CFRunLoopPerformBlock',
    ],
    selectors: [],
  },
  {
    timing: 'async',
    names: ['dataTask', 'downloadTask', 'uploadTask', 'requestAuthorization', 'getAllTasks'],
    selectors: [
      'dataTaskWithURL:completionHandler:',
      'dataTaskWithRequest:completionHandler:',
      'downloadTaskWithURL:completionHandler:',
      'downloadTaskWithRequest:completionHandler:',
      'uploadTaskWithRequest:fromData:completionHandler:',
      'uploadTaskWithRequest:fromFile:completionHandler:',
      'getAllTasksWithCompletionHandler:',
      'getTasksWithCompletionHandler:',
    ],
  },
  {
    timing: 'async',
    label: 'completion',
    names: ['animate', 'transition'],
    selectors: [
      'animateWithDuration:animations:completion:',
      'animateWithDuration:delay:options:animations:completion:',
    ],
  },
  {
    timing: 'sync',
    label: 'animations',
    names: ['animate', 'transition'],
    selectors: [
      'animateWithDuration:animations:',
      'animateWithDuration:animations:completion:',
      'animateWithDuration:delay:options:animations:completion:',
    ],
  },
  { timing: 'sync', on: 'MainActor', names: ['run'], selectors: [] },
  {
    timing: 'sync',
    names: [
      'sync',
      'asyncAndWait',
      'assumeIsolated',
      'performAndWait',
      'performWithoutAnimation',
      'withLock',
      'withLockUnchecked',
      'forEach',
      'map',
      'compactMap',
      'flatMap',
      'filter',
      'reduce',
      'first',
      'contains',
      'allSatisfy',
      'sorted',
    ],
    selectors: [
      'performBlockAndWait:',
      'performWithoutAnimation:',
      'enumerateObjectsUsingBlock:',
      'enumerateKeysAndObjectsUsingBlock:',
      'enumerateIndexesUsingBlock:',
    ],
  },
  {
    timing: 'sync',
    isFree: true,
    names: [
      'autoreleasepool',
      'withAnimation',
      'withTransaction',
      'withExtendedLifetime',
      'withUnsafePointer',
      'withUnsafeMutablePointer',
      'dispatch_sync',
      'dispatch_barrier_sync',
      'dispatch_async_and_wait',
      'dispatch_once',
    ],
    selectors: [],
  },
];

export interface ClosureCall {
  /** Swift base name, C function, initialised type or Objective-C selector. */
  readonly name: string;
  /** The receiver when it is a plain name; `undefined` with `isFree` false for other receivers. */
  readonly receiver: string | undefined;
  readonly isFree: boolean;
}

/** When the closure that `call` gets under `label` is run. */
export function closureTiming(call: ClosureCall, label: string | undefined): ClosureTiming | undefined {
  const matches = (row: TimingRow): boolean =>
    (row.names.includes(call.name) || row.selectors.includes(call.name)) &&
    (row.isFree ?? false) === call.isFree &&
    (row.on === undefined || row.on === call.receiver) &&
    (row.label === undefined || row.label === label);
  return rows.find(matches)?.timing;
}
