/** Characters of Swift text, and where what begins with them ends. */

export const NEWLINE = 10;
export const RETURN = 13;
export const QUOTE = 34;
export const HASH = 35;
export const OPEN_PAREN = 40;
export const CLOSE_PAREN = 41;
export const STAR = 42;
const DOT = 46;
export const SLASH = 47;
export const LESS = 60;
export const BACKSLASH = 92;
export const AT = 64;
export const BACKTICK = 96;
export const CLOSE_BRACE = 125;

/** How far the end of a literal on one line is searched for, so that long lines do not take quadratic time. */
export const MAX_ONE_LINE_LITERAL = 2000;

export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0;
}

export function isLineBreak(code: number): boolean {
  return code === NEWLINE || code === RETURN;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isNameStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36 || code > 0xa0
  );
}

export function nameEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && (isNameStart(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++;
  return end;
}

export function numberEnd(text: string, start: number): number {
  let end = nameEnd(text, start);
  if (text.charCodeAt(end) === DOT && isDigit(text.charCodeAt(end + 1))) end = nameEnd(text, end + 1);
  return end;
}

export function lineEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

/** Swift's block comments nest. An open one reaches to the end of the text. */
export function blockCommentEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (code === SLASH && next === STAR) {
      depth++;
      at++;
    } else if (code === STAR && next === SLASH) {
      depth--;
      at++;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** End of a bare `/…/` literal: on one line, with a blank neither behind its first nor before its last slash. */
export function regexEnd(text: string, start: number): number | undefined {
  if (isBlank(text.charCodeAt(start + 1))) return undefined;
  for (let at = start + 1; at < start + MAX_ONE_LINE_LITERAL; at++) {
    const code = text.charCodeAt(at);
    if (isLineBreak(code) || at >= text.length) return undefined;
    if (code === BACKSLASH && !isLineBreak(text.charCodeAt(at + 1))) at++;
    else if (code === SLASH) return isBlank(text.charCodeAt(at - 1)) ? undefined : at + 1;
  }
  return undefined;
}
