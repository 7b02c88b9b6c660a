/** Splits Starlark into tokens. Never fails; comments and blanks are left out. */
import type { TextRange } from '../../text';

export interface StarlarkToken {
  readonly kind: 'string' | 'name' | 'number' | 'sign' | 'newline';
  /** Content of a string, as far as its escapes are known; otherwise as written. */
  readonly text: string;
  readonly range: TextRange;
  /** Begins its line, without a blank before it. */
  readonly isFirst: boolean;
}

const blank = /[ \t\f]+|\\\r?\n|#[^\r\n]*/y;
const lineEnd = /\r\n?|\n/y;
const string = /[rRbB]{0,2}("""|'''|"|')/y;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
const number = /\d[\w.]*/y;

export function starlarkTokens(text: string): readonly StarlarkToken[] {
  const tokens: StarlarkToken[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let lineStart = at;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const add = (kind: StarlarkToken['kind'], end: number, content?: string): void => {
    const range = { start: at, end };
    tokens.push({ kind, text: content ?? text.slice(at, end), range, isFirst: at === lineStart });
    at = end;
  };
  while (at < text.length) {
    const skipped = match(blank)?.[0].length ?? 0;
    if (skipped > 0) {
      at += skipped;
      continue;
    }
    const newline = match(lineEnd)?.[0];
    const opening = match(string);
    const word = match(name) ?? undefined;
    if (newline !== undefined) {
      add('newline', at + newline.length);
      lineStart = at;
    } else if (opening !== null) {
      const { end, content } = stringAt(text, at + opening[0].length, opening[1] ?? '"', opening[0]);
      add('string', end, content);
    } else if (word !== undefined) add('name', at + word[0].length);
    else add(match(number) === null ? 'sign' : 'number', at + (match(number)?.[0].length ?? 1));
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

/** A string on one line that is not closed ends with the line. */
function stringAt(
  text: string,
  start: number,
  quote: string,
  opening: string,
): { readonly end: number; readonly content: string } {
  const isRaw = /^[bB]?[rR]/.test(opening);
  let content = '';
  let at = start;
  while (at < text.length && !text.startsWith(quote, at)) {
    const char = text.charAt(at);
    if (quote.length === 1 && (char === '\n' || char === '\r')) return { end: at, content };
    const next = text.charAt(at + 1);
    if (char === '\\' && isRaw) content += char + next;
    else if (char === '\\') content += escapes[next] ?? next;
    else content += char;
    at += char === '\\' ? 2 : 1;
  }
  return { end: Math.min(at + quote.length, text.length), content };
}
