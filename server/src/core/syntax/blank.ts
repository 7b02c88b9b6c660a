import type { TextRange } from '../text';

/** Spaces, tabs, line ends and the other control characters. */
export function isBlankAt(text: string, offset: number): boolean {
  return text.charCodeAt(offset) <= 32;
}

export function isBlank(text: string, range: TextRange): boolean {
  return trimBlank(text, range).start === range.end;
}

/** `range` without blanks at both ends; empty at its end when it holds nothing else. */
export function trimBlank(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && isBlankAt(text, start)) start++;
  while (end > start && isBlankAt(text, end - 1)) end--;
  return { start, end };
}
