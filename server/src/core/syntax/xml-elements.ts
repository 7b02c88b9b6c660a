/** Elements and attributes of any XML file with their ranges, as far as it is readable. */
import type { TextRange } from '../text';
import { decodeXml } from './plist-text';
import { type PlistToken, plistTokens } from './plist-tokens';
import type { SyntaxProblem } from './plist-types';

export interface XmlAttribute {
  readonly value: string;
  /** Between the quotes. */
  readonly range: TextRange;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  /** Tags included. */
  readonly range: TextRange;
  /** Between the tags. */
  readonly inner: TextRange;
  readonly children: readonly XmlElement[];
  /** Decoded and trimmed text of the element itself. */
  readonly text: string;
}

export interface XmlFile {
  /** Elements that stand in no other: one in a sound file. */
  readonly roots: readonly XmlElement[];
  /** The first thing that is wrong. */
  readonly problem: SyntaxProblem | undefined;
}

const maxDepth = 200;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, XmlAttribute>;
  readonly start: number;
  readonly contentStart: number;
  readonly children: XmlElement[];
  text: string;
}

/** Never throws. An element that is not closed ends where the one around it does. */
export function parseXmlElements(text: string): XmlFile {
  const reader = new Reader(text);
  for (const token of plistTokens(text)) reader.take(token);
  return reader.finish();
}

class Reader {
  readonly #text: string;
  readonly #roots: XmlElement[] = [];
  readonly #open: Open[] = [];
  #problem: SyntaxProblem | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  take(token: PlistToken): void {
    const { kind, name, range } = token;
    const written = this.#text.slice(range.start, range.end);
    if (kind === 'text') this.#addText(decodeXml(written));
    else if (kind === 'cdata') this.#addText(written.slice('<![CDATA['.length, -']]>'.length));
    else if (kind === 'open' || kind === 'empty') this.#begin(name, range, kind === 'empty');
    else if (kind === 'close') this.#end(name, range);
    else if (kind === 'broken') this.#report(range, token.message ?? 'This is not well-formed XML');
  }

  finish(): XmlFile {
    const last = this.#open.at(-1);
    if (last !== undefined) {
      const end = last.contentStart;
      this.#report({ start: last.start, end }, `<${last.name}> is not closed`);
    }
    while (this.#open.length > 0) this.#close(this.#text.length, this.#text.length);
    return { roots: this.#roots, problem: this.#problem };
  }

  #addText(text: string): void {
    const element = this.#open.at(-1);
    if (element !== undefined) element.text += text;
  }

  #begin(name: string, range: TextRange, isEmpty: boolean): void {
    const attributes = attributesOf(this.#text, range, name);
    this.#open.push({
      name,
      attributes,
      start: range.start,
      contentStart: range.end,
      children: [],
      text: '',
    });
    if (this.#open.length > maxDepth) this.#report(range, 'This element is nested too deeply');
    if (isEmpty || this.#open.length > maxDepth) this.#close(range.end, range.end);
  }

  #end(name: string, range: TextRange): void {
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (at < 0) this.#report(range, `</${name}> closes nothing`);
    else if (at < this.#open.length - 1) this.#report(range, `</${name}> closes more than its own element`);
    while (at >= 0 && this.#open.length > at) {
      this.#close(range.start, this.#open.length === at + 1 ? range.end : range.start);
    }
  }

  #close(contentEnd: number, end: number): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    const { name, attributes, start, contentStart, children } = open;
    const element: XmlElement = {
      name,
      attributes,
      range: { start, end },
      inner: { start: contentStart, end: contentEnd },
      children,
      text: open.text.trim(),
    };
    (this.#open.at(-1)?.children ?? this.#roots).push(element);
  }

  #report(range: TextRange, message: string): void {
    this.#problem ??= { range, message };
  }
}

const attributeName = /[^\s=<>/"']+/y;
const equals = /\s*=\s*/y;
const quoted = /"[^"]*"|'[^']*'/y;

/** Attributes of the tag at `range`; of two with one name the first counts. */
function attributesOf(text: string, range: TextRange, name: string): ReadonlyMap<string, XmlAttribute> {
  const found = new Map<string, XmlAttribute>();
  let at = range.start + 1 + name.length;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0] ?? '';
    at += taken.length;
    return taken;
  };
  while (at < range.end) {
    const key = take(attributeName);
    const value = key !== '' && take(equals) !== '' ? take(quoted) : '';
    if (value !== '' && !found.has(key)) {
      const inner = { start: at - value.length + 1, end: at - 1 };
      found.set(key, { value: decodeXml(text.slice(inner.start, inner.end)), range: inner });
    }
    if (key === '') at++;
  }
  return found;
}

/** All elements of the name, at any depth, in the order of the file. */
export function elementsNamed(elements: readonly XmlElement[], name: string): readonly XmlElement[] {
  return elements.flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...elementsNamed(element.children, name),
  ]);
}
