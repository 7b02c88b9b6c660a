/** What one source file contributes to its targets: small, serialisable, independent of all other files. */
import type { TextRange } from '../text';
import type { FileConstants } from './constants/types';
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

export interface FileSummary {
  readonly uses: readonly ApiUse[];
  /** Function effects for obligations; joined across files by effects.ts. */
  readonly effects: FileEffects;
  /** Named constants, and values that are handed to the SDK; missing where there are none. */
  readonly constants?: FileConstants | undefined;
}
