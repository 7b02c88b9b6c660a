/** Calls that start work which goes on after they return, and calls that wait for such work. */

/** Methods of URL sessions that, given a closure, transfer in the process: background sessions take none. */
export const sessionTaskMethods: ReadonlySet<string> = new Set([
  'dataTask',
  'downloadTask',
  'uploadTask',
  'dataTaskWithURL',
  'dataTaskWithRequest',
  'downloadTaskWithURL',
  'downloadTaskWithRequest',
  'uploadTaskWithRequest',
]);

/** Methods of URL sessions that are awaited. Their names say little without the receiver. */
export const awaitedTransfers: ReadonlySet<string> = new Set(['data', 'download', 'upload', 'bytes']);

/** Queries of HealthKit that answer through a closure. */
export const healthQueries: ReadonlySet<string> = new Set([
  'HKAnchoredObjectQuery',
  'HKSampleQuery',
  'HKStatisticsQuery',
]);

/** Swift base names and first selector pieces of reports of a call. */
export const callReports: ReadonlySet<string> = new Set([
  'reportNewIncomingCall',
  'reportNewIncomingCallWithUUID',
]);

/** Whether a call blocks its thread until other work says that it is done: a semaphore, a group, an operation. */
export function blocksForOthers(name: string): boolean {
  return /^(?:wait(?:Until\w+|ForAll\w*)?|dispatch_(?:semaphore|group)_wait)$/.test(name);
}

/** Whether a call may wait for work that was started before. */
export function mayWait(name: string): boolean {
  return /wait|sync$|asyncAndWait|run(?:Until|Mode)|beforeDate/i.test(name);
}
