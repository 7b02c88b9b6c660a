import type { TextRange } from '../text';

export type ObjcTokenKind = 'word' | 'number' | 'string' | 'character' | 'at' | 'punctuation' | 'directive';

/**
 * A token of Objective-C. `at` is `@interface` and its like, `string` includes the `@` of `@"…"`, punctuation is one
 * character, a directive is a whole logical line from its `#` on.
 */
export interface ObjcToken extends TextRange {
  readonly kind: ObjcTokenKind;
  /** What it says; of a directive its name: `if`, `import`. Empty for strings. */
  readonly text: string;
}

export interface ObjcScan {
  readonly tokens: readonly ObjcToken[];
  readonly comments: readonly TextRange[];
}

const directiveName = /#[ \t]*([A-Za-z_]*)/y;
const wordPattern = /[\p{ID_Start}_$][\p{ID_Continue}$]*/uy;
const numberPattern = /\.?\d(?:[eEpP][+-]|[\w.])*/y;
const blankPattern = /[\s\\]+/y;

/** Splits a text into tokens and comments. Never fails: an unterminated string ends with its line. */
export function scanObjc(text: string): ObjcScan {
  const scanner = new ObjcScanner(text, 0);
  const tokens: ObjcToken[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) tokens.push(token);
  return { tokens, comments: scanner.comments };
}

/** Reads token by token. */
export class ObjcScanner {
  /** Those in front of the last token and inside of it. */
  readonly comments: TextRange[] = [];
  readonly #text: string;
  #position: number;
  #isLineStart = true;

  /** `start` is where a line or a token begins. */
  constructor(text: string, start: number) {
    this.#text = text;
    this.#position = start;
  }

  /** `undefined` at the end of the text. */
  next(): ObjcToken | undefined {
    const text = this.#text;
    while (this.#position < text.length) {
      const start = this.#position;
      const blankEnd = matchEnd(blankPattern, text, start);
      const end = blankEnd > start ? blankEnd : skipComment(text, start);
      if (end === start) return this.#token(start);
      if (blankEnd === start) this.comments.push({ start, end });
      this.#isLineStart ||= hasLineEnd(text, start, end);
      this.#position = end;
    }
    return undefined;
  }

  #token(start: number): ObjcToken {
    const text = this.#text;
    const token =
      this.#isLineStart && text[start] === '#'
        ? directive(text, start, this.comments)
        : (plainToken(text, start) ?? symbol(text, start));
    this.#isLineStart = false;
    this.#position = token.end;
    return token;
  }
}

function plainToken(text: string, start: number): ObjcToken | undefined {
  const quote = text[start] === '@' ? start + 1 : start;
  if (text[quote] === '"') return { kind: 'string', text: '', start, end: skipQuoted(text, quote) };
  if (text[start] === "'") return { kind: 'character', text: '', start, end: skipQuoted(text, start) };
  const wordStart = quote;
  const wordEnd = matchEnd(wordPattern, text, wordStart);
  if (wordEnd > wordStart) {
    const kind = wordStart > start ? 'at' : 'word';
    return { kind, text: text.slice(start, wordEnd), start, end: wordEnd };
  }
  const numberEnd = matchEnd(numberPattern, text, start);
  if (numberEnd > start) return { kind: 'number', text: text.slice(start, numberEnd), start, end: numberEnd };
  return undefined;
}

function symbol(text: string, start: number): ObjcToken {
  return { kind: 'punctuation', text: text[start] ?? '', start, end: start + 1 };
}

/** Reads to the end of the logical line. Comments in it are comments, not part of what the directive says. */
function directive(text: string, start: number, comments: TextRange[]): ObjcToken {
  directiveName.lastIndex = start;
  const name = directiveName.exec(text)?.[1] ?? '';
  let i = start + 1;
  while (i < text.length) {
    const char = text[i];
    if (char === '\n' || char === '\r') break;
    const commentEnd = skipComment(text, i);
    if (commentEnd > i) {
      comments.push({ start: i, end: commentEnd });
      i = commentEnd;
    } else if (char === '\\') {
      i = skipEscape(text, i);
    } else {
      i = char === '"' ? skipQuoted(text, i) : i + 1;
    }
  }
  return { kind: 'directive', text: name, start, end: i };
}

function skipComment(text: string, start: number): number {
  if (text[start] !== '/') return start;
  if (text[start + 1] === '*') {
    const close = text.indexOf('*/', start + 2);
    return close < 0 ? text.length : close + 2;
  }
  if (text[start + 1] !== '/') return start;
  let i = start + 2;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') {
    i = text[i] === '\\' ? skipEscape(text, i) : i + 1;
  }
  return i;
}

/** End of a string or character literal, after its closing quote or at the end of an unterminated line. */
function skipQuoted(text: string, start: number): number {
  const quote = text[start];
  let i = start + 1;
  while (i < text.length) {
    const char = text[i];
    if (char === quote) return i + 1;
    if (char === '\n' || char === '\r') return i;
    i = char === '\\' ? skipEscape(text, i) : i + 1;
  }
  return text.length;
}

/** After a backslash and what it escapes; a line continuation is two or (CRLF) three characters. */
function skipEscape(text: string, start: number): number {
  const width = text[start + 1] === '\r' && text[start + 2] === '\n' ? 3 : 2;
  return Math.min(start + width, text.length);
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
  }
  return false;
}
