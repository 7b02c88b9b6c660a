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
  /** Whether the parser invented it to go on, or it was inserted into the text. */
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
export const memberTypes: ReadonlySet<string> = new Set([
  'method_definition',
  'function_definition',
  'method_declaration',
  'property_declaration',
]);

/** Translates offsets of a tree's text: of what begins at an offset, and of what ends there. */
export interface TreeOffsets {
  readonly originalStart: (offset: number) => number;
  readonly originalEnd: (offset: number) => number;
}

export interface CopyOptions {
  /** Says of which methods, functions and properties without errors the children will probably not be needed. */
  readonly postpone?: ((node: TextRange) => boolean) | undefined;
  /** What stands in a tree for a block of statements that is parsed by itself. */
  readonly block?: ((node: TextRange) => SyntaxNode | undefined) | undefined;
  readonly offsets?: TreeOffsets | undefined;
}

/**
 * Copies a whole tree. Not recursive: the depth of the tree does not matter. The tree must live as long as the copy is
 * read if anything is postponed.
 */
export function copyTree(tree: Tree, options: CopyOptions = {}): SyntaxNode {
  return copyNode(tree.rootNode, tree.language, options);
}

function copyNode(top: Node, language: Language, options: CopyOptions): MutableNode {
  const cursor = top.walk();
  try {
    return copyFrom(cursor, language, options);
  } finally {
    cursor.delete();
  }
}

function copyFrom(cursor: TreeCursor, language: Language, options: CopyOptions): MutableNode {
  const root = readNode(cursor, language, options);
  const path: MutableNode[] = [];
  let last = root;
  for (;;) {
    if (!last.isLeaf && cursor.gotoFirstChild()) {
      path.push(last.node);
    } else {
      while (!cursor.gotoNextSibling()) {
        const done = path.pop();
        if (done === undefined) return root.node;
        if (done.broken) markBroken(path.at(-1));
        cursor.gotoParent();
      }
    }
    last = readNode(cursor, language, options);
    const parent = path.at(-1);
    parent?.children.push(last.node);
    if (last.node.broken) markBroken(parent);
  }
}

interface ReadNode {
  readonly node: MutableNode;
  /** Its children are not to be read from the cursor. */
  readonly isLeaf: boolean;
}

/** Each property is a call into WebAssembly; what its kind tells about a node is not asked again. */
function readNode(cursor: TreeCursor, language: Language, options: CopyOptions): ReadNode {
  const { offsets } = options;
  const kind = kindsOf(language)[cursor.nodeTypeId] ?? errorKind;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const from = offsets === undefined ? start : offsets.originalStart(start);
  const to = offsets === undefined ? end : offsets.originalEnd(end);
  const missing = start === end ? cursor.nodeIsMissing : from === to;
  const node: MutableNode = {
    type: kind.type,
    field: kind.named ? (language.fields[cursor.currentFieldId] ?? undefined) : undefined,
    start: from,
    end: to,
    named: kind.named,
    missing,
    broken: missing || kind === errorKind,
    children: [],
  };
  if (node.type === 'compound_statement') {
    const block = options.block?.(node);
    if (block !== undefined) return { node: { ...copied(block), field: node.field }, isLeaf: true };
  }
  if (memberTypes.has(node.type) && options.postpone?.(node) === true) {
    const member = cursor.currentNode;
    if (!member.hasError) return { node: new PostponedNode(node, member, language, options), isLeaf: true };
  }
  return { node, isLeaf: !node.named || node.type === 'identifier' };
}

/** A shallow copy. */
function copied(node: SyntaxNode): MutableNode {
  return { ...node, children: [...node.children] as MutableNode[] };
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
  readonly #options: CopyOptions;
  #children: MutableNode[] | undefined;

  constructor({ type, field, start, end }: SyntaxNode, node: Node, language: Language, options: CopyOptions) {
    this.type = type;
    this.field = field;
    this.start = start;
    this.end = end;
    this.#node = node;
    this.#language = language;
    this.#options = { ...options, postpone: undefined };
  }

  get children(): MutableNode[] {
    this.#children ??= copyNode(this.#node, this.#language, this.#options).children;
    return this.#children;
  }
}

/** A node that lies `delta` further. What is inside of it is moved when somebody asks for it. */
export function movedNode(node: SyntaxNode, delta: number): SyntaxNode {
  return delta === 0 ? node : new MovedNode(node, delta);
}

class MovedNode implements SyntaxNode {
  readonly type: string;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly named: boolean;
  readonly missing: boolean;
  readonly broken: boolean;
  readonly #node: SyntaxNode;
  readonly #delta: number;
  #children: readonly SyntaxNode[] | undefined;

  constructor(node: SyntaxNode, delta: number) {
    this.type = node.type;
    this.field = node.field;
    this.start = node.start + delta;
    this.end = node.end + delta;
    this.named = node.named;
    this.missing = node.missing;
    this.broken = node.broken;
    this.#node = node;
    this.#delta = delta;
  }

  get children(): readonly SyntaxNode[] {
    this.#children ??= this.#node.children.map((child) => movedNode(child, this.#delta));
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
