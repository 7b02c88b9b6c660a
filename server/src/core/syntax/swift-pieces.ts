/**
 * Parses Swift piece by piece: each declaration by itself, and the heads of types without what is in them. So an error stays
 * in its declaration, the tree depends on the text alone and not on the edits that led there, and a keystroke costs the
 * declaration that it is in.
 */
import type { Node, Tree } from 'web-tree-sitter';
import type { TextRange } from '../text';
import type { TreeParser } from './parser';
import {
  type OutlineSource,
  outlineSwift,
  type Surrounding,
  type SwiftContainer,
  type SwiftItem,
  type SwiftPiece,
} from './swift-outline';
import { copyTree, movedNodes, type SyntaxNode } from './swift-tree';

export interface SwiftTree {
  readonly root: SyntaxNode;
  /** What could not be parsed, in the order of the text. */
  readonly errors: readonly TextRange[];
}

interface ParsedPiece {
  /** Where the piece stood when it was parsed. */
  readonly start: number;
  readonly nodes: readonly SyntaxNode[];
  readonly errors: readonly TextRange[];
}

type ParsedPieces = Record<Surrounding, Map<string, ParsedPiece>>;

const WRAPPERS: Readonly<Record<Surrounding, readonly [head: string, tail: string]>> = {
  file: ['', '\n'],
  class: ['class A {\n', '\n}'],
  enum: ['enum A {\n', '\n}'],
  protocol: ['protocol A {\n', '\n}'],
};

const TYPES: ReadonlySet<string> = new Set(['class_declaration', 'protocol_declaration']);

const TYPE_BODIES: ReadonlySet<string> = new Set(['class_body', 'enum_class_body', 'protocol_body']);

const BODIES: ReadonlySet<string> = new Set(['function_body', 'computed_property', 'willset_didset_block']);

/** Remembers the pieces of the last text. */
export class SwiftPieces {
  readonly #parser: TreeParser;
  #text = '';
  #known = nothing();
  #next = nothing();
  #errors: TextRange[] = [];

  /** `parser` has loaded Swift. */
  constructor(parser: TreeParser) {
    this.#parser = parser;
  }

  parse(source: OutlineSource): SwiftTree {
    this.#text = source.text;
    this.#next = nothing();
    this.#errors = [];
    const children = this.#nodesOf(outlineSwift(source));
    this.#known = this.#next;
    const root = { type: 'source_file', start: 0, end: source.text.length, children, isBroken: false };
    return { root, errors: this.#errors };
  }

  /** What comes next is parsed anew. */
  forget(): void {
    this.#known = nothing();
    this.#next = this.#known;
  }

  /** Recursive: an outline is not deep. */
  #nodesOf(items: readonly SwiftItem[]): SyntaxNode[] {
    const nodes: SyntaxNode[] = [];
    for (const item of items) {
      if (item.kind === 'type') nodes.push(this.#type(item));
      else for (const node of this.#piece(item)) nodes.push(node);
    }
    return nodes;
  }

  #piece({ range, within, missing, strays }: SwiftPiece): readonly SyntaxNode[] {
    if (missing === 0 && strays.length === 0) {
      const { nodes, errors } = this.#parsed(this.#text.slice(range.start, range.end), range.start, within);
      for (const error of errors) this.#errors.push(error);
      return nodes;
    }
    // Where the braces belong is not known, so nothing can be said about the order of things.
    this.#errors.push(range);
    const text = without(this.#text, range, strays) + '}'.repeat(missing);
    const { nodes } = this.#parsed(text, range.start, within);
    return nodes.map((node) => unreadable(clipped(node, range.end)));
  }

  #type(type: SwiftContainer): SyntaxNode {
    const head = this.#head(type);
    const inside = this.#nodesOf(type.items);
    if (!type.isClosed) this.#errors.push({ start: type.range.end, end: type.range.end });
    if (head === undefined) return { type: 'ERROR', ...type.range, children: inside, isBroken: true };
    const children = head.children.map((child) =>
      TYPE_BODIES.has(child.type)
        ? { type: child.type, start: type.open, end: type.range.end, children: inside, isBroken: false }
        : child,
    );
    return { type: head.type, ...type.range, children, isBroken: false };
  }

  /** The type without what is in it; when that is not readable, with its name alone. */
  #head({ range, within, open, nameEnd }: SwiftContainer): SyntaxNode | undefined {
    const written = this.#parsed(`${this.#text.slice(range.start, open)}{}`, range.start, within);
    for (const error of written.errors) this.#errors.push(error);
    const found = written.nodes.find((node) => isType(node, open));
    if (found !== undefined) return found;
    if (written.errors.length === 0) this.#errors.push({ start: range.start, end: open });
    const name = this.#text.slice(range.start, nameEnd);
    const short = this.#parsed(`${name.padEnd(open - range.start)}{}`, range.start, within);
    return short.nodes.find((node) => isType(node, open));
  }

  /** Known from the last text, or parsed. */
  #parsed(text: string, start: number, within: Surrounding): ParsedPiece {
    const known = this.#next[within].get(text) ?? this.#known[within].get(text);
    const piece = known ?? this.#parse(text, start, within);
    this.#next[within].set(text, piece);
    return movedPiece(piece, start);
  }

  #parse(text: string, start: number, within: Surrounding): ParsedPiece {
    const [head, tail] = WRAPPERS[within];
    const tree = this.#parser.parse('swift', head + text + tail);
    const range = { start, end: start + text.length };
    if (tree === undefined) return { start, nodes: [], errors: [range] };
    try {
      const delta = start - head.length;
      const root = copyTree(tree, delta);
      return { start, nodes: inside(root, range), errors: errorRanges(tree, range, delta) };
    } finally {
      tree.delete();
    }
  }
}

function nothing(): ParsedPieces {
  return { file: new Map(), class: new Map(), enum: new Map(), protocol: new Map() };
}

/** The text of a range with blanks at some offsets. */
function without(text: string, { start, end }: TextRange, offsets: readonly number[]): string {
  const from = [start, ...offsets.map((offset) => offset + 1)];
  return from.map((offset, index) => text.slice(offset, offsets[index] ?? end)).join(' ');
}

function movedPiece({ start, nodes, errors }: ParsedPiece, to: number): ParsedPiece {
  const delta = to - start;
  if (delta === 0) return { start, nodes, errors };
  const moved = errors.map((error) => ({ start: error.start + delta, end: error.end + delta }));
  return { start: to, nodes: movedNodes(nodes, delta), errors: moved };
}

function isType(node: SyntaxNode, open: number): boolean {
  return (
    TYPES.has(node.type) && node.children.some(({ type, start }) => TYPE_BODIES.has(type) && start === open)
  );
}

/** The outermost nodes inside of a range. */
function inside(root: SyntaxNode, range: TextRange): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const open = root.children.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.end <= range.start || range.end <= node.start) continue;
    if (range.start <= node.start && node.end <= range.end) found.push(node);
    else for (const child of node.children.toReversed()) open.push(child);
  }
  return found;
}

/** ERROR and missing nodes, in the order of the text. */
function errorRanges(tree: Tree, range: TextRange, delta: number): TextRange[] {
  const ranges: TextRange[] = [];
  const clip = (offset: number) => Math.min(Math.max(offset + delta, range.start), range.end);
  const open: Node[] = tree.rootNode.hasError ? [tree.rootNode] : [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.isError || node.isMissing)
      ranges.push({ start: clip(node.startIndex), end: clip(node.endIndex) });
    else
      for (const child of node.children.toReversed()) if (child.hasError || child.isMissing) open.push(child);
  }
  return ranges;
}

/** A node that ends in braces that were added, without them. */
function clipped(node: SyntaxNode, end: number): SyntaxNode {
  if (node.end <= end) return node;
  const start = Math.min(node.start, end);
  const children = node.children.flatMap((child) => (child.start >= end ? [] : clipped(child, end)));
  return { ...node, start, end, children };
}

/** A declaration of whose bodies nothing is known but what is mentioned in them. */
function unreadable({ type, start, end, children }: SyntaxNode): SyntaxNode {
  const isBroken = true;
  return {
    ...{ type, start, end, isBroken },
    children: children.map((child) => {
      if (!BODIES.has(child.type)) return child;
      const range = { start: child.start, end: child.end, isBroken };
      const error = { type: 'ERROR', ...range, children: child.children };
      return { type: child.type, ...range, children: [{ type: 'statements', ...range, children: [error] }] };
    }),
  };
}
