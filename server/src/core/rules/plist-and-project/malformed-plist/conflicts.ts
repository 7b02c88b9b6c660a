import type { TextRange } from '../../../text';

const OPENING = /^<{7}(?!<).*$/m;
const CLOSING = /^>{7}(?!>).*$/m;

/** The first marker of an unresolved merge conflict: an opening one that has a closing one behind it. */
export function conflictMarker(text: string): TextRange | undefined {
  const opening = OPENING.exec(text);
  if (opening === null || !CLOSING.test(text.slice(opening.index))) return undefined;
  return { start: opening.index, end: opening.index + opening[0].trimEnd().length };
}
