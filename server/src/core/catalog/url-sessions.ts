/**
 * Background URL sessions: how they are made, and what they do not support.
 * Source: developer.apple.com/documentation/foundation/downloading-files-in-the-background
 */
import type { ApiMethod } from './obligations';

/** A call by the label that tells it apart; `undefined`: whatever its labels are. */
export interface LabelledCall {
  readonly name: string;
  readonly label: string | undefined;
}

export const sessionTypes: readonly string[] = ['URLSession', 'NSURLSession'];
export const configurationTypes: readonly string[] = ['URLSessionConfiguration', 'NSURLSessionConfiguration'];

/** Makes a configuration of a background session. */
export const backgroundConfiguration: ApiMethod = {
  owner: 'URLSessionConfiguration',
  swiftName: 'background',
  swiftLabels: [['withIdentifier']],
  objcSelectors: ['backgroundSessionConfigurationWithIdentifier:', 'backgroundSessionConfiguration:'],
};

/** Class methods of Objective-C that make a session. */
export const sessionSelectors: readonly string[] = [
  'sessionWithConfiguration:',
  'sessionWithConfiguration:delegate:delegateQueue:',
];

export const configurationLabels: readonly string[] = ['configuration', 'sessionWithConfiguration'];

/** Calls on a session that is only made to put an end to its transfers; nobody waits for their results. */
export const cleaningCalls: ReadonlySet<string> = new Set([
  'invalidateAndCancel',
  'finishTasksAndInvalidate',
  'getAllTasks',
  'getTasksWithCompletionHandler',
  'getAllTasksWithCompletionHandler',
  'reset',
  'flush',
]);

export type UnsupportedUse = 'completion-handler' | 'upload-from-memory' | 'data-task' | 'websocket';

interface UnsupportedRow {
  readonly entry: UnsupportedUse;
  readonly swift: readonly LabelledCall[];
  readonly objc: readonly string[];
}

/** What a background session does not do, for calls without a completion handler. */
export const unsupportedCalls: readonly UnsupportedRow[] = [
  {
    entry: 'completion-handler',
    swift: ['data', 'download', 'upload', 'bytes'].flatMap((name) =>
      ['for', 'from', 'resumeFrom'].map((label) => ({ name, label })),
    ),
    objc: [],
  },
  {
    entry: 'upload-from-memory',
    swift: [
      { name: 'uploadTask', label: 'from' },
      { name: 'uploadTask', label: 'withStreamedRequest' },
    ],
    objc: ['uploadTaskWithRequest:fromData:', 'uploadTaskWithStreamedRequest:'],
  },
  {
    entry: 'data-task',
    swift: [{ name: 'dataTask', label: 'with' }],
    objc: ['dataTaskWithURL:', 'dataTaskWithRequest:'],
  },
  {
    entry: 'websocket',
    swift: [
      { name: 'webSocketTask', label: 'with' },
      { name: 'streamTask', label: 'withHostName' },
      { name: 'streamTask', label: 'with' },
    ],
    objc: [
      'webSocketTaskWithURL:',
      'webSocketTaskWithURL:protocols:',
      'webSocketTaskWithRequest:',
      'streamTaskWithHostName:port:',
      'streamTaskWithNetService:',
    ],
  },
];

/** Calls that take a completion handler besides. */
export const transferCalls = {
  swift: ['dataTask', 'downloadTask', 'uploadTask'],
  objc: [
    'dataTaskWithURL:',
    'dataTaskWithRequest:',
    'downloadTaskWithURL:',
    'downloadTaskWithRequest:',
    'downloadTaskWithResumeData:',
    'uploadTaskWithRequest:fromFile:',
    'uploadTaskWithRequest:fromData:',
  ],
  handlerLabel: 'completionHandler',
} as const;

/** A data task can turn into a download that goes on in the background. */
export const becomesDownload: readonly string[] = [
  'urlSession(_:dataTask:didBecome:)',
  'URLSession:dataTask:didBecomeDownloadTask:',
];

export const finishedEvents = {
  swift: 'urlSessionDidFinishEvents(forBackgroundURLSession:)',
  objc: 'URLSessionDidFinishEventsForBackgroundURLSession:',
} as const;

export const finishedDownload = {
  swift: 'urlSession(_:downloadTask:didFinishDownloadingTo:)',
  objc: 'URLSession:downloadTask:didFinishDownloadingToURL:',
  /** Position of the temporary file's location. */
  location: 2,
} as const;

/** Delegate methods that say that a transfer, or all of them, has ended. */
export const sessionCallbacks: ReadonlySet<string> = new Set([
  finishedEvents.swift,
  finishedEvents.objc,
  finishedDownload.swift,
  finishedDownload.objc,
  'urlSession(_:task:didCompleteWithError:)',
  'URLSession:task:didCompleteWithError:',
]);

/** Protocols of a session's delegate. */
export const sessionDelegates: readonly string[] = [
  'Delegate',
  'TaskDelegate',
  'DownloadDelegate',
  'DataDelegate',
  'WebSocketDelegate',
].flatMap((name) => [`URLSession${name}`, `NSURLSession${name}`]);

/**
 * Settings of a configuration that decide how its transfers run, in small letters as both languages spell them.
 * Source: developer.apple.com/documentation/foundation/urlsessionconfiguration
 */
export const sessionSettings: ReadonlySet<string> = new Set([
  'timeoutintervalforrequest',
  'timeoutintervalforresource',
  'isdiscretionary',
  'discretionary',
  'sessionsendslaunchevents',
  'waitsforconnectivity',
  'allowscellularaccess',
  'allowsexpensivenetworkaccess',
  'allowsconstrainednetworkaccess',
  'httpmaximumconnectionsperhost',
  'httpadditionalheaders',
  'requestcachepolicy',
  'networkservicetype',
  'sharedcontaineridentifier',
  'shoulduseextendedbackgroundidlemode',
]);

/** Parts of those names as the two languages and setters write them. */
export const settingSymbols: readonly string[] = [
  'imeoutIntervalFor',
  'iscretionary',
  'essionSendsLaunchEvents',
  'aitsForConnectivity',
  'llowsCellularAccess',
  'llowsExpensiveNetworkAccess',
  'llowsConstrainedNetworkAccess',
  'aximumConnectionsPerHost',
  'AdditionalHeaders',
  'equestCachePolicy',
  'etworkServiceType',
  'haredContainerIdentifier',
  'ExtendedBackgroundIdleMode',
];

/** Classes of libraries whose `session` is a session of the system, by the module that declares them. */
export const sessionOwners: Readonly<Record<string, string>> = {
  AFURLSessionManager: 'AFNetworking',
  AFHTTPSessionManager: 'AFNetworking',
  SessionManager: 'Alamofire',
  Session: 'Alamofire',
};

/** Identifiers whose presence in a text makes it worth analysing. */
export const sessionSymbols: readonly string[] = [
  'withIdentifier',
  'backgroundSessionConfiguration',
  'DidFinishEvents',
  'didFinishDownloadingTo',
  'RestoreIdentifierKey',
  ...settingSymbols,
];
