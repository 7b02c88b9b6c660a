/** A tree-sitter tree as plain objects: one crossing into WebAssembly for each node instead of one for each question. */
import type { Tree, TreeCursor } from 'web-tree-sitter';

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Without comments. Empty for leaves, and for nodes that were `skipped`. */
  readonly children: SyntaxNode[];
  /** Identity of the node within its tree, and across an incremental parse; only for the `tracked` types, otherwise 0. */
  readonly id: number;
}

export interface CopyOptions {
  /** Node types whose `id` is wanted. */
  readonly tracked: ReadonlySet<string>;
  /** Asked for tracked nodes: whether their children need not be copied. */
  readonly skip: (id: number, start: number, end: number) => boolean;
}

const ERROR_TYPE_ID = 0xffff;
const COMMENTS: ReadonlySet<string> = new Set(['comment', 'multiline_comment']);

/** Copies the whole tree. Iterative, so that no depth of nesting overflows the stack. */
export function copyTree(tree: Tree, options: CopyOptions): SyntaxNode {
  const types = tree.language.types;
  const cursor = tree.walk();
  try {
    return copyFrom(cursor, types, options);
  } finally {
    cursor.delete();
  }
}

function copyFrom(cursor: TreeCursor, types: readonly string[], options: CopyOptions): SyntaxNode {
  const root = nodeAt(cursor, typeAt(cursor, types), 0);
  const parents: SyntaxNode[] = [];
  let parent = root;
  if (!cursor.gotoFirstChild()) return root;
  for (;;) {
    const type = typeAt(cursor, types);
    if (!COMMENTS.has(type)) {
      const id = options.tracked.has(type) ? cursor.nodeId : 0;
      const node = nodeAt(cursor, type, id);
      parent.children.push(node);
      const wanted = id === 0 || !options.skip(id, node.start, node.end);
      if (wanted && cursor.gotoFirstChild()) {
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

function nodeAt(cursor: TreeCursor, type: string, id: number): SyntaxNode {
  return { type, start: cursor.startIndex, end: cursor.endIndex, children: [], id };
}
