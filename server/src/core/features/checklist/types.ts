/** The checklist: for each target, the background modes it may have and how its plists and code stand to them. */
import type { ModeArray, Target } from '../../project/types';
import type { TextRange } from '../../text';

/** `../../../lsp/protocol.ts` says what each state means to people. */
export type CapabilityState = 'declared' | 'missing' | 'unused' | 'undetermined' | 'not-needed';

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
  /** The circumstances under which it applies; empty for always. */
  readonly when: string;
  readonly detail: string;
  readonly place: FilePlace | undefined;
}

export interface CapabilityItem {
  readonly key: ModeArray['key'];
  readonly mode: string;
  readonly label: string;
  readonly state: CapabilityState;
  /** One line for people. */
  readonly detail: string;
  /** The declaration; without one the first use. */
  readonly place: FilePlace | undefined;
  /** In the order of the target's sources. */
  readonly uses: readonly FilePlace[];
  /** Empty for modes that are neither declared nor used. */
  readonly requirements: readonly RequirementItem[];
}

export interface TargetChecklist {
  readonly target: Target;
  readonly infoPlists: readonly string[];
  /** Declared and used modes first, each group in the order of Xcode's list. */
  readonly capabilities: readonly CapabilityItem[];
}
