/** The checklist: for each target, the background modes it may have and how its plists and code stand to them. */
import type { ManualStep } from '../../catalog/manual-steps';
import type { ModeArray, Target } from '../../project/types';
import type { Finding } from '../../rules/types';
import type { TextRange } from '../../text';

/** `../../../lsp/protocol/checklist.ts` says what each state means to people. */
export type CapabilityState = 'declared' | 'missing' | 'unused' | 'undetermined' | 'not-needed';

/** What is left to do about an item, its requirements included; the same page says what each means. */
export type CheckStatus = 'done' | 'missing' | 'wrong' | 'by-hand' | 'not-needed';

export interface FilePlace {
  readonly uri: string;
  readonly range: TextRange;
}

/** Something that a mode asks for beside its value in the mode array. */
export interface RequirementItem {
  readonly kind: 'entitlement' | 'plist-key';
  readonly name: string;
  /** `unknown` also when it only applies under circumstances that are not looked at. */
  readonly state: 'met' | 'unmet' | 'unknown';
  readonly status: CheckStatus;
  /** The circumstances under which it applies; empty for always. */
  readonly when: string;
  readonly detail: string;
  readonly place: FilePlace | undefined;
  readonly findings: readonly Finding[];
}

export interface CapabilityItem {
  readonly key: ModeArray['key'];
  readonly mode: string;
  readonly label: string;
  readonly state: CapabilityState;
  readonly status: CheckStatus;
  /** One line for people. */
  readonly detail: string;
  /** The declaration; without one the first use. */
  readonly place: FilePlace | undefined;
  /** In the order of the target's sources. */
  readonly uses: readonly FilePlace[];
  /** Empty for modes that are neither declared nor used. */
  readonly requirements: readonly RequirementItem[];
  /** What is wrong with the mode, or that it is missing; those of the requirements are theirs. */
  readonly findings: readonly Finding[];
}

/** What is known of a task identifier: `permitted` by the Info.plist, and what the code does with it. */
export type IdentifierPart = 'permitted' | 'registered' | 'requested';

export interface IdentifierItem {
  /** As people write it: `$(PRODUCT_BUNDLE_IDENTIFIER).refresh`. Unique within a target. */
  readonly name: string;
  readonly status: CheckStatus;
  readonly parts: readonly IdentifierPart[];
  /** One line for people. */
  readonly detail: string;
  /** The entry of the Info.plist; without one the first use. */
  readonly place: FilePlace | undefined;
  readonly uses: readonly (FilePlace & { readonly part: IdentifierPart })[];
  readonly findings: readonly Finding[];
}

export interface TargetChecklist {
  readonly target: Target;
  readonly infoPlists: readonly string[];
  /** Declared and used modes first, each group in the order of Xcode's list. */
  readonly capabilities: readonly CapabilityItem[];
  /** Of BGTaskScheduler, sorted by name. */
  readonly identifiers: readonly IdentifierItem[];
  /** What is wrong in the target's property lists and belongs to none of the items. */
  readonly findings: readonly Finding[];
  /** What has to be tried out on a device. */
  readonly steps: readonly ManualStep[];
}
