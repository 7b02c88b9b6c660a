/** Splits JavaScript and TypeScript into tokens, as far as literals need it. Never fails; comments are left out. */
import type { TextRange } from '../../text';

export interface JsToken {
  /** `template`: a template literal that has something computed in it. */
  readonly kind: 'string' | 'template' | 'name' | 'number' | 'sign';
  /** Content of a string without its escapes; otherwise as written. */
  readonly text: string;
  readonly range: TextRange;
}

const skipped = /\s+|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const name = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const number = /\d[\w.]*/y;
const sign = /=>|\.\.\.|\?\?|\?\.|&&|\|\||[=!]==?|[\s\S]/uy;

export function jsTokens(text: string): readonly JsToken[] {
  const tokens: JsToken[] = [];
  let at = 0;
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? '';
  };
  const add = (kind: JsToken['kind'], end: number, content?: string): void => {
    tokens.push({ kind, text: content ?? text.slice(at, end), range: { start: at, end } });
    at = end;
  };
  while (at < text.length) {
    const blank = match(skipped).length;
    if (blank > 0) {
      at += blank;
      continue;
    }
    const char = text.charAt(at);
    const word = match(name).length;
    const digits = match(number).length;
    if (char === '"' || char === "'" || char === '`') {
      const { end, content, isComputed } = stringAt(text, at, char);
      add(isComputed ? 'template' : 'string', end, content);
    } else if (word > 0) add('name', at + word);
    else if (digits > 0) add('number', at + digits);
    else add('sign', at + Math.max(match(sign).length, 1));
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

/** A string on one line that is not closed ends with the line. */
function stringAt(
  text: string,
  start: number,
  quote: string,
): { readonly end: number; readonly content: string; readonly isComputed: boolean } {
  let content = '';
  let isComputed = false;
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== quote) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (quote !== '`' && (char === '\n' || char === '\r')) return { end: at, content, isComputed };
    // A nested template ends this one too early; it is computed all the same.
    if (quote === '`' && char === '$' && next === '{') isComputed = true;
    if (char === '\\' && (next === 'u' || next === 'x')) isComputed = true;
    content += char === '\\' ? (escapes[next] ?? next) : char;
    at += char === '\\' ? 2 : 1;
  }
  return { end: Math.min(at + 1, text.length), content, isComputed };
}
