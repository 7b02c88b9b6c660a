/** Turns the elements that fast-xml-parser finds in a balanced text into nodes with ranges. */
import { XMLParser } from 'fast-xml-parser';
import type { TextRange } from '../text';
import { type BalancedPlist, MAX_DEPTH } from './plist-balance';
import { UNKNOWN_ELEMENT } from './plist-names';
import { decodeXml } from './plist-text';
import { tagEnd } from './plist-tokens';
import type { PlistEntry, PlistNode, SyntaxProblem } from './plist-types';

const TEXT = '#text';
const CDATA = '#cdata';
const KEY_MISPLACED = 'A key stands only inside of <dict>';
const METADATA = XMLParser.getMetaDataSymbol().valueOf();

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: true,
  trimValues: false,
  parseTagValue: false,
  // Entities are decoded from the source text here: the library counts them and gives up in large files.
  processEntities: false,
  textNodeName: TEXT,
  cdataPropName: CDATA,
  maxNestedTags: MAX_DEPTH + 1,
});

export interface PlistTree {
  readonly root: PlistNode | undefined;
  /** Elements that stand where a property list has no place for them. */
  readonly problems: readonly SyntaxProblem[];
}

export function buildPlistTree(balanced: BalancedPlist): PlistTree {
  return new TreeBuilder(balanced).build();
}

interface XmlElement {
  readonly name: string;
  readonly children: readonly unknown[];
  /** Offsets in the balanced text. */
  readonly start: number;
  readonly end: number;
}

class TreeBuilder {
  readonly #edited: BalancedPlist['edited'];
  readonly #problems: SyntaxProblem[] = [];

  constructor(balanced: BalancedPlist) {
    this.#edited = balanced.edited;
  }

  build(): PlistTree {
    const [root] = elementsOf(this.#parse());
    if (root === undefined) return { root: undefined, problems: this.#problems };
    const node = root.name === 'plist' ? this.#plist(root) : this.#node(root);
    return { root: node, problems: this.#problems };
  }

  #parse(): readonly unknown[] {
    try {
      const parsed: unknown = parser.parse(this.#edited.text);
      return Array.isArray(parsed) ? parsed : [];
    } catch {
      const range = { start: 0, end: this.#edited.originalEnd(this.#edited.text.length) };
      this.#problems.push({ range, message: 'This property list has tags that cannot be read' });
      return [];
    }
  }

  #plist(element: XmlElement): PlistNode | undefined {
    const [first, ...others] = elementsOf(element.children);
    if (first === undefined) {
      this.#report(element, 'This property list is empty');
      return undefined;
    }
    for (const other of others) this.#report(other, 'A property list holds one value only');
    return this.#node(first);
  }

  /** `undefined` for an element that is no value; that has then been reported. */
  #node(element: XmlElement): PlistNode | undefined {
    const base = { range: this.#range(element), inner: this.#inner(element) };
    const isSelfClosing = this.#edited.text.charAt(element.end - 2) === '/';
    switch (element.name) {
      case 'dict':
        return { kind: 'dict', ...base, isSelfClosing, entries: this.#entries(element) };
      case 'array':
        return { kind: 'array', ...base, isSelfClosing, items: this.#items(element) };
      case 'true':
      case 'false':
        return { kind: 'boolean', ...base, value: element.name === 'true' };
      case 'string':
      case 'integer':
      case 'real':
      case 'date':
      case 'data':
        return { kind: element.name, ...base, value: textOf(element) };
      case UNKNOWN_ELEMENT:
        return undefined;
      default:
        this.#report(element, element.name === 'key' ? KEY_MISPLACED : `<${element.name}> has no place here`);
        return undefined;
    }
  }

  #items(element: XmlElement): PlistNode[] {
    return elementsOf(element.children).flatMap((child) => this.#node(child) ?? []);
  }

  #entries(element: XmlElement): PlistEntry[] {
    const entries: PlistEntry[] = [];
    let key: XmlElement | undefined;
    for (const child of elementsOf(element.children)) {
      if (child.name === 'key') {
        if (key !== undefined) entries.push(this.#valueless(key));
        key = child;
      } else if (key === undefined) {
        if (child.name !== UNKNOWN_ELEMENT) this.#report(child, 'This value has no key');
      } else {
        entries.push(this.#entry(key, this.#node(child)));
        key = undefined;
      }
    }
    if (key !== undefined) entries.push(this.#valueless(key));
    return entries;
  }

  #valueless(key: XmlElement): PlistEntry {
    this.#report(key, `The key "${textOf(key)}" has no value`);
    return this.#entry(key, undefined);
  }

  #entry(key: XmlElement, value: PlistNode | undefined): PlistEntry {
    return { key: textOf(key), keyRange: this.#inner(key), keyElement: this.#range(key), value };
  }

  #report(element: XmlElement, message: string): void {
    this.#problems.push({ range: this.#range(element), message });
  }

  #range(element: XmlElement): TextRange {
    return {
      start: this.#edited.originalStart(element.start),
      end: this.#edited.originalEnd(element.end),
    };
  }

  /** The library knows where elements begin and end, not where their tags do. */
  #inner(element: XmlElement): TextRange {
    const { text } = this.#edited;
    const contentStart = tagEnd(text, element.start + 1);
    if (contentStart >= element.end) {
      const slash = this.#edited.originalEnd(element.end) - '/>'.length;
      return { start: slash, end: slash };
    }
    return {
      start: this.#edited.originalEnd(contentStart),
      end: this.#edited.originalStart(text.lastIndexOf('</', element.end - 1)),
    };
  }
}

function elementsOf(nodes: readonly unknown[]): XmlElement[] {
  return nodes.flatMap((node) => {
    if (typeof node !== 'object' || node === null) return [];
    const metadata: unknown = Reflect.get(node, METADATA);
    const [entry] = Object.entries(node);
    if (entry === undefined || !isRange(metadata)) return [];
    const [name, children] = entry;
    if (!Array.isArray(children)) return [];
    return [{ name, children, start: metadata.startIndex, end: metadata.endIndex }];
  });
}

function isRange(value: unknown): value is { startIndex: number; endIndex: number } {
  return typeof value === 'object' && value !== null && 'startIndex' in value && 'endIndex' in value;
}

function textOf(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child !== 'object' || child === null) continue;
    const [entry] = Object.entries(child);
    if (entry?.[0] === TEXT) text += decodeXml(String(entry[1]));
    else if (entry?.[0] === CDATA && Array.isArray(entry[1])) text += cdataText(entry[1]);
  }
  return text;
}

function cdataText(nodes: readonly unknown[]): string {
  const [node] = nodes;
  if (typeof node !== 'object' || node === null) return '';
  return String(Reflect.get(node, TEXT) ?? '');
}
