/** Two changes of one text as one. */
import type { TextEdit } from '../../text';

/**
 * Additions and removals that were made for the same text, additions first where both begin at one place. A removed line
 * that something is added behind gives up the line end before it instead. `undefined` when they overlap all the same.
 */
export function joinEdits(
  text: string,
  added: readonly TextEdit[],
  removed: readonly TextEdit[],
): TextEdit[] | undefined {
  for (const each of [removed, removed.map((edit) => shifted(text, edit))]) {
    if (!added.some((edit) => each.some((other) => overlap(edit, other)))) return [...added, ...each];
  }
  return undefined;
}

function shifted(text: string, edit: TextEdit): TextEdit {
  const { start, end } = edit.range;
  const lineEnd = /(?:\r\n|\n|\r)$/.exec(text.slice(start, end))?.[0];
  if (edit.newText !== '' || lineEnd === undefined) return edit;
  const { length } = lineEnd;
  if (text.slice(start - length, start) !== lineEnd) return edit;
  return { ...edit, range: { start: start - length, end: end - length } };
}

function overlap({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return a.start < b.end && b.start < a.end;
}
