/** A tree-sitter tree as plain objects: one crossing into WebAssembly for each node instead of one for each question. */
import type { Node, Tree, TreeCursor } from 'web-tree-sitter';
import type { TextRange } from '../text';

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];
  /** Whether there is an error inside; known of nodes of the types that are tracked, otherwise false. */
  readonly isBroken: boolean;
}

export interface CopyOptions {
  readonly tracked: ReadonlySet<string>;
  /** Asked for tracked nodes: whether their children will probably not be needed. */
  readonly postpone: (node: TextRange) => boolean;
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
    return copyFrom(cursor, types, options, node.hasError);
  } finally {
    cursor.delete();
  }
}

function copyFrom(
  cursor: TreeCursor,
  types: readonly string[],
  options: CopyOptions,
  hasErrors: boolean,
): SyntaxNode {
  const root = nodeAt(cursor, typeAt(cursor, types), hasErrors);
  const parents: CopiedNode[] = [];
  let parent = root;
  if (!cursor.gotoFirstChild()) return root;
  for (;;) {
    const type = typeAt(cursor, types);
    const isTracked = options.tracked.has(type);
    const node = nodeAt(cursor, type, hasErrors && isTracked && cursor.currentNode.hasError);
    if (isTracked && !node.isBroken && options.postpone(node)) {
      parent.children.push(new PostponedNode(node, cursor.currentNode, types));
    } else {
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

function nodeAt(cursor: TreeCursor, type: string, isBroken: boolean): CopiedNode {
  return { type, start: cursor.startIndex, end: cursor.endIndex, children: [], isBroken };
}

/** Copies its children when they are asked for. */
class PostponedNode implements SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly isBroken = false;
  readonly #node: Node;
  readonly #types: readonly string[];
  #children: readonly SyntaxNode[] | undefined;

  constructor({ type, start, end }: SyntaxNode, node: Node, types: readonly string[]) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.#node = node;
    this.#types = types;
  }

  get children(): readonly SyntaxNode[] {
    this.#children ??= copyNode(this.#node, this.#types, NOTHING_TRACKED).children;
    return this.#children;
  }
}
