/**
 * Splits Swift text into tokens, so that text can be judged as code without being parsed: what stands in a string,
 * a comment or a regular expression is never mistaken for code, and code in an interpolation is never missed.
 */
import type { TextRange } from '../text';
import {
  AT,
  BACKSLASH,
  BACKTICK,
  blockCommentEnd,
  CLOSE_BRACE,
  CLOSE_PAREN,
  HASH,
  isBlank,
  isDigit,
  isLineBreak,
  isNameStart,
  LESS,
  lineEnd,
  MAX_ONE_LINE_LITERAL,
  NEWLINE,
  nameEnd,
  numberEnd,
  OPEN_PAREN,
  QUOTE,
  RETURN,
  regexEnd,
  SLASH,
  STAR,
} from './swift-characters';

export const TokenKind = {
  word: 1,
  /** An identifier in backticks. */
  rawName: 2,
  /** `#` with the word behind it: `#if`, `#selector`. */
  hash: 3,
  number: 4,
  /** A piece of a string: from a quote or the end of an interpolation to the next interpolation or quote. */
  string: 5,
  /** A regular expression, an unfinished string, or a placeholder of an editor: `<#name#>`. */
  opaque: 6,
  /** One character of anything else. */
  punctuation: 7,
  /** The rest of a line with an unfinished string, behind an interpolation. */
  openString: 8,
} as const;

/** Parallel arrays, because a file has tens of thousands of tokens. Offsets are UTF-16. */
export interface SwiftTokens {
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the token is the first of its line. */
  readonly opensLine: Uint8Array;
  readonly comments: readonly TextRange[];
}

/** An open string whose interpolation is being read. */
interface OpenString {
  readonly pounds: number;
  readonly isMultiline: boolean;
  parens: number;
}

export function scanSwift(text: string): SwiftTokens {
  return new Scanner(text, 0, text.length >> 2).scan();
}

/** Words that may stand first in a declaration. */
const DECLARATION_WORDS: ReadonlySet<string> = new Set(
  (
    'func var init deinit subscript class struct enum extension protocol actor private fileprivate internal public ' +
    'open static final override mutating convenience required lazy weak'
  ).split(' '),
);

/**
 * The next place behind `from`, itself such a place or 0, at which Swift can be cut so that no token and no rewrite looks
 * across: where a declaration begins on a line of its own behind a closing brace. The end of the text when there is none.
 */
export function nextSwiftCut(text: string, from: number, accepts: (cut: number) => boolean): number {
  // A regular expression of several lines is looked for up to the end of the text.
  return text.includes('#/') ? text.length : new Scanner(text, from, 1000).nextCut(accepts);
}

class Scanner {
  readonly #text: string;
  #position = 0;
  #count = 0;
  #kinds: Uint8Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #opensLine: Uint8Array;
  #atLineStart = true;
  readonly #comments: TextRange[] = [];
  readonly #strings: OpenString[] = [];
  /** Ends of regular expressions that do not occur any more: they are not searched for again. */
  readonly #neverClosed = new Set<string>();

  /** Begins at `start`; `capacity` is about how many tokens there will be. */
  constructor(text: string, start: number, capacity: number) {
    this.#text = text;
    this.#position = start;
    const size = Math.max(16, capacity);
    this.#kinds = new Uint8Array(size);
    this.#starts = new Int32Array(size);
    this.#ends = new Int32Array(size);
    this.#opensLine = new Uint8Array(size);
    if (start === 0 && text.startsWith('#!')) this.#position = lineEnd(text, 0);
  }

  scan(): SwiftTokens {
    const text = this.#text;
    while (this.#position < text.length) this.#next(text.charCodeAt(this.#position));
    return {
      count: this.#count,
      kinds: this.#kinds,
      starts: this.#starts,
      ends: this.#ends,
      opensLine: this.#opensLine,
      comments: this.#comments,
    };
  }

  nextCut(accepts: (cut: number) => boolean): number {
    const text = this.#text;
    while (this.#position < text.length) {
      const { length } = this.#strings;
      const count = this.#count;
      this.#next(text.charCodeAt(this.#position));
      const start = this.#starts[count] ?? 0;
      if (this.#count > count && length === 0 && this.#beginsDeclaration(count) && accepts(start))
        return start;
    }
    return text.length;
  }

  /** Whether the token is the first of its line, comes behind a closing brace, and may begin a declaration. */
  #beginsDeclaration(token: number): boolean {
    const before = token - 1;
    if (this.#opensLine[token] !== 1 || this.#kinds[before] !== TokenKind.punctuation) return false;
    const start = this.#starts[token] ?? 0;
    if (this.#text.charCodeAt(this.#starts[before] ?? 0) !== CLOSE_BRACE) return false;
    if (this.#kinds[token] === TokenKind.word) {
      return DECLARATION_WORDS.has(this.#text.slice(start, this.#ends[token]));
    }
    return this.#kinds[token] === TokenKind.punctuation && this.#text.charCodeAt(start) === AT;
  }

  #next(code: number): void {
    const start = this.#position;
    if (isBlank(code)) {
      if (code === NEWLINE || code === RETURN) this.#atLineStart = true;
      this.#position++;
    } else if (isNameStart(code)) this.#add(TokenKind.word, start, nameEnd(this.#text, start));
    else if (isDigit(code)) this.#add(TokenKind.number, start, numberEnd(this.#text, start));
    else if (code === QUOTE) this.#openString(start, 0);
    else if (code === SLASH) this.#slash(start);
    else if (code === HASH) this.#hash(start);
    else if (code === BACKTICK) this.#backtick(start);
    else if (code === LESS && this.#text.charCodeAt(start + 1) === HASH) this.#placeholder(start);
    else this.#punctuation(start, code);
  }

  #punctuation(start: number, code: number): void {
    this.#add(TokenKind.punctuation, start, start + 1);
    const open = this.#strings.at(-1);
    if (open === undefined) return;
    if (code === OPEN_PAREN) open.parens++;
    else if (code === CLOSE_PAREN && --open.parens === 0) {
      this.#strings.pop();
      this.#stringPiece(this.#position, this.#position, open.pounds, open.isMultiline);
    }
  }

  #slash(start: number): void {
    const text = this.#text;
    const second = text.charCodeAt(start + 1);
    if (second === SLASH) this.#comment(start, lineEnd(text, start));
    else if (second === STAR) this.#comment(start, blockCommentEnd(text, start));
    else {
      const end = this.#expectsOperand() ? regexEnd(text, start) : undefined;
      this.#add(end === undefined ? TokenKind.punctuation : TokenKind.opaque, start, end ?? start + 1);
    }
  }

  #comment(start: number, end: number): void {
    this.#comments.push({ start, end });
    this.#position = end;
  }

  /** Whether an expression may start here, judged by the token before: a `/` is then a regular expression. */
  #expectsOperand(): boolean {
    if (this.#count === 0) return false;
    const last = this.#count - 1;
    const start = this.#starts[last] ?? 0;
    if (this.#kinds[last] === TokenKind.word) {
      const word = this.#text.slice(start, this.#ends[last]);
      return word === 'return' || word === 'in' || word === 'case' || word === 'try' || word === 'await';
    }
    return this.#kinds[last] === TokenKind.punctuation && '(,=:[{?!&|;'.includes(this.#text.charAt(start));
  }

  #hash(start: number): void {
    const text = this.#text;
    let after = start + 1;
    while (text.charCodeAt(after) === HASH) after++;
    const code = text.charCodeAt(after);
    if (code === QUOTE) this.#openString(start, after - start);
    else if (code === SLASH) {
      this.#add(TokenKind.opaque, start, this.#extendedRegexEnd(start, after));
    } else if (after === start + 1 && isNameStart(code)) {
      this.#add(TokenKind.hash, start, nameEnd(text, after));
    } else this.#add(TokenKind.punctuation, start, start + 1);
  }

  /** `#/…/#` may span lines; without an end it is taken to be one line. */
  #extendedRegexEnd(start: number, slash: number): number {
    const closing = `/${'#'.repeat(slash - start)}`;
    const close = this.#neverClosed.has(closing) ? -1 : this.#text.indexOf(closing, slash + 1);
    if (close >= 0) return close + closing.length;
    this.#neverClosed.add(closing);
    return lineEnd(this.#text, start);
  }

  #backtick(start: number): void {
    const text = this.#text;
    let end = start + 1;
    while (end < text.length && text.charCodeAt(end) !== BACKTICK && !isLineBreak(text.charCodeAt(end)))
      end++;
    if (text.charCodeAt(end) === BACKTICK) this.#add(TokenKind.rawName, start, end + 1);
    else this.#add(TokenKind.punctuation, start, start + 1);
  }

  #placeholder(start: number): void {
    const close = this.#text.slice(start, start + MAX_ONE_LINE_LITERAL).indexOf('#>');
    const end = start + close + 2;
    if (close >= 0 && end <= lineEnd(this.#text, start)) this.#add(TokenKind.opaque, start, end);
    else this.#add(TokenKind.punctuation, start, start + 1);
  }

  /** `start` is at the first `#` or the quote. */
  #openString(start: number, pounds: number): void {
    const quote = start + pounds;
    // `#"""#` is a string of one line that holds a quote.
    const isMultiline =
      this.#text.startsWith('"""', quote) && (pounds === 0 || this.#text.charCodeAt(quote + 3) !== HASH);
    this.#stringPiece(start, quote + (isMultiline ? 3 : 1), pounds, isMultiline);
  }

  /** Reads on in a string from `position` up to its end or its next interpolation. */
  #stringPiece(start: number, position: number, pounds: number, isMultiline: boolean): void {
    const text = this.#text;
    const hashes = '#'.repeat(pounds);
    const closing = (isMultiline ? '"""' : '"') + hashes;
    let at = position;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE && text.startsWith(closing, at)) {
        this.#add(TokenKind.string, start, at + closing.length);
        return;
      }
      if (code === BACKSLASH && text.startsWith(hashes, at + 1)) {
        const escaped = at + 1 + pounds;
        if (text.charCodeAt(escaped) === OPEN_PAREN) {
          this.#add(TokenKind.string, start, escaped);
          this.#strings.push({ pounds, isMultiline, parens: 0 });
          return;
        }
        at = isLineBreak(text.charCodeAt(escaped)) ? escaped - 1 : escaped;
      } else if (!isMultiline && isLineBreak(code)) break;
    }
    const isOpening = start < position;
    const kind = isOpening ? TokenKind.opaque : isMultiline ? TokenKind.string : TokenKind.openString;
    this.#add(kind, start, Math.min(at, text.length));
  }

  #add(kind: number, start: number, end: number): void {
    if (this.#count === this.#kinds.length) this.#grow();
    this.#kinds[this.#count] = kind;
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#opensLine[this.#count] = this.#atLineStart ? 1 : 0;
    this.#count++;
    this.#atLineStart = false;
    this.#position = end;
  }

  #grow(): void {
    const capacity = this.#kinds.length * 2;
    this.#kinds = grown(this.#kinds, new Uint8Array(capacity));
    this.#starts = grown(this.#starts, new Int32Array(capacity));
    this.#ends = grown(this.#ends, new Int32Array(capacity));
    this.#opensLine = grown(this.#opensLine, new Uint8Array(capacity));
  }
}

function grown<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
