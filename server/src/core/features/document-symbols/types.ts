/** The outline of a document. */
import type { TextRange } from '../../text';

export type SymbolKind =
  | 'dictionary'
  | 'array'
  | 'text'
  | 'number'
  | 'boolean'
  /** A key without a value. */
  | 'missing'
  | 'section'
  | 'project'
  | 'target'
  | 'configuration'
  | 'group'
  | 'phase'
  | 'package'
  | 'setting'
  | 'include';

export interface DocumentSymbol {
  /** One line, never blank. */
  readonly name: string;
  /** One line; may be empty. */
  readonly detail: string;
  readonly kind: SymbolKind;
  /** All of it; holds the ranges of its children. */
  readonly range: TextRange;
  /** What names it, in `range`. */
  readonly selectionRange: TextRange;
  /** In the order of the text. */
  readonly children: readonly DocumentSymbol[];
}
