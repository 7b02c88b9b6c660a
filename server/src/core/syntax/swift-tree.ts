/** A tree-sitter tree as plain objects: one crossing into WebAssembly for each node instead of one for each question. */
import type { Tree, TreeCursor } from 'web-tree-sitter';

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];
  /**
   * Whether there was an error in what was parsed in one go with it, be it outside of the node: to get past an error,
   * the parser may read what is in front of it in another way.
   */
  readonly isBroken: boolean;
}

interface CopiedNode extends SyntaxNode {
  readonly children: SyntaxNode[];
}

const ERROR_TYPE_ID = 0xffff;

/** Copies the whole tree, with nodes that lie `delta` further. Iterative, so that no depth of nesting overflows the stack. */
export function copyTree(tree: Tree, delta = 0): SyntaxNode {
  const cursor = tree.rootNode.walk();
  try {
    return copyFrom(cursor, tree.language.types, delta, tree.rootNode.hasError);
  } finally {
    cursor.delete();
  }
}

function copyFrom(
  cursor: TreeCursor,
  types: readonly string[],
  delta: number,
  isBroken: boolean,
): SyntaxNode {
  const root = nodeAt(cursor, typeAt(cursor, types), delta, isBroken);
  const parents: CopiedNode[] = [];
  let parent = root;
  if (!cursor.gotoFirstChild()) return root;
  for (;;) {
    const node = nodeAt(cursor, typeAt(cursor, types), delta, isBroken);
    parent.children.push(node);
    if (cursor.gotoFirstChild()) {
      parents.push(parent);
      parent = node;
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      cursor.gotoParent();
      const above = parents.pop();
      if (above === undefined) return root;
      parent = above;
    }
  }
}

function typeAt(cursor: TreeCursor, types: readonly string[]): string {
  const id = cursor.nodeTypeId;
  return id === ERROR_TYPE_ID ? 'ERROR' : (types[id] ?? '');
}

function nodeAt(cursor: TreeCursor, type: string, delta: number, isBroken: boolean): CopiedNode {
  return { type, start: cursor.startIndex + delta, end: cursor.endIndex + delta, children: [], isBroken };
}

/** Nodes that lie `delta` further. What is inside of them is moved when somebody asks for it. */
export function movedNodes(nodes: readonly SyntaxNode[], delta: number): readonly SyntaxNode[] {
  return delta === 0 || nodes.length === 0 ? nodes : nodes.map((node) => new MovedNode(node, delta));
}

class MovedNode implements SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly isBroken: boolean;
  readonly #node: SyntaxNode;
  readonly #delta: number;
  #children: readonly SyntaxNode[] | undefined;

  constructor(node: SyntaxNode, delta: number) {
    this.type = node.type;
    this.start = node.start + delta;
    this.end = node.end + delta;
    this.isBroken = node.isBroken;
    this.#node = node;
    this.#delta = delta;
  }

  get children(): readonly SyntaxNode[] {
    this.#children ??= movedNodes(this.#node.children, this.#delta);
    return this.#children;
  }
}
