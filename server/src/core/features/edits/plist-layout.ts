/** How a property list is laid out: line ends, indentation, one line or many. */
import type { PlistArray, PlistDict, PlistNode } from '../../syntax/plist-types';
import type { TextRange } from '../../text';

/** What Xcode writes. */
const DEFAULT_UNIT = '\t';

export interface PlistLayout {
  /** The line end that the file uses first. */
  readonly lineEnd: string;
  /** What one level of nesting adds to the indentation. */
  readonly unit: string;
}

export const XCODE_LAYOUT: PlistLayout = { lineEnd: '\n', unit: DEFAULT_UNIT };

export function layoutOf(text: string, root: PlistNode): PlistLayout {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? XCODE_LAYOUT.lineEnd;
  return { lineEnd, unit: indentUnit(text, root) ?? XCODE_LAYOUT.unit };
}

/** The blanks that begin the line of `offset`. */
export function lineIndent(text: string, offset: number): string {
  const line = text.slice(lineStart(text, offset));
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Whether only blanks precede `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return /^[\ufeff \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

export function hasLineEnd(text: string, range: TextRange): boolean {
  return /[\r\n]/.test(text.slice(range.start, range.end));
}

export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The range with its line end when it has the line, or several, for itself; otherwise as it is. */
export function wholeLines(text: string, range: TextRange): TextRange {
  const tail = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(range.end))?.[0];
  if (tail === undefined || !startsLine(text, range.start)) return range;
  return { start: lineStart(text, range.start), end: range.end + tail.length };
}

/** Where each child begins: its key in a dictionary. */
export function childStarts(node: PlistDict | PlistArray): readonly number[] {
  return node.kind === 'dict'
    ? node.entries.map((entry) => entry.keyElement.start)
    : node.items.map((item) => item.range.start);
}

/** Taken from the outermost container whose first child begins a line. */
function indentUnit(text: string, node: PlistNode): string | undefined {
  if (node.kind !== 'dict' && node.kind !== 'array') return undefined;
  const outer = lineIndent(text, node.range.start);
  const [first] = childStarts(node);
  if (first !== undefined && startsLine(text, first)) {
    const inner = lineIndent(text, first);
    if (inner.startsWith(outer)) return inner.slice(outer.length);
  }
  const children = node.kind === 'dict' ? node.entries.map((entry) => entry.value) : node.items;
  for (const child of children) {
    const unit = child && indentUnit(text, child);
    if (unit !== undefined) return unit;
  }
  return undefined;
}
