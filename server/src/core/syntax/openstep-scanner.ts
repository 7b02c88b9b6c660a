import type { TextRange } from '../text';
import { unescapeOpenStep } from './openstep-strings';
import type { OpenStepString } from './openstep-types';
import type { SyntaxProblem } from './plist-types';

/** After that many problems the rest of the text is left alone. */
const MAX_PROBLEMS = 100;

const TRIVIA = /(?:[\s\u2028\u2029\ufeff]+|\/\/[^\r\n]*)+/y;
/** A string without quotes, and what somebody meant as one. */
const BARE = /(?:[^\s;,=(){}"'/<>]|\/(?!\*))+/y;
const NEEDS_NO_QUOTES = /^[\w$/:.-]+$/;
const DATA = /<[0-9a-fA-F\s]*>/y;
const CONFLICT = /(?:<{7}|={7}|>{7}|\|{7})(?: [^\r\n]*)?(?=[\r\n]|$)/y;

/** Reads the words of an OpenStep property list one after the other and keeps the problems. */
export class OpenStepScanner {
  readonly problems: SyntaxProblem[] = [];
  readonly #text: string;
  #position = 0;
  #wordEnd = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the last word ended; blanks and comments after it do not count. */
  get wordEnd(): number {
    return this.#wordEnd;
  }

  /** From the next word on. */
  get rest(): TextRange {
    this.#skipTrivia();
    return { start: this.#position, end: this.#text.length };
  }

  /** The next character that is neither blank nor in a comment; empty at the end. */
  peek(): string {
    this.#skipTrivia();
    return this.#text.charAt(this.#position);
  }

  /** Steps over `char` when it comes next. */
  accept(char: string): boolean {
    if (this.peek() !== char) return false;
    this.#step(this.#position + 1);
    return true;
  }

  /** Steps over whatever comes next. */
  skip(): TextRange {
    return this.#step(Math.min(this.#position + 1, this.#text.length));
  }

  stop(): void {
    this.#position = this.#text.length;
  }

  report(range: TextRange, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ range, message });
    if (this.problems.length >= MAX_PROBLEMS) this.stop();
  }

  /** A quoted or bare string, or data; `undefined` when none comes next. */
  string(): OpenStepString | undefined {
    const char = this.peek();
    if (char === '"' || char === "'") return this.#quoted(char);
    return this.#bare() ?? this.#unquoted(DATA);
  }

  #bare(): OpenStepString | undefined {
    const string = this.#unquoted(BARE);
    if (string !== undefined && !NEEDS_NO_QUOTES.test(string.value)) {
      this.report(string.range, `${string.value} needs quotes around it`);
    }
    return string;
  }

  #unquoted(pattern: RegExp): OpenStepString | undefined {
    const value = this.#match(pattern);
    if (value === '') return undefined;
    return { kind: 'string', value, range: this.#step(this.#position + value.length) };
  }

  #quoted(quote: string): OpenStepString {
    const start = this.#position;
    let end = start + 1;
    while (end < this.#text.length && this.#text.charAt(end) !== quote) {
      end += this.#text.charAt(end) === '\\' ? 2 : 1;
    }
    const isClosed = end < this.#text.length;
    if (!isClosed) end = this.#lineEnd(start);
    const value = unescapeOpenStep(this.#text.slice(start + 1, end));
    const range = this.#step(isClosed ? end + 1 : end);
    if (!isClosed) this.report(range, 'This string is not closed');
    return { kind: 'string', value, range };
  }

  /** Takes the text up to `end` as a word. */
  #step(end: number): TextRange {
    const start = this.#position;
    this.#position = end;
    this.#wordEnd = end;
    return { start, end };
  }

  #lineEnd(from: number): number {
    const rest = this.#text.slice(from).search(/[\r\n]/);
    return rest < 0 ? this.#text.length : from + rest;
  }

  #skipTrivia(): void {
    for (;;) {
      this.#position += this.#match(TRIVIA).length;
      if (!this.#skipComment() && !this.#skipConflictMarker()) return;
    }
  }

  #skipComment(): boolean {
    const start = this.#position;
    if (!this.#text.startsWith('/*', start)) return false;
    const end = this.#text.indexOf('*/', start + 2);
    this.#position = end < 0 ? this.#text.length : end + 2;
    if (end < 0) this.report({ start, end: start + 2 }, 'This comment is not closed');
    return true;
  }

  #skipConflictMarker(): boolean {
    const start = this.#position;
    const isLineStart = start === 0 || /[\r\n]/.test(this.#text.charAt(start - 1));
    const marker = isLineStart ? this.#match(CONFLICT) : '';
    if (marker === '') return false;
    this.#position += marker.length;
    this.report({ start, end: this.#position }, 'This is the marker of an unresolved merge conflict');
    return true;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    return pattern.exec(this.#text)?.[0] ?? '';
  }
}
