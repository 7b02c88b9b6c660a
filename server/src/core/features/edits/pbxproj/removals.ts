/** Takes single things out of an OpenStep property list; everything else stays as it is, comments and blanks included. */
import type { OpenStepEntry, OpenStepNode } from '../../../syntax/openstep-types';
import type { TextEdit } from '../../../text';
import { wholeLines } from '../plist-layout';
import { afterSeparator } from './insertions';

/** Takes key, value and semicolon out of their dictionary. */
export function removeEntry(text: string, { keyRange, value }: OpenStepEntry): TextEdit {
  return removal(text, keyRange.start, value.range.end, ';');
}

/** Takes an item out of its array, with its comment and comma. */
export function removeItem(text: string, { range }: OpenStepNode): TextEdit {
  return removal(text, range.start, range.end, ',');
}

function removal(text: string, start: number, end: number, separator: string): TextEdit {
  const last = afterSeparator(text, end, separator);
  return { range: wholeLines(text, { start, end: last }), newText: '' };
}
