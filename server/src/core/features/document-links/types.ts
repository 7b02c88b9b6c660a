/** Texts that name a file of the workspace, or a rule. */
import type { TextRange } from '../../text';

export type LinkTarget =
  /** Where the file may lie; the first that is there counts. */
  | { readonly kind: 'file'; readonly places: readonly string[] }
  | { readonly kind: 'rule'; readonly rule: string };

export interface Link {
  readonly range: TextRange;
  readonly target: LinkTarget;
}

export function fileLink(range: TextRange, ...places: readonly string[]): Link {
  return { range, target: { kind: 'file', places } };
}
