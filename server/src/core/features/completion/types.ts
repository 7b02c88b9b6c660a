/** Completions: what is offered at a place, as data. */
import type { ModeKey } from '../../catalog/requirement-types';
import type { Unit } from '../../rules/context';
import type { Finding } from '../../rules/types';
import type { TextRange } from '../../text';
import type { TargetModel } from '../../workspace-types';

/** What an offer is about. Small and serialisable: its documentation is asked for later, by this alone. */
export type Topic =
  | { readonly kind: 'mode'; readonly key: ModeKey; readonly value: string }
  | { readonly kind: 'key'; readonly key: string; readonly file: 'info' | 'entitlements' }
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'audio-category' };

export interface CompletionOffer {
  readonly label: string;
  readonly kind: 'value' | 'key' | 'constant' | 'identifier' | 'comment' | 'rule';
  /** A few words beside the label. */
  readonly detail?: string;
  /** What is replaced; lies on one line and holds the cursor. */
  readonly range: TextRange;
  readonly newText: string;
  /** What stands behind the cursor in `range` has to go, also where an editor would rather keep it. */
  readonly isWhole?: true;
  /** The same with places to fill in, in the syntax of snippets. */
  readonly snippet?: string;
  /** What has been typed is compared with this; missing: with the label. */
  readonly filterText?: string;
  readonly topic?: Topic;
}

export interface CompletionRequest {
  readonly uri: string;
  readonly text: string;
  /** UTF-16 offset of the cursor. */
  readonly offset: number;
  readonly unit: Unit | undefined;
  /** Asked for only where something may be offered. */
  targets(): Promise<readonly TargetModel[]>;
  /** Findings of the file. */
  findings(): Promise<readonly Finding[]>;
}
