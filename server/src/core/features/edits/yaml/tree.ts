/** The nodes of a YAML text, found by where they begin, as far as an edit of them means one place only. */
import { isAlias, isCollection, isMap, isPair, isScalar, type Node, type Pair, Scalar } from 'yaml';
import { composeYaml } from '../../../syntax/yaml-document';
import type { TextRange } from '../../../text';
import { lineStart } from '../plist-layout';

export interface FoundNode {
  readonly node: Node;
  /** The pair whose value it is. */
  readonly pair: Pair | undefined;
  readonly isInFlow: boolean;
}

export class YamlTree {
  readonly #text: string;
  readonly #offset: number;
  readonly #root: Node;

  private constructor(text: string, offset: number, root: Node) {
    this.#text = text;
    this.#offset = offset;
    this.#root = root;
  }

  /** `undefined` for a text that is not one sound document. */
  static of(text: string): YamlTree | undefined {
    const offset = text.startsWith('\ufeff') ? 1 : 0;
    const composed = composeYaml(text.slice(offset));
    if (composed === undefined || composed === 'too-large' || composed.next !== undefined) return undefined;
    const { contents, errors } = composed.document;
    return contents === null || errors.length > 0 ? undefined : new YamlTree(text, offset, contents);
  }

  /**
   * The node of the kind that `accepts` names which begins at `start`. `undefined` also when it, or something around it,
   * has an anchor: it stands in several places then.
   */
  find<N extends Node>(
    start: number,
    accepts: (node: Node) => node is N,
  ): (FoundNode & { readonly node: N }) | undefined {
    return this.#search({ node: this.#root, pair: undefined, isInFlow: false }, start, accepts);
  }

  #search<N extends Node>(
    at: FoundNode,
    start: number,
    accepts: (node: Node) => node is N,
  ): (FoundNode & { readonly node: N }) | undefined {
    const { node } = at;
    if (isAlias(node) || hasAnchor(node)) return undefined;
    if (accepts(node) && this.range(node).start === start) return { ...at, node };
    if (!isCollection(node)) return undefined;
    const isInFlow = at.isInFlow || node.flow === true;
    for (const item of node.items) {
      const pair = isPair(item) ? item : undefined;
      const child = pair === undefined ? item : pair.value;
      if (!isNode(child)) continue;
      const found = this.#search({ node: child, pair, isInFlow }, start, accepts);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Without comments and line ends behind it. */
  range(node: Node): TextRange {
    const [start = 0, end = start] = node.range ?? [];
    return { start: start + this.#offset, end: end + this.#offset };
  }

  /** Where what is written of `node`, or of a pair, ends; for block scalars behind their last line end. */
  end(node: unknown): number {
    if (isPair(node)) return this.#pairEnd(node);
    if (!isNode(node)) return 0;
    const last = isCollection(node) && node.flow !== true ? node.items.at(-1) : undefined;
    return last === undefined ? this.range(node).end : this.end(last);
  }

  #pairEnd(pair: Pair): number {
    const { value } = pair;
    const isWritten = isNode(value) && !isEmptyScalar(value, this);
    return isWritten ? this.end(value) : (this.colon(pair) ?? this.end(pair.key)) + 1;
  }

  /** Where the colon behind a key stands. */
  colon({ key }: Pair): number | undefined {
    const end = this.end(key);
    const blanks = /^[ \t]*:/.exec(this.#text.slice(end))?.[0];
    return blanks === undefined ? undefined : end + blanks.length - 1;
  }

  keyStart({ key }: Pair): number {
    return isNode(key) ? this.range(key).start : 0;
  }

  /** Where a node or a pair begins. */
  start(item: unknown): number {
    if (isPair(item)) return this.keyStart(item);
    return isNode(item) ? this.range(item).start : 0;
  }

  /** In characters from the start of the line. */
  column(offset: number): number {
    const start = lineStart(this.#text, offset);
    return offset - (start === 0 ? this.#offset : start);
  }
}

export function isEmptyScalar(node: unknown, tree: YamlTree): boolean {
  if (!isScalar(node) || node.type !== Scalar.PLAIN) return false;
  const { start, end } = tree.range(node);
  return start === end;
}

export function hasMergeKey(node: Node): boolean {
  return isMap(node) && node.items.some(({ key }) => isScalar(key) && key.source === '<<');
}

function hasAnchor(node: Node): boolean {
  return (isScalar(node) || isCollection(node)) && node.anchor !== undefined;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isCollection(value) || isAlias(value);
}
