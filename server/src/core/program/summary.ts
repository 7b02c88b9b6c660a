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

/** What a member is used of, where other files decide whether that is the API's type. */
export interface OpenReceiver {
  /** A type, or the way to one: see `typePaths`. */
  readonly type: string;
  /** The type that the API belongs to. */
  readonly on: string;
  /** Whether the member counts while the type is not known. */
  readonly otherwise: boolean;
}

/** A use that depends on what other files declare: `resolveUses` makes uses of it, or none. */
export interface OpenUse extends Omit<ApiUse, 'detail'> {
  /** What the value has to be; missing where it does not matter, or is known. */
  readonly pattern?: ValuePattern;
  readonly value: ConstantExpr;
  /** Path of the type around the value; '' outside of types. */
  readonly owner: string;
  /** Details of the use while nothing is known about the value. */
  readonly otherwise: readonly (string | undefined)[];
  /** Missing: it is known to be the API's. */
  readonly receiver?: OpenReceiver;
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
