/**
 * Location in the background.
 * Source: developer.apple.com/documentation/corelocation/handling-location-updates-in-the-background
 */

/** Objects that are active from the moment they are created, if the app is in use then. */
export const locationSessions: readonly string[] = ['CLBackgroundActivitySession', 'CLServiceSession'];

/** Values of desiredAccuracy by their names in both languages. */
export const finestAccuracies: ReadonlySet<string> = new Set([
  'kCLLocationAccuracyBest',
  'kCLLocationAccuracyBestForNavigation',
]);

export const coarseAccuracies: ReadonlySet<string> = new Set([
  'kCLLocationAccuracyKilometer',
  'kCLLocationAccuracyThreeKilometers',
  'kCLLocationAccuracyReduced',
]);

/** A distance filter above this is said to let the system suspend the app, in metres. */
export const largeDistanceFilter = 100;
