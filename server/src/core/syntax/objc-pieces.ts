/**
 * Parses Objective-C that has syntax errors piece by piece: the text with empty method bodies, and each body by itself. So
 * an error stays in its method, what comes out does not depend on the edits that led there, and a keystroke costs the
 * method that it is in.
 */
import type { Tree } from 'web-tree-sitter';
import type { TextRange } from '../text';
import { EditedText } from './edit-map';
import { copyTree, movedNode, type SyntaxNode } from './objc-tree';
import type { TreeParser } from './parser';

export interface PieceSource {
  /** Normalised. */
  readonly text: string;
  /** Method bodies from brace to brace, in order. */
  readonly bodies: readonly TextRange[];
  /** Offsets of closing braces that bodies lack, in order. */
  readonly closings: readonly number[];
}

/** Bodies that are no bodies to the parser are left where they are; they may make others none. */
const MAX_ATTEMPTS = 3;

const BODY_HEAD = '@implementation A\n- (void)a ';
const BODY_TAIL = '\n@end\n';

interface ParsedBody {
  /** Where the body stood when it was parsed. */
  readonly start: number;
  readonly node: SyntaxNode;
}

/** Keeps the bodies of the last text, and the tree of what is around them, which seldom changes while a body is written. */
export class ObjcPieces {
  readonly #parser: TreeParser;
  #frame: string | undefined;
  #tree: Tree | undefined;
  #known = new Map<string, ParsedBody>();
  #next = new Map<string, ParsedBody>();

  constructor(parser: TreeParser) {
    this.#parser = parser;
  }

  /**
   * Valid until the next call. `postpone` says of which methods and functions the children will probably not be needed.
   * `undefined` when the text cannot be taken apart.
   */
  parse(source: PieceSource, postpone?: (node: TextRange) => boolean): SyntaxNode | undefined {
    let { bodies } = source;
    this.#known = this.#next;
    this.#next = new Map();
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const found = new Set<TextRange>();
      const root = this.#read({ ...source, bodies }, found, postpone);
      if (root === undefined || found.size === bodies.length) return root;
      bodies = bodies.filter((body) => found.has(body));
    }
    return undefined;
  }

  dispose(): void {
    this.#tree?.delete();
    this.#tree = undefined;
    this.#frame = undefined;
    this.#known.clear();
    this.#next.clear();
  }

  /** Notes in `found` which bodies the parser takes for blocks of statements. */
  #read(
    { text, bodies, closings }: PieceSource,
    found: Set<TextRange>,
    postpone: ((node: TextRange) => boolean) | undefined,
  ): SyntaxNode | undefined {
    const frame = new EditedText(
      text,
      bodies.map((range) => ({ range, newText: '{}' })),
    );
    const tree = this.#parseFrame(frame.text);
    const starting = new Map(bodies.map((body) => [body.start, body]));
    const block = (node: TextRange): SyntaxNode | undefined => {
      const body = starting.get(node.start);
      if (body?.end !== node.end) return undefined;
      found.add(body);
      return this.#body(text, body, closings);
    };
    const isPostponed = (node: TextRange): boolean => {
      if (postpone?.(node) !== true) return false;
      const body = firstFrom(bodies, node.start);
      if (body !== undefined && body.end <= node.end) found.add(body);
      return true;
    };
    return tree && copyTree(tree, { postpone: isPostponed, block, offsets: frame });
  }

  #parseFrame(frame: string): Tree | undefined {
    if (frame !== this.#frame) {
      this.#tree?.delete();
      this.#tree = this.#parser.parse('objc', frame);
      this.#frame = frame;
    }
    return this.#tree;
  }

  /** Known from the last text, or parsed. */
  #body(text: string, body: TextRange, closings: readonly number[]): SyntaxNode {
    const { start, end } = body;
    const missing = closings.flatMap((offset) => (start < offset && offset <= end ? [offset - start] : []));
    const inside = text.slice(start, end);
    const key = `${missing.join()} ${inside}`;
    const known = this.#next.get(key) ?? this.#known.get(key);
    const parsed = known ?? { start, node: this.#parsed(inside, body, missing) };
    this.#next.set(key, parsed);
    return movedNode(parsed.node, start - parsed.start);
  }

  /** `missing`: where closing braces have to be added, from the start of the body. */
  #parsed(text: string, { start, end }: TextRange, missing: readonly number[]): SyntaxNode {
    const closed = new EditedText(
      text,
      missing.map((offset) => ({ range: { start: offset, end: offset }, newText: '}' })),
    );
    const tree = this.#parser.parse('objc', `${BODY_HEAD}${closed.text}${BODY_TAIL}`);
    if (tree === undefined) return unreadable({ start, end }, []);
    const offsets = {
      originalStart: (offset: number) => start + closed.originalStart(offset - BODY_HEAD.length),
      originalEnd: (offset: number) => start + closed.originalEnd(offset - BODY_HEAD.length),
    };
    try {
      const root = copyTree(tree, { offsets });
      return blockAt(root, { start, end }) ?? unreadable({ start, end }, inside(root, { start, end }));
    } finally {
      tree.delete();
    }
  }
}

function firstFrom(bodies: readonly TextRange[], offset: number): TextRange | undefined {
  let low = 0;
  let high = bodies.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bodies[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return bodies[low];
}

function blockAt(root: SyntaxNode, { start, end }: TextRange): SyntaxNode | undefined {
  for (let node: SyntaxNode | undefined = root; node !== undefined; ) {
    if (node.type === 'compound_statement' && node.start === start && node.end === end) return node;
    node = node.children.find((child) => child.start <= start && end <= child.end);
  }
  return undefined;
}

/** The outermost nodes inside of a range. */
function inside(node: SyntaxNode, range: TextRange): SyntaxNode[] {
  return node.children.flatMap((child) => {
    if (child.end <= range.start || range.end <= child.start) return [];
    return range.start <= child.start && child.end <= range.end ? [child] : inside(child, range);
  });
}

function unreadable({ start, end }: TextRange, children: readonly SyntaxNode[]): SyntaxNode {
  const error = { type: 'ERROR', field: undefined, start, end, named: true, missing: false, broken: true };
  return { ...error, type: 'compound_statement', children: [{ ...error, children }] };
}
