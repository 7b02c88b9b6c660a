/** How values get into collections in brackets and out of them. */
import type { TextEdit, TextRange } from '../../../text';
import { lineIndent, startsLine } from '../plist-layout';

/** `texts` become the last of `children`, which stand in the brackets that `inner` lies between. */
export function appendFlow(
  text: string,
  inner: TextRange,
  children: readonly TextRange[],
  texts: readonly string[],
  lineEnd: string,
): TextEdit[] | undefined {
  const last = children.at(-1);
  if (last === undefined) {
    const isBlank = text.slice(inner.start, inner.end).trim() === '';
    return isBlank ? [{ range: inner, newText: texts.join(', ') }] : undefined;
  }
  const isOnLine = startsLine(text, last.start);
  const separator = isOnLine ? `,${lineEnd}${lineIndent(text, last.start)}` : ', ';
  const newText = texts.map((each) => separator + each).join('');
  return [{ range: { start: last.end, end: last.end }, newText }];
}

/** `undefined` when a comment would go too. */
export function removeFlow(
  text: string,
  children: readonly TextRange[],
  index: number,
): TextEdit[] | undefined {
  const child = children[index];
  if (child === undefined) return undefined;
  const next = children[index + 1];
  const before = children[index - 1];
  const range = {
    start: next === undefined && before !== undefined ? before.end : child.start,
    end: next?.start ?? child.end,
  };
  const around = text.slice(range.start, child.start) + text.slice(child.end, range.end);
  return around.includes('#') ? undefined : [{ range, newText: '' }];
}
