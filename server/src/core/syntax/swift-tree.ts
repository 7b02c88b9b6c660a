/** A tree-sitter tree as plain objects: one crossing into WebAssembly for each node instead of one for each question. */
import type { Node, Tree, TreeCursor } from 'web-tree-sitter';

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];
  /** Identity within the tree, and across an incremental parse; only of the types that are tracked, otherwise 0. */
  readonly id: number;
}

export interface CopyOptions {
  /** Node types whose `id` is wanted. */
  readonly tracked: ReadonlySet<string>;
  /** Asked for tracked nodes: whether their children will probably not be needed. */
  readonly postpone: (id: number) => boolean;
}

interface CopiedNode extends SyntaxNode {
  readonly children: SyntaxNode[];
}

const ERROR_TYPE_ID = 0xffff;
const NOTHING_TRACKED: CopyOptions = { tracked: new Set(), postpone: () => false };

/**
 * Copies the whole tree, which must live as long as the copy is read if anything is postponed.
 * Iterative, so that no depth of nesting overflows the stack.
 */
export function copyTree(tree: Tree, options: CopyOptions = NOTHING_TRACKED): SyntaxNode {
  return copyNode(tree.rootNode, tree.language.types, options);
}

function copyNode(node: Node, types: readonly string[], options: CopyOptions): SyntaxNode {
  const cursor = node.walk();
  try {
    return copyFrom(cursor, types, options);
  } finally {
    cursor.delete();
  }
}

function copyFrom(cursor: TreeCursor, types: readonly string[], options: CopyOptions): SyntaxNode {
  const root = nodeAt(cursor, typeAt(cursor, types), 0);
  const parents: CopiedNode[] = [];
  let parent = root;
  if (!cursor.gotoFirstChild()) return root;
  for (;;) {
    const type = typeAt(cursor, types);
    const id = options.tracked.has(type) ? cursor.nodeId : 0;
    if (id !== 0 && options.postpone(id)) {
      parent.children.push(new PostponedNode(cursor.currentNode, type, types));
    } else {
      const node = nodeAt(cursor, type, id);
      parent.children.push(node);
      if (cursor.gotoFirstChild()) {
        parents.push(parent);
        parent = node;
        continue;
      }
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

function nodeAt(cursor: TreeCursor, type: string, id: number): CopiedNode {
  return { type, start: cursor.startIndex, end: cursor.endIndex, children: [], id };
}

/** Copies its children when they are asked for. */
class PostponedNode implements SyntaxNode {
  readonly start: number;
  readonly end: number;
  readonly id: number;
  readonly #node: Node;
  readonly #types: readonly string[];
  #children: readonly SyntaxNode[] | undefined;

  constructor(
    node: Node,
    readonly type: string,
    types: readonly string[],
  ) {
    this.#node = node;
    this.#types = types;
    this.start = node.startIndex;
    this.end = node.endIndex;
    this.id = node.id;
  }

  get children(): readonly SyntaxNode[] {
    this.#children ??= copyNode(this.#node, this.#types, NOTHING_TRACKED).children;
    return this.#children;
  }
}
