/** Calls that do not return until something else has happened. */

/**
 * `wait`: for other code. `sleep`: for some time. `load`: for data from the network, or from wherever a URL leads to.
 */
export type BlockingKind = 'wait' | 'sleep' | 'load';

export interface BlockingCall {
  readonly kind: BlockingKind;
  /** Swift base names, C functions and selectors. */
  readonly names: readonly string[];
  /** Classes of the receiver; `undefined` for free functions. */
  readonly owners?: readonly string[];
  /** Position of the argument that limits the wait, where there can be one. */
  readonly limit?: number;
  /** Units of a sleep's argument in a second. */
  readonly perSecond?: number;
}

export const blockingCalls: readonly BlockingCall[] = [
  { kind: 'sleep', names: ['sleep'], perSecond: 1 },
  { kind: 'sleep', names: ['usleep'], perSecond: 1_000_000 },
  {
    kind: 'sleep',
    names: ['sleep', 'sleepForTimeInterval:', 'sleepUntilDate:'],
    owners: ['Thread', 'NSThread'],
    perSecond: 1,
  },
  {
    kind: 'wait',
    names: ['wait'],
    owners: ['DispatchSemaphore', 'DispatchGroup', 'DispatchWorkItem'],
    limit: 0,
  },
  {
    kind: 'wait',
    names: ['dispatch_semaphore_wait', 'dispatch_group_wait', 'dispatch_block_wait'],
    limit: 1,
  },
  {
    kind: 'wait',
    names: ['waitUntilAllOperationsAreFinished'],
    owners: ['OperationQueue', 'NSOperationQueue'],
  },
  {
    kind: 'wait',
    names: ['waitUntilFinished'],
    owners: ['Operation', 'BlockOperation', 'NSOperation', 'NSBlockOperation'],
  },
  {
    kind: 'load',
    names: ['sendSynchronousRequest', 'sendSynchronousRequest:returningResponse:error:'],
    owners: ['NSURLConnection'],
  },
];

/** Types that read the whole content of a URL when they are made so. */
export const loadingTypes: ReadonlySet<string> = new Set(['Data', 'NSData', 'String', 'NSString']);
export const loadingLabels: ReadonlySet<string> = new Set([
  'contentsOf',
  'initWithContentsOfURL',
  'initWithContentsOfURL:options:error:',
]);
export const loadingSelectors: ReadonlySet<string> = new Set([
  'dataWithContentsOfURL:',
  'dataWithContentsOfURL:options:error:',
  'stringWithContentsOfURL:encoding:error:',
]);

/** Values of a limit that make the call wait for ever. */
export const endlessLimits: ReadonlySet<string> = new Set(['distantFuture', 'DISPATCH_TIME_FOREVER']);

/** Sleeping for less is no trouble yet, in seconds. */
export const shortSleep = 0.5;

/** What runs a closure on the main queue and waits for it. */
export const mainQueueSync = {
  methods: ['sync', 'asyncAndWait'],
  functions: ['dispatch_sync', 'dispatch_async_and_wait', 'dispatch_barrier_sync'],
} as const;
