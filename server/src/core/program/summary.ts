/** What one source file contributes to its targets: small, serialisable, independent of all other files. */
import type { ValuePattern } from '../catalog/requirement-types';
import type { TextRange } from '../text';
import type { ConstantExpr, FileConstants } from './constants/types';
import type { FileEffects } from './effects';
import type { Condition } from './ir';

/** A use of an API of the requirements table. */
export interface ApiUse {
  /** Row of the table: `pip-controller`, `now-playing`. */
  readonly row: string;
  /** From where a diagnostic starts to the end of that name. */
  readonly range: TextRange;
  /** `#if` conditions around it, outermost first; all must hold for the code to exist. */
  readonly when: readonly Condition[];
  /** What the code passes, as far as the row cares: an audio category, `true`. */
  readonly detail: string | undefined;
}

/** A use that depends on a value which other files may declare: `resolveUses` makes uses of it, or none. */
export interface OpenUse extends Omit<ApiUse, 'detail'> {
  readonly pattern: ValuePattern;
  readonly value: ConstantExpr;
  /** Path of the type around the value; '' outside of types. */
  readonly owner: string;
  /** Details of the use while nothing is known about the value. */
  readonly otherwise: readonly string[];
}

/** In document order each. */
export interface FileUses {
  readonly uses: readonly ApiUse[];
  readonly openUses: readonly OpenUse[];
}

export interface FileSummary extends FileUses {
  /** Function effects for obligations; joined across files by effects.ts. */
  readonly effects: FileEffects;
  /** Named constants, and values that are handed to the SDK; missing where there are none. */
  readonly constants?: FileConstants | undefined;
}
