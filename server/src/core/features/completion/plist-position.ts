/**
 * Where in an XML property list a cursor stands, read from the tags alone: a list in which somebody is typing is rarely
 * well-formed, and the tree of a broken one may have put things right in another way than the person will.
 */
import { decodeXml } from '../../syntax/plist-text';
import { type PlistToken, plistTokens } from '../../syntax/plist-tokens';
import type { TextRange } from '../../text';

export interface PlistFrame {
  readonly kind: 'dict' | 'array';
  /** Keys of a dictionary, strings of an array, without what the cursor is in. */
  readonly members: readonly string[];
  /** Of a dictionary: the key that has no value yet, or whose value the cursor is in. */
  readonly key: string | undefined;
}

export type PlistPlace =
  /** In the text of an element; `range` is that text without the blanks around it. */
  | {
      readonly kind: 'content';
      readonly element: 'string' | 'key';
      readonly range: TextRange;
      /** The end tag is there. */
      readonly isClosed: boolean;
      /** End of the end tag, or of the text. */
      readonly end: number;
      /** The next element is a value. */
      readonly hasValue: boolean;
    }
  /** Between elements; `range` is a word or the beginning of a tag around the cursor. */
  | { readonly kind: 'gap'; readonly range: TextRange; readonly hasValue: boolean };

export interface PlistPosition {
  /** Containers around the cursor, the root first. */
  readonly frames: readonly PlistFrame[];
  readonly place: PlistPlace;
}

interface OpenFrame {
  readonly kind: 'dict' | 'array';
  readonly members: string[];
  key: string | undefined;
}

const containers: ReadonlySet<string> = new Set(['dict', 'array']);
const scalars: ReadonlySet<string> = new Set(['string', 'integer', 'real', 'date', 'data']);

/** `undefined` in tags, comments and other places where no value or key can be written. */
export function plistPosition(text: string, offset: number): PlistPosition | undefined {
  const tokens = [...plistTokens(text)];
  const reader = new Reader(text);
  let next = 0;
  for (let token = tokens[next]; token !== undefined && isBefore(token, offset); token = tokens[next]) {
    reader.read(token);
    next++;
  }
  const rest = tokens.slice(next);
  const place = reader.place(rest, offset);
  if (place === undefined) return undefined;
  reader.readRest(rest, offset);
  return { frames: reader.frames, place };
}

/** Text and unfinished tags that end at the cursor are what is being written. */
function isBefore({ kind, range }: PlistToken, offset: number): boolean {
  return kind === 'text' || kind === 'broken' ? range.end < offset : range.end <= offset;
}

class Reader {
  readonly #text: string;
  readonly #frames: OpenFrame[] = [];
  /** The element whose text is being read. */
  #open: { readonly name: string; readonly start: number; text: string } | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get frames(): readonly PlistFrame[] {
    return this.#frames;
  }

  read(token: PlistToken): void {
    const { kind, name, range } = token;
    if (kind === 'text' && this.#open !== undefined)
      this.#open.text += this.#text.slice(range.start, range.end);
    else if (kind === 'open') this.#begin(name, range.end);
    else if (kind === 'close') this.#end(name);
    else if (kind === 'empty') {
      this.#begin(name, range.end);
      this.#end(name);
    }
  }

  #begin(name: string, start: number): void {
    this.#open = undefined;
    if (name === 'key') {
      // Keys stand in dictionaries: an array before it has not been closed.
      while (this.#top?.kind === 'array' && this.#frames.some(({ kind }) => kind === 'dict'))
        this.#frames.pop();
    }
    if (name === 'dict' || name === 'array') this.#frames.push({ kind: name, members: [], key: undefined });
    else if (name === 'key' || scalars.has(name)) this.#open = { name, start, text: '' };
    else if (name === 'true' || name === 'false') this.#valueDone();
  }

  #end(name: string): void {
    const open = this.#open;
    this.#open = undefined;
    if (containers.has(name)) {
      const at = this.#frames.findLastIndex(({ kind }) => kind === name);
      if (at < 0) return;
      this.#frames.splice(at);
      this.#valueDone();
    } else if (open?.name === name) {
      const text = decodeXml(open.text).trim();
      if (name === 'key') this.#keyDone(text);
      else {
        if (name === 'string' && this.#top?.kind === 'array') this.#top.members.push(text);
        this.#valueDone();
      }
    }
  }

  #keyDone(key: string): void {
    const top = this.#top;
    if (top?.kind !== 'dict') return;
    top.members.push(key);
    top.key = key;
  }

  #valueDone(): void {
    const top = this.#top;
    if (top?.kind === 'dict') top.key = undefined;
  }

  get #top(): OpenFrame | undefined {
    return this.#frames.at(-1);
  }

  /** `rest`: the tokens from the cursor on. */
  place(rest: readonly PlistToken[], offset: number): PlistPlace | undefined {
    const [first] = rest;
    if (this.#open !== undefined) return this.#content(this.#open, rest, offset);
    if (this.#frames.length === 0) return undefined;
    if (first === undefined || first.range.start >= offset) return this.#gap(offset, offset, offset, rest);
    if (first.kind === 'broken') {
      return first.message?.includes('tag') === true && offset <= first.range.end
        ? this.#gap(first.range.start, first.range.end, offset, rest.slice(1))
        : undefined;
    }
    return first.kind === 'text' ? this.#gap(offset, offset, offset, rest) : undefined;
  }

  #content(
    { name, start, text }: { readonly name: string; readonly start: number; readonly text: string },
    rest: readonly PlistToken[],
    offset: number,
  ): PlistPlace | undefined {
    // Markup inside of the text, such as a comment, is left alone.
    if ((name !== 'string' && name !== 'key') || text !== '') return undefined;
    const [first] = rest;
    const isText = first?.kind === 'text' && first.range.start === start;
    if (!isText && offset !== start) return undefined;
    const tag = isText ? rest[1] : first;
    const isClosed = tag?.kind === 'close' && tag.name === name;
    const written = isText ? this.#text.slice(start, first.range.end) : '';
    // What is not closed ends with its line.
    const own = isClosed ? written : (/^[^\r\n]*/.exec(written)?.[0] ?? '');
    const lead = own.length - own.trimStart().length;
    const range = own.trim() === '' ? { start: offset, end: offset } : trimmed(start + lead, own);
    if (offset < range.start || offset > range.end || /[\r\n]/.test(this.#text.slice(range.start, range.end)))
      return undefined;
    return {
      kind: 'content',
      element: name,
      range,
      isClosed,
      end: isClosed ? tag.range.end : range.end,
      hasValue: isValueNext(rest.slice(isText ? 2 : 1)),
    };
  }

  /** From `start` to `end`, and the word around it. */
  #gap(start: number, end: number, offset: number, rest: readonly PlistToken[]): PlistPlace | undefined {
    const before = /[\w.-]*$/.exec(this.#text.slice(0, start))?.[0] ?? '';
    const after = /^[\w.-]*>?/.exec(this.#text.slice(end))?.[0] ?? '';
    const isTag = start < end;
    const from = isTag ? start : start - before.length;
    // An editor may have closed the bracket.
    const to = end + (isTag || !after.endsWith('>') ? after.length : 0);
    const isAlone = /(^|[\s>])$/.test(this.#text.slice(Math.max(0, from - 1), from));
    const isFree = /^($|[\s<])/.test(this.#text.slice(to, to + 1));
    if (!isAlone || !isFree || offset > to) return undefined;
    return { kind: 'gap', range: { start: from, end: to }, hasValue: isValueNext(rest) };
  }

  /** Adds what stands behind the cursor in the innermost container. */
  readRest(rest: readonly PlistToken[], offset: number): void {
    const top = this.#top;
    if (top === undefined) return;
    const after = new Reader(this.#text);
    after.#frames.push({ kind: top.kind, members: [], key: undefined });
    const inside = after.#frames[0];
    for (const token of rest) {
      if (token.range.start < offset && token.kind !== 'open') continue;
      const isEnd = after.#frames.length === 1 && token.kind === 'close' && token.name === top.kind;
      const isNextKey = top.kind === 'array' && after.#frames.length === 1 && token.name === 'key';
      if (isEnd || isNextKey) break;
      after.read(token);
      if (after.#frames.length === 0) break;
    }
    top.members.push(...(inside?.members ?? []));
  }
}

/** Text between elements and comments do not count. */
function isValueNext(rest: readonly PlistToken[]): boolean {
  const next = rest.find(({ kind }) => kind !== 'skip' && kind !== 'text');
  return next?.kind === 'empty' || (next?.kind === 'open' && next.name !== 'key');
}

function trimmed(start: number, text: string): TextRange {
  return { start, end: start + text.trim().length };
}
