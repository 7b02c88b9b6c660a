/** How lines get into block collections of YAML and out of them. */
import { isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { TextEdit, TextRange } from '../../../text';
import { lineStart } from '../plist-layout';
import { isEmptyScalar, type YamlTree } from './tree';
import type { YamlLayout } from './writer';

const DASH = /^[\ufeff ]*-[ ]+$/;

export class YamlBlock {
  readonly #text: string;
  readonly #tree: YamlTree;
  readonly #layout: YamlLayout;

  constructor(text: string, tree: YamlTree, layout: YamlLayout) {
    this.#text = text;
    this.#tree = tree;
    this.#layout = layout;
  }

  /** Each of `texts` becomes an item behind `last`, which is one. */
  itemsAfter(last: unknown, texts: readonly string[]): TextEdit[] | undefined {
    const dash = this.#dash(last);
    return dash === undefined
      ? undefined
      : [
          this.#linesAfter(
            this.#tree.end(last),
            '',
            texts.map((text) => dash + text),
          ),
        ];
  }

  /** `lines` become the last of a map that has entries. */
  entryLines(map: YAMLMap, lines: readonly string[]): TextEdit[] | undefined {
    const first = map.items[0];
    if (first === undefined) return undefined;
    const indent = ' '.repeat(this.#tree.column(this.#tree.keyStart(first)));
    return [this.#linesAfter(this.#tree.end(map), indent, lines)];
  }

  /** `lines` below a key whose value is empty. */
  linesBelow(pair: Pair, lines: readonly string[]): TextEdit[] | undefined {
    const colon = this.#tree.colon(pair);
    if (colon === undefined) return undefined;
    const indent = ' '.repeat(this.#tree.column(this.#tree.keyStart(pair)));
    return [this.#linesAfter(colon + 1, indent, lines)];
  }

  /** The only item leaves `[]` behind the key that the sequence belongs to. */
  removeItem(seq: YAMLSeq, pair: Pair | undefined, item: unknown): TextEdit[] | undefined {
    if (this.#dash(item) === undefined) return undefined;
    return this.#removeLines(seq.items.length, pair, this.#start(item), this.#tree.end(item), '[]');
  }

  /** The only entry leaves `{}`. */
  removeEntry(map: YAMLMap, pair: Pair | undefined, entry: Pair): TextEdit[] | undefined {
    const start = this.#tree.keyStart(entry);
    if (!/^[\ufeff ]*$/.test(this.#text.slice(lineStart(this.#text, start), start))) return undefined;
    return this.#removeLines(map.items.length, pair, start, this.#tree.end(entry), '{}');
  }

  #removeLines(
    siblings: number,
    pair: Pair | undefined,
    start: number,
    end: number,
    empty: string,
  ): TextEdit[] | undefined {
    const from = lineStart(this.#text, start);
    const lines = { range: { start: from, end: this.#afterLine(end) }, newText: '' };
    if (siblings > 1) return [lines];
    const colon = pair && this.#tree.colon(pair);
    if (colon === undefined) return undefined;
    return [{ range: { start: colon + 1, end: colon + 1 }, newText: ` ${empty}` }, lines];
  }

  /** What begins the line of an item; `undefined` when it is more than a dash. */
  #dash(item: unknown): string | undefined {
    const start = this.#start(item);
    const prefix = this.#text.slice(lineStart(this.#text, start), start);
    return DASH.test(prefix) ? prefix.replace('\ufeff', '') : undefined;
  }

  /** Of an item on one line; the start of the text for others, where no item stands. */
  #start(item: unknown): number {
    return isScalar(item) && !isEmptyScalar(item, this.#tree) ? this.#tree.start(item) : 0;
  }

  /** Comments on the line of `offset` stay in front of the new lines. */
  #linesAfter(offset: number, indent: string, lines: readonly string[]): TextEdit {
    const at = this.#lineEnd(offset);
    const newText = lines.map((line) => this.#layout.lineEnd + indent + line).join('');
    return { range: { start: at, end: at }, newText };
  }

  /** Of the line of `offset`; of the line before when a block scalar ends there. */
  #lineEnd(offset: number): number {
    const before = /(?:\r\n|\n|\r)$/.exec(this.#text.slice(Math.max(0, offset - 2), offset))?.[0];
    if (before !== undefined) return offset - before.length;
    const length = this.#text.slice(offset).search(/[\r\n]/);
    return length < 0 ? this.#text.length : offset + length;
  }

  #afterLine(offset: number): number {
    const end = this.#lineEnd(offset);
    return end + (/^(?:\r\n|\n|\r)/.exec(this.#text.slice(end))?.[0].length ?? 0);
  }
}

/** The ranges of what a collection in brackets holds. */
export function flowChildren(tree: YamlTree, collection: YAMLMap | YAMLSeq): readonly TextRange[] {
  return collection.items.map((item) => ({ start: tree.start(item), end: tree.end(item) }));
}
