/** Splits the text of an XML property list into tags, text and what carries no value. Never fails. */
import type { TextRange } from '../text';

export interface PlistToken {
  /** `skip`: comments, processing instructions, the document type. `broken`: a `<` that begins nothing whole. */
  readonly kind: 'open' | 'close' | 'empty' | 'text' | 'cdata' | 'skip' | 'broken';
  /** Name of a tag, also of one that is not finished; otherwise empty. */
  readonly name: string;
  readonly range: TextRange;
  /** What is wrong with a `broken` token. */
  readonly message?: string;
}

const DELIMITED = [
  { open: '<!--', close: '-->', kind: 'skip', what: 'This comment is not closed' },
  { open: '<![CDATA[', close: ']]>', kind: 'cdata', what: 'This CDATA section is not closed' },
  { open: '<?', close: '?>', kind: 'skip', what: 'This declaration is not closed' },
] as const;

const NAME = /[A-Za-z_][^\s<>/'"=]*/y;
const CLOSE_TAIL = /\s*>/y;
const CONFLICT_MARKER = /<{7}(?!<)[^\r\n]*/y;

export function* plistTokens(text: string): Generator<PlistToken> {
  let position = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (position < text.length) {
    const next = text.indexOf('<', position);
    const end = next < 0 ? text.length : next;
    if (end > position) yield token('text', position, end);
    if (next < 0) return;
    const markup = markupAt(text, next);
    yield markup;
    position = markup.range.end;
  }
}

function token(kind: PlistToken['kind'], start: number, end: number, name = ''): PlistToken {
  return { kind, name, range: { start, end } };
}

function broken(start: number, end: number, message: string): PlistToken {
  return { ...token('broken', start, end), message };
}

function markupAt(text: string, start: number): PlistToken {
  for (const { open, close, kind, what } of DELIMITED) {
    if (!text.startsWith(open, start)) continue;
    const end = text.indexOf(close, start + open.length);
    return end < 0 ? broken(start, text.length, what) : token(kind, start, end + close.length);
  }
  if (text.startsWith('<!', start)) return doctypeAt(text, start);
  return text.startsWith('</', start) ? closeTagAt(text, start) : openTagAt(text, start);
}

/** The document type may hold an internal subset in brackets; quotes hide what is in them. */
function doctypeAt(text: string, start: number): PlistToken {
  let isInSubset = false;
  for (let i = start + 2; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"' || char === "'") {
      i = text.indexOf(char, i + 1);
      if (i < 0) break;
    } else if (char === '[' || char === ']') isInSubset = char === '[';
    else if (char === '>' && !isInSubset) return token('skip', start, i + 1);
  }
  const end = text.indexOf('>', start);
  return broken(start, end < 0 ? text.length : end + 1, 'This declaration is not closed');
}

function closeTagAt(text: string, start: number): PlistToken {
  const name = match(NAME, text, start + 2);
  const nameEnd = start + 2 + name.length;
  const tail = match(CLOSE_TAIL, text, nameEnd);
  if (tail === '')
    return { ...broken(start, nameEnd, `The tag </${name} is not finished`), name: `/${name}` };
  return token('close', start, nameEnd + tail.length, name);
}

function openTagAt(text: string, start: number): PlistToken {
  const name = match(NAME, text, start + 1);
  if (name === '') {
    const marker = match(CONFLICT_MARKER, text, start);
    if (marker !== '')
      return broken(start, start + marker.length, 'This is the marker of an unresolved merge conflict');
    return broken(start, start + 1, 'A < that begins no tag is written &lt;');
  }
  const end = tagEnd(text, start + 1 + name.length);
  if (end < 0) return { ...broken(start, start + 1 + name.length, `The tag <${name} is not finished`), name };
  return token(text.charAt(end - 2) === '/' ? 'empty' : 'open', start, end, name);
}

/** Offset after the `>` of a tag, found from inside of it; negative when another tag or the end comes first. */
export function tagEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '>') return i + 1;
    if (char === '<') return -1;
    if (char === '"' || char === "'") {
      const close = text.indexOf(char, i + 1);
      if (close < 0) return -1;
      i = close;
    }
  }
  return -1;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
