/**
 * Live Activities, as data for the rules.
 * Source: developer.apple.com/documentation/activitykit/activity
 */

export const liveActivity = {
  module: 'ActivityKit',
  type: 'Activity',
  start: 'request',
  startLabel: 'attributes',
  /** With a date the system starts it later by itself. */
  scheduledLabel: 'start',
} as const;

/** Names in conditions that tell whether the app is in the foreground. */
export const foregroundTests: ReadonlySet<string> = new Set([
  'applicationState',
  'activationState',
  'scenePhase',
  'isActive',
  'isForeground',
  'isInForeground',
]);

/** Identifiers whose presence in a text makes it worth analysing. */
export const liveActivitySymbols: readonly string[] = [liveActivity.module];
