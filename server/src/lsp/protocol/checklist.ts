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
  /** Those of BGTaskScheduler that are known for certain, sorted by name. */
  readonly identifiers: readonly TaskIdentifier[];
  /** What is wrong in the target's property lists and belongs to none of the items above. */
  readonly findings: readonly CheckFinding[];
  /** What has to be tried out on a device; empty for a target that does nothing in the background. */
  readonly steps: readonly Step[];
}

/**
 * What is left to do about an item:
 * - `done`: nothing
 * - `missing`: it is needed and not there, or something that it asks for is not
 * - `wrong`: it is there, and its findings say what is the matter
 * - `by-hand`: files do not tell; a person has to look, or to try it out
 * - `not-needed`: it is not used
 */
export type CheckStatus = 'done' | 'missing' | 'wrong' | 'by-hand' | 'not-needed';

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
  /** Of the mode with all that it asks for. */
  readonly status: CheckStatus;
  /** One line for people: `declared in App/Info.plist, line 42` */
  readonly detail: string;
  /** Where it is declared; the first API that needs it when it is missing. */
  readonly place: Place | undefined;
  /** APIs that use the mode, in the order of the sources; at most 20. */
  readonly uses: readonly ApiPlace[];
  /** What else the used APIs ask for. */
  readonly requirements: readonly Requirement[];
  /** What is the matter with the mode itself. */
  readonly findings: readonly CheckFinding[];
}

export interface Requirement {
  readonly kind: 'entitlement' | 'plist-key';
  /** `NSMicrophoneUsageDescription` */
  readonly name: string;
  readonly state: 'met' | 'unmet' | 'unknown';
  readonly status: CheckStatus;
  /** `the app records or transmits`; empty when it always applies. */
  readonly when: string;
  readonly detail: string;
  readonly place: Place | undefined;
  readonly findings: readonly CheckFinding[];
}

export interface TaskIdentifier {
  /** `com.example.app.refresh`, `$(PRODUCT_BUNDLE_IDENTIFIER).refresh`; unique within the target */
  readonly name: string;
  readonly status: CheckStatus;
  /** Whether the Info.plist permits it, and what the code does with it; all three for one that is done. */
  readonly parts: readonly IdentifierPart[];
  readonly detail: string;
  readonly place: Place | undefined;
  readonly uses: readonly (Place & { readonly part: IdentifierPart })[];
  readonly findings: readonly CheckFinding[];
}

export type IdentifierPart = 'permitted' | 'registered' | 'requested';

/** A finding of the item that holds it. */
export interface CheckFinding extends Place {
  /** Rule, or `rule/entry` */
  readonly code: string;
  readonly severity: keyof FindingCounts;
  readonly message: string;
  /** Address of the page that explains the rule. */
  readonly page: string | undefined;
  readonly fixes: readonly CheckFix[];
}

export interface CheckFix {
  readonly title: string;
  /** The one to take without asking. */
  readonly isPreferred: boolean;
}

/** Something that a person does on a device. */
export interface Step {
  /** Never renamed: fit to remember what has been done. */
  readonly id: string;
  readonly title: string;
  /** Markdown: how it is done, and what should happen. */
  readonly how: string;
  /** Pages about it. */
  readonly links: readonly string[];
}

/** Request with `FixParams`; answers a `WorkspaceEdit` of LSP, or `null` when there is no such fix any more. */
export const checklistFixMethod = 'backgroundModes/checklistFix';

/** A fix of the newest checklist. */
export interface FixParams extends Place {
  /** `ChecklistTarget.id` */
  readonly targetId: string;
  readonly code: string;
  readonly title: string;
}
