/** What a source declares, by a look at its words alone: enough to know whether it is worth parsing. */
import type { GrammarName } from '../ports';
import { implicitInitAt } from '../program/constants/mention-names';

/** Sets of hashed names, sorted: a file that is not parsed costs a few hundred bytes. */
export interface Outline {
  /** Variables, cases, functions, macros, and what is assigned. What may be a declaration counts as one. */
  readonly names: Uint32Array;
  /** Types that are declared or extended, aliases included. */
  readonly types: Uint32Array;
  /** What these inherit from or stand for. */
  readonly bases: Uint32Array;
  /** Everything else in it that may be the name of a function, and how it calls initialisers: `.init(id`. */
  readonly words: Uint32Array;
}

const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = offsetBasis;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash >>> 0;
}

const hashes = (...words: readonly string[]): ReadonlySet<number> => new Set(words.map(hashOf));

const caseWord = hashOf('case');
const initWord = hashOf('init');
const aliasWord = hashOf('typealias');
const listWords = hashes('case', 'let', 'var');
const nameWords = hashes('let', 'var', 'func', 'typealias', 'define', 'const');
const typeWords: Readonly<Record<GrammarName, ReadonlySet<number>>> = {
  swift: hashes('class', 'struct', 'enum', 'actor', 'protocol', 'extension', 'typealias'),
  objc: hashes('interface', 'implementation', 'protocol'),
};

/** Takes a few nanoseconds for each character. */
export function outlineOf(text: string, language: GrammarName): Outline {
  const reader = new WordReader(text, language);
  reader.read();
  const { names, types, bases, words } = reader;
  return { names: sorted(names), types: sorted(types), bases: sorted(bases), words: sorted(words) };
}

function sorted(values: ReadonlySet<number>): Uint32Array {
  return Uint32Array.from(values).sort();
}

/** Whether a set of an outline has a name, or one that cannot be told from it. */
export function includesName(set: Uint32Array, name: string): boolean {
  const hash = hashOf(name);
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return set[low] === hash;
}

/** Whether a file may hold one of some words: see `wordsOf`. */
export function mayMention({ names, words }: Outline, wanted: readonly string[]): boolean {
  return wanted.some((word) => includesName(words, word) || includesName(names, word));
}

/** Of the words that a file may hold, only some are `wanted`: one of each list. */
export function sameOutline(
  a: Outline | undefined,
  b: Outline | undefined,
  wanted: readonly (readonly string[])[] = [],
): boolean {
  if (a === undefined || b === undefined) return a === b;
  const isSame = equal(a.names, b.names) && equal(a.types, b.types) && equal(a.bases, b.bases);
  return isSame && wanted.every((words) => mayMention(a, words) === mayMention(b, words));
}

function equal(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

const quote = 34;
const comma = 44;
const dot = 46;
const slash = 47;
const star = 42;
const equals = 61;
const backslash = 92;
const openBrace = 123;
const openParenthesis = 40;
const closeParenthesis = 41;
const colon = 58;
const plus = 43;
const bar = 124;
const textQuote = '"""';

/** Words of comments and strings do not count. */
class WordReader {
  readonly names = new Set<number>();
  readonly types = new Set<number>();
  readonly bases = new Set<number>();
  readonly words = new Set<number>();
  readonly #text: string;
  readonly #isSwift: boolean;
  readonly #typeWords: ReadonlySet<number>;
  #previous = 0;
  /** Only blanks stand between the previous word and this place. */
  #isNext = false;
  /** In the head of a type. */
  #head: 'none' | 'line' | 'block' = 'none';
  /** In a line of cases, or of variables. */
  #list: 'none' | 'cases' | 'variables' = 'none';

  constructor(text: string, language: GrammarName) {
    this.#text = text;
    this.#isSwift = language === 'swift';
    this.#typeWords = typeWords[language];
  }

  read(): void {
    const text = this.#text;
    let at = 0;
    let before = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isWord(code)) {
        at = this.#word(at, before);
        before = 0;
      } else if (isBlank(code)) {
        if (code === 10 || code === 13) this.#endLine();
        at++;
      } else {
        const next = this.#pastMark(code, at);
        if (next === at + 1) before = code;
        at = next;
      }
    }
  }

  #endLine(): void {
    this.#list = 'none';
    if (this.#head === 'line') this.#head = 'none';
  }

  /** The end of a punctuation mark, comment or string. */
  #pastMark(code: number, at: number): number {
    // `case .a:` is a pattern.
    if (code === dot && this.#isNext && this.#previous === caseWord) this.#list = 'none';
    if (code === openBrace) this.#head = 'none';
    this.#isNext = false;
    if (code === slash) return this.#pastComment(at);
    return code === quote ? this.#pastString(at) : at + 1;
  }

  #word(start: number, before: number): number {
    const text = this.#text;
    let hash = offsetBasis;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (!isWord(code)) break;
      hash = Math.imul(hash ^ code, prime);
    }
    hash >>>= 0;
    this.#note(hash, before, at);
    if (hash === initWord && this.#isSwift && text.charCodeAt(start - 1) === dot) {
      const call = implicitInitAt(text, start);
      if (call !== undefined) this.words.add(hashOf(call));
    }
    this.#previous = hash;
    this.#isNext = true;
    return at;
  }

  #note(hash: number, before: number, end: number): void {
    if (this.#typeWords.has(hash)) this.#head = this.#isSwift && hash !== aliasWord ? 'block' : 'line';
    else if (this.#head !== 'none') {
      const isSubject = this.#isNext ? this.#typeWords.has(this.#previous) : before === dot;
      (isSubject ? this.types : this.bases).add(hash);
    }
    if (this.#isSwift && listWords.has(hash)) this.#list = hash === caseWord ? 'cases' : 'variables';
    const isNamed = this.#isNext && nameWords.has(this.#previous);
    const isListed = this.#list === 'cases' || (this.#list === 'variables' && before === comma);
    this.words.add(hash);
    if (isNamed || isListed || this.#isDeclarator(before, end)) this.names.add(hash);
  }

  /** `x =`, `x +=`; in Objective-C `(Type *)name`, `Type *name(`, `Type name(` as well. */
  #isDeclarator(before: number, end: number): boolean {
    if (before === closeParenthesis && !this.#isSwift) return true;
    const text = this.#text;
    let at = end;
    while (isBlank(text.charCodeAt(at))) at++;
    const next = text.charCodeAt(at);
    if (next === equals) return text.charCodeAt(at + 1) !== equals;
    if (next === plus || next === bar) return text.charCodeAt(at + 1) === equals;
    if (this.#isSwift) return false;
    return next === openParenthesis && (this.#isNext || before === star);
  }

  /** A comment without an end is none. */
  #pastComment(start: number): number {
    const text = this.#text;
    const second = text.charCodeAt(start + 1);
    if (second !== slash && second !== star) return start + 1;
    const end = second === slash ? text.indexOf('\n', start) : text.indexOf('*/', start + 2);
    if (end < 0) return second === slash ? text.length : start + 1;
    return second === slash ? end : end + 2;
  }

  /** Interpolated parts of a string may name functions, and a whole one may be a selector. */
  #pastString(start: number): number {
    const end = this.#stringEnd(start);
    if (this.#text.charCodeAt(end - 2) === colon) {
      const [, piece] = /^"(\w+):[\w:]*"$/.exec(this.#text.slice(start, end)) ?? [];
      if (piece !== undefined) this.words.add(hashOf(piece));
    }
    const string = this.#isSwift ? this.#text.slice(start, end) : '';
    if (string.includes('\\'))
      for (const [word] of string.matchAll(/[\w$\u0080-\uffff]+/g)) this.words.add(hashOf(word));
    return end;
  }

  /** To the end of the string or of its line. */
  #stringEnd(start: number): number {
    const text = this.#text;
    if (text.startsWith(textQuote, start)) {
      const end = text.indexOf(textQuote, start + textQuote.length);
      return (end < 0 ? start : end) + textQuote.length;
    }
    let end = start + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === quote) return end + 1;
      if (code === 10 || code === 13) return end;
      if (code === backslash) end++;
    }
    return text.length;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Letters of all alphabets, digits, `_` and `$`. */
function isWord(code: number): boolean {
  if (code >= 97) return code <= 122 || code > 127;
  if (code >= 65) return code <= 90 || code === 95;
  return (code >= 48 && code <= 57) || code === 36;
}
