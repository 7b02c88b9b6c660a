/** The elements of a literal in brackets, as JSON and Swift write them: `[a, b]`, `{"a": b}`, `["a": b]`. */
import { isBlankAt } from '../../../syntax/blank';
import type { TextRange } from '../../../text';

export interface LiteralChild extends TextRange {
  /** Where the comma behind it stands. */
  readonly comma: number | undefined;
}

const OPENING = '([{';
const CLOSING = ')]}';

/** What stands between the brackets, split at its commas; `undefined` when brackets or quotes in it do not match. */
export function literalChildren(text: string, inner: TextRange): readonly LiteralChild[] | undefined {
  const children: LiteralChild[] = [];
  let child: TextRange | undefined;
  for (let at = inner.start; at < inner.end; ) {
    const next = isBlankAt(text, at) ? at + 1 : afterComment(text, at);
    if (next !== undefined) {
      if (next > inner.end || isNested(text, { start: at, end: next })) return undefined;
      at = next;
      continue;
    }
    if (text[at] === ',') {
      if (child === undefined) return undefined;
      children.push({ ...child, comma: at });
      child = undefined;
      at++;
      continue;
    }
    const end = afterToken(text, at);
    if (end === undefined || end > inner.end) return undefined;
    child = { start: child?.start ?? at, end };
    at = end;
  }
  return child === undefined ? children : [...children, { ...child, comma: undefined }];
}

/** Past comments and blanks on the line of `offset`; `offset` itself when no comment is there. */
export function afterLineComments(text: string, offset: number): number {
  let end = offset;
  for (let at = offset; ; ) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    const next = afterComment(text, at);
    if (next === undefined) return end;
    end = next;
    at = next;
  }
}

export function hasComment(text: string, range: TextRange): boolean {
  for (let at = range.start; at < range.end; at++) if (afterComment(text, at) !== undefined) return true;
  return false;
}

/** The end of the comment that begins at `at`; a line comment ends before its line end. */
function afterComment(text: string, at: number): number | undefined {
  if (text[at] !== '/') return undefined;
  if (text[at + 1] === '/') {
    const length = text.slice(at).search(/[\r\n]/);
    return length < 0 ? text.length : at + length;
  }
  if (text[at + 1] !== '*') return undefined;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

/** A comment in a comment: Swift and JSON disagree about where it ends. */
function isNested(text: string, { start, end }: TextRange): boolean {
  return text.startsWith('/*', start) && text.slice(start + 2, end).includes('/*');
}

/** One string, one group in brackets, or one other character. */
function afterToken(text: string, at: number): number | undefined {
  const string = afterString(text, at);
  if (string !== 'none') return string;
  const char = text.charAt(at);
  if (CLOSING.includes(char)) return undefined;
  return OPENING.includes(char) ? afterGroup(text, at) : at + 1;
}

/** Brackets of any depth, with the strings and comments in them. */
function afterGroup(text: string, start: number): number | undefined {
  let open = '';
  for (let at = start; at < text.length; ) {
    const comment = afterComment(text, at);
    if (comment !== undefined && isNested(text, { start: at, end: comment })) return undefined;
    const string = comment === undefined ? afterString(text, at) : comment;
    if (string === undefined) return undefined;
    if (string !== 'none') {
      at = string;
      continue;
    }
    const char = text.charAt(at++);
    if (OPENING.includes(char)) open += CLOSING.charAt(OPENING.indexOf(char));
    if (!CLOSING.includes(char)) continue;
    if (!open.endsWith(char)) return undefined;
    open = open.slice(0, -1);
    if (open === '') return at;
  }
  return undefined;
}

const STRING_START = /(#*)("""|")/y;

/** `none`: no string begins here. `undefined`: it is not closed. Interpolations are left to their own brackets. */
function afterString(text: string, at: number): number | undefined | 'none' {
  STRING_START.lastIndex = at;
  const [opening, hashes = '', quotes = ''] = STRING_START.exec(text) ?? [];
  if (opening === undefined) return 'none';
  const closing = quotes + hashes;
  const backslash = `\\${hashes}`;
  for (let end = at + opening.length; end < text.length; ) {
    if (text.startsWith(backslash, end)) {
      const escaped = end + backslash.length;
      const after = text[escaped] === '(' ? afterGroup(text, escaped) : escaped + 1;
      if (after === undefined) return undefined;
      end = after;
    } else if (text.startsWith(closing, end)) {
      return end + closing.length;
    } else if (quotes === '"' && (text[end] === '\n' || text[end] === '\r')) {
      return undefined;
    } else {
      end++;
    }
  }
  return undefined;
}
