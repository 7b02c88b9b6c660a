import type { Language, Node, Tree, TreeCursor } from 'web-tree-sitter';
import type { TextRange } from '../text';

/**
 * A node of a tree-sitter tree as plain data. Asking WebAssembly for each property costs far more than one walk
 * that copies all of them.
 */
export interface SyntaxNode extends TextRange {
  readonly type: string;
  /** The name its parent's grammar rule gives it: `receiver`, `declarator`. */
  readonly field: string | undefined;
  /** False for punctuation and keywords. */
  readonly named: boolean;
  /** Whether the parser invented it to go on. */
  readonly missing: boolean;
  /** Whether it or something inside it is an error or missing. */
  readonly broken: boolean;
  readonly children: readonly SyntaxNode[];
}

interface MutableNode extends SyntaxNode {
  broken: boolean;
  readonly children: MutableNode[];
}

/** Methods and functions: their inside is of no interest to what is around them. */
export const memberTypes: ReadonlySet<string> = new Set(['method_definition', 'function_definition']);

/**
 * Copies a whole tree. Not recursive: the depth of the tree does not matter.
 * `postpone` says of which methods and functions without errors the children will probably not be needed; the tree must
 * then live as long as the copy is read.
 */
export function copyTree(tree: Tree, postpone: (node: TextRange) => boolean = () => false): SyntaxNode {
  return copyNode(tree.rootNode, tree.language, postpone);
}

function copyNode(top: Node, language: Language, postpone: (node: TextRange) => boolean): MutableNode {
  const cursor = top.walk();
  try {
    return copyFrom(cursor, language, postpone);
  } finally {
    cursor.delete();
  }
}

function copyFrom(
  cursor: TreeCursor,
  language: Language,
  postpone: (node: TextRange) => boolean,
): MutableNode {
  const kinds = kindsOf(language);
  const fields = language.fields;
  // Each property is a call into WebAssembly; what its kind tells about a node is not asked again.
  const read = (): MutableNode => {
    const kind = kinds[cursor.nodeTypeId] ?? errorKind;
    const start = cursor.startIndex;
    const end = cursor.endIndex;
    const missing = start === end && cursor.nodeIsMissing;
    const node = {
      type: kind.type,
      field: kind.named ? (fields[cursor.currentFieldId] ?? undefined) : undefined,
      start,
      end,
      named: kind.named,
      missing,
      broken: missing || kind === errorKind,
      children: [],
    };
    if (!memberTypes.has(kind.type) || !postpone(node)) return node;
    const member = cursor.currentNode;
    return member.hasError ? node : new PostponedNode(node, member, language);
  };
  const root = read();
  const path: MutableNode[] = [];
  let node = root;
  for (;;) {
    if (!isToken(node) && !(node instanceof PostponedNode) && cursor.gotoFirstChild()) {
      path.push(node);
    } else {
      while (!cursor.gotoNextSibling()) {
        const parent = path.pop();
        if (parent === undefined) return root;
        node = parent;
        if (node.broken) markBroken(path.at(-1));
        cursor.gotoParent();
      }
    }
    node = read();
    const parent = path.at(-1);
    parent?.children.push(node);
    if (node.broken) markBroken(parent);
  }
}

/** Copies its children when they are asked for. */
class PostponedNode implements MutableNode {
  readonly type: string;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly named = true;
  readonly missing = false;
  broken = false;
  readonly #node: Node;
  readonly #language: Language;
  #children: MutableNode[] | undefined;

  constructor({ type, field, start, end }: SyntaxNode, node: Node, language: Language) {
    this.type = type;
    this.field = field;
    this.start = start;
    this.end = end;
    this.#node = node;
    this.#language = language;
  }

  get children(): MutableNode[] {
    this.#children ??= copyNode(this.#node, this.#language, () => false).children;
    return this.#children;
  }
}

interface NodeKind {
  readonly type: string;
  readonly named: boolean;
}

const errorKind: NodeKind = { type: 'ERROR', named: true };
let known: { readonly language: Language; readonly kinds: readonly NodeKind[] } | undefined;

function kindsOf(language: Language): readonly NodeKind[] {
  if (known?.language !== language) {
    const kinds = language.types.map((type, id) => ({ type, named: language.nodeTypeIsNamed(id) }));
    known = { language, kinds };
  }
  return known.kinds;
}

function isToken(node: SyntaxNode): boolean {
  return !node.named || node.type === 'identifier';
}

function markBroken(parent: MutableNode | undefined): void {
  if (parent !== undefined) parent.broken = true;
}

export function childByField(node: SyntaxNode, field: string): SyntaxNode | undefined {
  return node.children.find((child) => child.field === field);
}

export function childOfType(node: SyntaxNode, ...types: readonly string[]): SyntaxNode | undefined {
  return node.children.find((child) => types.includes(child.type));
}

/** Named children, comments left out. */
export function namedChildren(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter((child) => child.named && child.type !== 'comment');
}
