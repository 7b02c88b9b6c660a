/** The capabilities of all targets, with their states. */
import type { ApiPlace, Place } from './places';

/** Request without parameters; answers a `Checklist`. */
export const checklistMethod = 'backgroundModes/checklist';
/** Notification without parameters: an answer of `checklistMethod` may be out of date. Several changes give one. */
export const checklistChangedMethod = 'backgroundModes/checklistChanged';

export interface Checklist {
  /** The workspace is still being read; targets may be missing and their states may change. */
  readonly isLoading: boolean;
  /** Sorted: apps, then watch apps, extensions and the rest; by name within. */
  readonly targets: readonly ChecklistTarget[];
  /** Findings of all files. */
  readonly counts: FindingCounts;
  /** What could not be read or understood, in words for people. */
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

export interface ChecklistTarget {
  /** Unique and stable: fit for a tree item's id. */
  readonly id: string;
  readonly name: string;
  /** `app`, `watch-app`, `app-extension`, … */
  readonly product: string;
  /** `iOS 16.0`, `watchOS`; empty when unknown. */
  readonly platforms: readonly string[];
  /** Info.plist files the target uses. */
  readonly infoPlists: readonly string[];
  /** Empty when every source is known; otherwise why states may be `undetermined`. */
  readonly gaps: readonly string[];
  /** Modes that are declared or used come first, `not-needed` ones last; each in the order of Xcode's list. */
  readonly capabilities: readonly Capability[];
}

/**
 * - `declared`: in the plist, and code that needs it was found
 * - `missing`: code needs it, no plist of the target declares it
 * - `unused`: declared, and all sources are known and none needs it
 * - `undetermined`: the plist or the sources are not completely known
 * - `not-needed`: neither declared nor used
 */
export type CapabilityState = 'declared' | 'missing' | 'unused' | 'undetermined' | 'not-needed';

export interface Capability {
  /** `audio` */
  readonly mode: string;
  /** `UIBackgroundModes` or `WKBackgroundModes` */
  readonly key: string;
  /** As Xcode calls it: `Audio, AirPlay, and Picture in Picture` */
  readonly label: string;
  readonly state: CapabilityState;
  /** One line for people: `declared in App/Info.plist, line 42` */
  readonly detail: string;
  /** Where it is declared; the first API that needs it when it is missing. */
  readonly place: Place | undefined;
  /** APIs that use the mode, in the order of the sources; at most 20. */
  readonly uses: readonly ApiPlace[];
  /** What else the used APIs ask for. */
  readonly requirements: readonly Requirement[];
}

export interface Requirement {
  readonly kind: 'entitlement' | 'plist-key';
  /** `NSMicrophoneUsageDescription` */
  readonly name: string;
  readonly state: 'met' | 'unmet' | 'unknown';
  /** `the app records or transmits`; empty when it always applies. */
  readonly when: string;
  readonly detail: string;
  readonly place: Place | undefined;
}
