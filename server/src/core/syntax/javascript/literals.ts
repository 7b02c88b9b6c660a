/** Reads literals of JavaScript as plist values. What is computed is left out, and said. */
import type { TextRange } from '../../text';
import type { PlistEntry, PlistNode } from '../plist-types';
import type { JsCursor } from './cursor';
import type { JsToken } from './tokens';

const maxDepth = 60;

/** What could not be read of a literal. */
export interface Unread {
  /** Values that are computed. */
  readonly values: TextRange[];
  /** Dictionaries that get further entries from elsewhere: spread, or under computed keys. */
  readonly open: TextRange[];
}

export class LiteralReader {
  readonly unread: Unread = { values: [], open: [] };
  readonly #cursor: JsCursor;
  #depth = 0;

  constructor(cursor: JsCursor) {
    this.#cursor = cursor;
  }

  /** The value that begins here; `undefined` when it is none that a property list has. */
  value(): PlistNode | undefined {
    const first = this.#cursor.peek();
    const start = first?.range.start ?? 0;
    const node = first === undefined ? undefined : this.#literal(first);
    if (this.#endsHere()) return node;
    // An operator or a call follows: the literal is only part of the value.
    this.#cursor.skipElement();
    this.unread.values.push({ start, end: this.#lastEnd(start) });
    return undefined;
  }

  #literal(token: JsToken): PlistNode | undefined {
    const { kind, text, range } = token;
    if (kind === 'sign' && (text === '{' || text === '[')) return this.#bracketed(token);
    if (kind === 'sign') {
      this.unread.values.push(range);
      return undefined;
    }
    this.#cursor.next();
    if (kind === 'string') {
      const inner = { start: range.start + 1, end: Math.max(range.start + 1, range.end - 1) };
      return { kind: 'string', range, inner, value: text };
    }
    if (kind === 'number' && Number.isFinite(Number(text))) {
      const isInteger = Number.isInteger(Number(text));
      return { kind: isInteger ? 'integer' : 'real', range, inner: range, value: text };
    }
    if (text === 'true' || text === 'false') {
      return { kind: 'boolean', range, inner: range, value: text === 'true' };
    }
    if (text !== 'null' && text !== 'undefined') this.unread.values.push(range);
    return undefined;
  }

  #bracketed(open: JsToken): PlistNode | undefined {
    if (this.#depth >= maxDepth) {
      this.#cursor.skip();
      this.unread.values.push({ start: open.range.start, end: this.#lastEnd(open.range.start) });
      return undefined;
    }
    this.#depth++;
    this.#cursor.next();
    const node = open.text === '{' ? this.#dict(open.range.start) : this.#array(open.range.start);
    this.#depth--;
    return node;
  }

  #dict(start: number): PlistNode {
    const entries: PlistEntry[] = [];
    let isOpen = false;
    this.#elements('}', () => {
      const entry = this.#entry();
      if (entry === undefined) isOpen = true;
      else entries.push(entry);
    });
    const spans = this.#spans(start);
    if (isOpen) this.unread.open.push(spans.range);
    return { kind: 'dict', ...spans, isSelfClosing: false, entries };
  }

  /** `undefined` for what adds entries that are not known. */
  #entry(): PlistEntry | undefined {
    const key = this.#cursor.peek();
    if (key === undefined || (key.kind !== 'name' && key.kind !== 'string')) {
      this.#cursor.skipElement();
      return undefined;
    }
    const { range, text } = key;
    const keyRange = key.kind === 'string' ? { start: range.start + 1, end: range.end - 1 } : range;
    const named = { key: text, keyRange, keyElement: range };
    this.#cursor.next();
    if (this.#cursor.takeSign(':')) return { ...named, value: this.value() };
    // `{ name }`, a method or a getter.
    this.#cursor.skipElement();
    this.unread.values.push(range);
    return { ...named, value: undefined };
  }

  #array(start: number): PlistNode {
    const items: PlistNode[] = [];
    this.#elements(']', () => {
      const item = this.value();
      if (item !== undefined) items.push(item);
    });
    return { kind: 'array', ...this.#spans(start), isSelfClosing: false, items };
  }

  #elements(bracket: string, element: () => void): void {
    while (!this.#cursor.isAtEnd && !this.#cursor.isSign(bracket)) {
      if (this.#cursor.takeSign(',')) continue;
      const before = this.#cursor.at;
      element();
      // A bracket of another kind closes nothing.
      if (this.#cursor.at === before) this.#cursor.next();
    }
    this.#cursor.next();
  }

  #spans(start: number): { readonly range: TextRange; readonly inner: TextRange } {
    const end = this.#lastEnd(start);
    return { range: { start, end }, inner: { start: start + 1, end: Math.max(start + 1, end - 1) } };
  }

  #lastEnd(least: number): number {
    return Math.max(least, this.#cursor.peek(-1)?.range.end ?? least);
  }

  /** Types are skipped: `as const`, `satisfies ExpoConfig`. */
  #endsHere(): boolean {
    if (this.#cursor.isName('as') || this.#cursor.isName('satisfies')) this.#cursor.skipElement();
    const token = this.#cursor.peek();
    return token === undefined || [',', ')', ']', '}', ';'].includes(token.text) || token.kind === 'name';
  }
}
