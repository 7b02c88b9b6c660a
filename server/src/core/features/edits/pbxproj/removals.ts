/** Takes single things out of an OpenStep property list; everything else stays as it is, comments and blanks included. */
import type { OpenStepEntry, OpenStepNode } from '../../../syntax/openstep-types';
import type { TextEdit } from '../../../text';
import { wholeLines } from '../plist-layout';

/** Blanks and comments. */
const TRIVIA = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\r\n]*)*/y;

/** Takes key, value and semicolon out of their dictionary. */
export function removeEntry(text: string, { keyRange, value }: OpenStepEntry): TextEdit {
  return removal(text, keyRange.start, value.range.end, ';');
}

/** Takes an item out of its array, with its comment and comma. */
export function removeItem(text: string, { range }: OpenStepNode): TextEdit {
  return removal(text, range.start, range.end, ',');
}

function removal(text: string, start: number, end: number, separator: string): TextEdit {
  TRIVIA.lastIndex = end;
  const next = end + (TRIVIA.exec(text)?.[0].length ?? 0);
  const last = text.charAt(next) === separator ? next + 1 : commentEnd(text, end);
  return { range: wholeLines(text, { start, end: last }), newText: '' };
}

/** After the comment that stands right behind the last item of an array, which has no comma. */
function commentEnd(text: string, end: number): number {
  return end + (/^[ \t]*\/\*(?:(?!\*\/)[^\r\n])*\*\//.exec(text.slice(end))?.[0].length ?? 0);
}
