/** The tokens that say how Swift is put together: braces, and where declarations begin. */
import { TokenKind } from './swift-scanner';
import { LOOK_AHEAD, type TokenView } from './swift-tokens';

/** What a mark is. The last three begin types with a body. */
export const MarkKind = { open: 1, close: 2, declaration: 3, class: 4, enum: 5, protocol: 6 } as const;

/** Numbers for each mark. */
export const MARK_SIZE = 4;

/**
 * Marks one after the other, each as: its kind, its offset, and two details. Of a type these are the offsets of its opening
 * brace and of the end of its name; of a closing brace, 1 as the first when it is the first token of its line.
 */
export type SwiftMarks = Int32Array;

/** `isBlanked` says which tokens are blanked for the grammar: they do not count. */
export function swiftMarks(view: TokenView, isBlanked: (index: number) => boolean): SwiftMarks {
  return new MarkFinder(view, isBlanked).run();
}

/** Marks of parts of a text, at their places in the whole. */
export function joinMarks(
  parts: readonly { readonly start: number; readonly marks: SwiftMarks }[],
): SwiftMarks {
  const result = new Int32Array(parts.reduce((sum, { marks }) => sum + marks.length, 0));
  let at = 0;
  for (const { start, marks } of parts) {
    result.set(marks, at);
    for (let i = at; i < at + marks.length; i += MARK_SIZE) {
      result[i + 1] = (result[i + 1] ?? 0) + start;
      if ((result[i] ?? 0) < MarkKind.class) continue;
      result[i + 2] = (result[i + 2] ?? 0) + start;
      result[i + 3] = (result[i + 3] ?? 0) + start;
    }
    at += marks.length;
  }
  return result;
}

const MODIFIERS = words(
  'public private fileprivate internal open package static final override mutating nonmutating convenience required ' +
    'lazy weak unowned dynamic optional prefix postfix infix indirect nonisolated distributed isolated consuming borrowing',
);

const TYPES: ReadonlyMap<string, number> = new Map([
  ['class', MarkKind.class],
  ['struct', MarkKind.class],
  ['actor', MarkKind.class],
  ['extension', MarkKind.class],
  ['enum', MarkKind.enum],
  ['protocol', MarkKind.protocol],
]);

/** Keywords of declarations, with the punctuation that may come next; a name may in any case. */
const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['var', '('],
  ['let', '('],
  ['init', '(?!<'],
  ['deinit', '{'],
  ['subscript', '(<'],
  ['typealias', ''],
  ['associatedtype', ''],
  ['case', ''],
  ['import', ''],
  ['precedencegroup', ''],
  ['macro', ''],
]);

/** Behind them comes a name, be it one of signs. */
const ANY_NAME = words('func operator');

/** What comes behind them on a new line belongs to the same statement. */
const LEADING = words('if guard while case for catch');

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Where the keyword of a declaration is. */
interface Keyword {
  readonly index: number;
  readonly word: string;
}

class MarkFinder {
  readonly #view: TokenView;
  /** The tokens that are not blanked. */
  readonly #live: Int32Array;
  /** 1 where the token, or a blanked one in front of it, is the first of its line. */
  readonly #opensLine: Uint8Array;
  readonly #count: number = 0;
  readonly #marks: number[] = [];

  constructor(view: TokenView, isBlanked: (index: number) => boolean) {
    this.#view = view;
    this.#live = new Int32Array(view.count);
    this.#opensLine = new Uint8Array(view.count);
    let opensLine = false;
    for (let index = 0; index < view.count; index++) {
      opensLine ||= view.opensLine(index);
      if (isBlanked(index)) continue;
      this.#opensLine[this.#count] = opensLine ? 1 : 0;
      this.#live[this.#count++] = index;
      opensLine = false;
    }
  }

  run(): SwiftMarks {
    for (let at = 0; at < this.#count; at++) {
      if (this.#is(at, '{')) this.#marks.push(MarkKind.open, this.#start(at), 0, 0);
      else if (this.#is(at, '}')) {
        this.#marks.push(MarkKind.close, this.#start(at), this.#opensLine[at] ?? 0, 0);
      } else if (this.#opensLine[at] === 1) at = this.#declaration(at);
    }
    return Int32Array.from(this.#marks);
  }

  /** Marks a declaration that begins at a token, and answers the last token that was read. */
  #declaration(at: number): number {
    const keyword = this.#beginning(at);
    if (keyword === undefined) return at;
    const kind = TYPES.get(keyword.word);
    const body = kind === undefined ? undefined : this.#body(keyword.index + 1);
    if (kind === undefined || body === undefined) {
      this.#marks.push(MarkKind.declaration, this.#start(at), 0, 0);
    } else this.#marks.push(kind, this.#start(at), this.#start(body), this.#nameEnd(keyword.index + 1));
    return keyword.index;
  }

  /** The keyword of the declaration that begins at the first token of a line; `undefined` when none does. */
  #beginning(at: number): Keyword | undefined {
    const keyword = this.#keyword(at);
    // What is behind a closing brace does not depend on what is in front of it: Swift may be cut there.
    const isBehindBrace = this.#view.is(this.#token(at) - 1, '}');
    if (keyword === undefined || keyword.word === 'func' || isBehindBrace) return keyword;
    const before = at - 1;
    const isContinued = this.#isOneOf(before, ',([.') || LEADING.has(this.#word(before));
    return isContinued ? undefined : keyword;
  }

  /** Behind attributes and modifiers. */
  #keyword(from: number): Keyword | undefined {
    for (let at = from; at < Math.min(this.#count, from + LOOK_AHEAD); ) {
      if (this.#is(at, '@') && this.#isName(at + 1)) at = this.#attributeEnd(at);
      else {
        const word = this.#word(at);
        if (this.#isKeyword(at, word)) return { index: at, word };
        if (word !== 'class' && !MODIFIERS.has(word)) return undefined;
        at = this.#is(at + 1, '(') ? this.#parenEnd(at + 1) : at + 1;
      }
    }
    return undefined;
  }

  #isKeyword(at: number, word: string): boolean {
    const next = at + 1;
    if (ANY_NAME.has(word)) return next < this.#count;
    const signs = KEYWORDS.get(word);
    if (signs !== undefined) return this.#isName(next) || this.#isOneOf(next, signs);
    if (!TYPES.has(word) || !this.#isName(next)) return false;
    return word !== 'class' || this.#keywordBehindClass(next) === undefined;
  }

  /** `class func`, `class override var`: the word is a modifier. */
  #keywordBehindClass(at: number): Keyword | undefined {
    const word = this.#word(at);
    return MODIFIERS.has(word) || word === 'func' || KEYWORDS.has(word) ? this.#keyword(at) : undefined;
  }

  #attributeEnd(at: number): number {
    let end = at + 2;
    while (this.#is(end, '.') && this.#isName(end + 1)) end += 2;
    if (this.#is(end, '<')) end = this.#angleEnd(end);
    return this.#is(end, '(') ? this.#parenEnd(end) : end;
  }

  /** Behind the `)` that closes the `(` at a token; behind that token alone when there is none. */
  #parenEnd(open: number): number {
    let depth = 0;
    for (let at = open; at < Math.min(this.#count, open + LOOK_AHEAD); at++) {
      if (this.#is(at, '(')) depth++;
      else if (this.#is(at, ')') && --depth === 0) return at + 1;
      else if (this.#is(at, '}')) break;
    }
    return open + 1;
  }

  /** Behind the `>` that closes the `<` at a token; behind that token alone when there is none. */
  #angleEnd(open: number): number {
    let depth = 0;
    for (let at = open; at < Math.min(this.#count, open + LOOK_AHEAD); at++) {
      if (this.#is(at, '<')) depth++;
      else if (this.#is(at, '>') && !this.#is(at - 1, '-') && --depth === 0) return at + 1;
      else if (this.#isOneOf(at, '{}')) break;
    }
    return open + 1;
  }

  /** The opening brace of a type, searched for from its name on. */
  #body(name: number): number | undefined {
    for (let at = name; at < Math.min(this.#count, name + LOOK_AHEAD); at++) {
      if (this.#is(at, '{')) return at;
      if (this.#isOneOf(at, '};=')) return undefined;
      if (at > name && this.#opensLine[at] === 1 && this.#beginning(at) !== undefined) return undefined;
    }
    return undefined;
  }

  #nameEnd(name: number): number {
    let last = name;
    while (this.#is(last + 1, '.') && this.#isName(last + 2)) last += 2;
    return this.#view.end(this.#token(last));
  }

  #token(at: number): number {
    return at >= 0 && at < this.#count ? (this.#live[at] ?? -1) : -1;
  }

  #start(at: number): number {
    return this.#view.start(this.#token(at));
  }

  #is(at: number, character: string): boolean {
    return this.#view.is(this.#token(at), character);
  }

  #isOneOf(at: number, characters: string): boolean {
    return this.#view.isOneOf(this.#token(at), characters);
  }

  #isName(at: number): boolean {
    const kind = this.#view.kind(this.#token(at));
    return kind === TokenKind.word || kind === TokenKind.rawName;
  }

  #word(at: number): string {
    const index = this.#token(at);
    return this.#view.isWord(index) ? this.#view.read(index) : '';
  }
}
