/** Syntax errors as far as they matter to one member. */
import type { TextRange } from '../text';

/** Where the parser lost its way, relative to the start of a range; empty where it did not. Equal for equal places. */
export function errorsIn({ start, end }: TextRange, errors: readonly TextRange[]): string {
  let found = '';
  // Asked for each member at each keystroke: most have none.
  for (const error of errors) {
    if (error.start >= end || error.end <= start) continue;
    found += `${found === '' ? '' : ','}${error.start - start} ${error.end - start}`;
  }
  return found;
}
