/**
 * What app extensions cannot use.
 * Source: developer.apple.com/library/archive/documentation/General/Conceptual/ExtensibilityPG/ExtensionOverview.html
 */

/** The object that stands for the app; no extension has one. */
export const sharedApplication = {
  type: 'UIApplication',
  members: ['shared', 'sharedApplication'] as readonly string[],
  selector: 'sharedApplication',
  /** Beginnings of names of both languages. */
  backgroundMembers: [
    'beginBackgroundTask',
    'endBackgroundTask',
    'backgroundTimeRemaining',
  ] as readonly string[],
  /** Marks what an extension cannot call in Objective-C. */
  unavailableMacros: ['NS_EXTENSION_UNAVAILABLE', 'API_UNAVAILABLE'] as readonly string[],
} as const;

/** Without it a background session of an extension has nowhere to put its files. */
export const sharedContainer = 'sharedContainerIdentifier';
