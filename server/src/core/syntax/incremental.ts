import { Edit, type Point, type Tree } from 'web-tree-sitter';
import type { GrammarName } from '../ports';
import type { TreeParser } from './parser';

/** What changed between two texts, as one replacement. Offsets in UTF-16 code units. */
export interface EditSpan {
  readonly start: number;
  /** End of the replaced text in the old text. */
  readonly oldEnd: number;
  /** End of its replacement in the new text. */
  readonly newEnd: number;
}

/** The smallest single replacement that turns `oldText` into `newText`; `undefined` when they are equal. */
export function editSpan(oldText: string, newText: string): EditSpan | undefined {
  if (oldText === newText) return undefined;
  let start = commonStart(oldText, newText);
  // Neither end of the replacement may separate the two halves of a surrogate pair.
  if (start > 0 && (isLowSurrogate(oldText, start) || isLowSurrogate(newText, start))) start--;
  const same = commonEnd(oldText, newText, start);
  let oldEnd = oldText.length - same;
  let newEnd = newText.length - same;
  if (isLowSurrogate(oldText, oldEnd)) {
    oldEnd++;
    newEnd++;
  }
  return { start, oldEnd, newEnd };
}

/** Compared at once: many times faster than character by character. In UTF-16 code units. */
const STRETCH = 1024;

function commonStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at + STRETCH <= shorter && a.slice(at, at + STRETCH) === b.slice(at, at + STRETCH)) at += STRETCH;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many characters both end with, behind the first `start`. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  const tail = (text: string, end: number) => text.slice(text.length - end - STRETCH, text.length - end);
  let length = 0;
  while (length + STRETCH <= most && tail(a, length) === tail(b, length)) length += STRETCH;
  while (length < most && a.charCodeAt(a.length - length - 1) === b.charCodeAt(b.length - length - 1))
    length++;
  return length;
}

/**
 * Parses `newText`, reusing what `oldTree`, the tree of `oldText`, has in common with it.
 * Takes `oldTree` over: it is deleted, or is itself the answer when nothing changed.
 * Answers `undefined` when `shouldStop` said so; the next parse then starts afresh.
 */
export function reparse(
  parser: TreeParser,
  language: GrammarName,
  oldTree: Tree,
  oldText: string,
  newText: string,
  shouldStop?: () => boolean,
): Tree | undefined {
  const span = editSpan(oldText, newText);
  if (span === undefined) return oldTree;
  try {
    oldTree.edit(treeEdit(span, oldText, newText));
    return parser.parse(language, newText, oldTree, shouldStop);
  } finally {
    oldTree.delete();
  }
}

function treeEdit(span: EditSpan, oldText: string, newText: string): Edit {
  const startPosition = advance({ row: 0, column: 0 }, oldText, 0, span.start);
  return new Edit({
    startIndex: span.start,
    oldEndIndex: span.oldEnd,
    newEndIndex: span.newEnd,
    startPosition,
    oldEndPosition: advance(startPosition, oldText, span.start, span.oldEnd),
    newEndPosition: advance(startPosition, newText, span.start, span.newEnd),
  });
}

/** Rows as tree-sitter counts them: only a line feed ends one. */
function advance(from: Point, text: string, start: number, end: number): Point {
  let row = from.row;
  let lineStart = start - from.column;
  for (let i = text.indexOf('\n', start); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
    row++;
    lineStart = i + 1;
  }
  return { row, column: end - lineStart };
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}
