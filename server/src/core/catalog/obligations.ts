/**
 * Things that code begins and then owes an end, as data for the obligations analysis.
 * Source: developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(expirationhandler:)
 */

/** A method in the spellings of both languages. */
export interface ApiMethod {
  readonly owner: string;
  readonly swiftName: string;
  /** Label lists under which Swift calls it; a first trailing closure counts under its parameter's label. */
  readonly swiftLabels: readonly (readonly (string | undefined)[])[];
  readonly objcSelectors: readonly string[];
}

export interface Obligation {
  readonly name: string;
  readonly begins: ApiMethod;
  readonly dischargedBy: readonly ApiMethod[];
  /** Label of the closure in which the discharge has to happen before the closure returns. */
  readonly expirationLabel: string;
  /** Names of values that stand for "nothing was begun". */
  readonly emptyTokens: readonly string[];
  readonly tokenType: string;
}

export const backgroundTaskObligation: Obligation = {
  name: 'uiapplication-background-task',
  begins: {
    owner: 'UIApplication',
    swiftName: 'beginBackgroundTask',
    swiftLabels: [[], ['withName'], ['expirationHandler'], ['withName', 'expirationHandler']],
    objcSelectors: [
      'beginBackgroundTaskWithExpirationHandler:',
      'beginBackgroundTaskWithName:expirationHandler:',
    ],
  },
  dischargedBy: [
    {
      owner: 'UIApplication',
      swiftName: 'endBackgroundTask',
      swiftLabels: [[undefined]],
      objcSelectors: ['endBackgroundTask:'],
    },
  ],
  expirationLabel: 'expirationHandler',
  emptyTokens: ['invalid', 'UIBackgroundTaskInvalid'],
  tokenType: 'UIBackgroundTaskIdentifier',
};

/** Tasks of the BackgroundTasks framework; their `expirationHandler` has to stop or complete the work. */
export const scheduledTaskTypes: readonly string[] = [
  'BGTask',
  'BGAppRefreshTask',
  'BGProcessingTask',
  'BGHealthResearchTask',
  'BGContinuedProcessingTask',
];

/**
 * Strings whose presence in a text makes it worth analysing. An extension of a type may hand its identifier to a helper
 * without naming UIKit at all, so the names that people give to such identifiers count as well.
 */
export const obligationSymbols: readonly string[] = [
  'ackgroundTask',
  'bgTask',
  'BgTask',
  'expirationHandler',
  'setExpirationHandler',
];
