/** Questions about the tokens of a Swift text, asked by index. Indexes outside of the text answer "no token". */
import { type SwiftTokens, TokenKind } from './swift-scanner';

/** How many tokens a search goes through; real code needs a fraction of it, and no text takes quadratic time. */
export const LOOK_AHEAD = 200;

export class TokenView {
  constructor(
    readonly text: string,
    readonly tokens: SwiftTokens,
  ) {}

  get count(): number {
    return this.tokens.count;
  }

  kind(index: number): number {
    return index >= 0 && index < this.count ? (this.tokens.kinds[index] ?? 0) : 0;
  }

  start(index: number): number {
    return index < this.count ? (this.tokens.starts[index] ?? 0) : this.text.length;
  }

  end(index: number): number {
    return index < this.count ? (this.tokens.ends[index] ?? 0) : this.text.length;
  }

  /** The token's text; '' where there is none. */
  read(index: number): string {
    return this.kind(index) === 0 ? '' : this.text.slice(this.start(index), this.end(index));
  }

  /** Whether the token is this one character of punctuation. */
  is(index: number, character: string): boolean {
    return this.kind(index) === TokenKind.punctuation && this.text.charAt(this.start(index)) === character;
  }

  /** Whether the token is one of these characters of punctuation. */
  isOneOf(index: number, characters: string): boolean {
    return (
      this.kind(index) === TokenKind.punctuation && characters.includes(this.text.charAt(this.start(index)))
    );
  }

  /** Whether nothing stands between the token and the one before. */
  touches(index: number): boolean {
    return this.end(index - 1) === this.start(index);
  }

  isWord(index: number, word?: string): boolean {
    if (this.kind(index) !== TokenKind.word) return false;
    return word === undefined || this.read(index) === word;
  }

  opensLine(index: number): boolean {
    return index >= this.count || this.tokens.opensLine[index] === 1;
  }

  /** First index behind `index` whose token starts a line; `limit` when that comes first. */
  nextLine(index: number, limit = this.count): number {
    let next = index + 1;
    while (next < Math.min(this.count, limit) && !this.opensLine(next)) next++;
    return next;
  }

  /** First index of the line on which `index` stands, or one on it when the line is very long. */
  lineStart(index: number): number {
    let first = index;
    while (first > 0 && first > index - LOOK_AHEAD && !this.opensLine(first)) first--;
    return first;
  }

  /** Whether one of the tokens `from` up to (not with) `to` is a word that matches. */
  hasWord(from: number, to: number, words: RegExp): boolean {
    for (let at = from; at < to; at++) if (this.isWord(at) && words.test(this.read(at))) return true;
    return false;
  }

  /** Index of the `)` that closes the `(` at `index`; `undefined` when it is missing. */
  closingParen(index: number): number | undefined {
    let depth = 0;
    for (let at = index; at < Math.min(this.count, index + LOOK_AHEAD); at++) {
      if (this.is(at, '(')) depth++;
      else if (this.is(at, ')') && --depth === 0) return at;
      else if (this.is(at, '{') || this.is(at, '}')) return undefined;
    }
    return undefined;
  }
}
