/** Swift text → program model, whole or edit by edit. */
import type { Node, Tree } from 'web-tree-sitter';
import { reparse } from '../syntax/incremental';
import type { TreeParser } from '../syntax/parser';
import { type NormalisedSwift, normaliseSwift } from '../syntax/swift-normalise';
import { SwiftSource } from '../syntax/swift-source';
import { copyTree } from '../syntax/swift-tree';
import type { TextRange } from '../text';
import type { ProgramFile } from './ir';
import { lowerSwift } from './lower-swift';
import { MEMBER_NODES, MemberCache } from './lower-swift/member-cache';

/** Parses and lowers one text. Any text is answered; `parser.load('swift')` must have resolved. */
export function parseSwift(parser: TreeParser, text: string): ProgramFile {
  const source = normaliseSwift(text);
  const tree = parser.parse('swift', source.text);
  if (tree === undefined) return notParsed(source);
  try {
    return lowerSwift(copyTree(tree), source, errorRanges(tree));
  } finally {
    tree.delete();
  }
}

/** An open document: keeps its tree, and lowers again only the members that an update changed. */
export class SwiftDocument {
  readonly #parser: TreeParser;
  readonly #text: SwiftSource;
  #source: NormalisedSwift;
  #tree: Tree | undefined;
  #members: MemberCache | undefined;
  #program: ProgramFile;

  /** `parser.load('swift')` must have resolved. */
  constructor(parser: TreeParser, text: string) {
    this.#parser = parser;
    this.#text = new SwiftSource(text);
    this.#source = this.#text.normalised;
    this.#tree = parser.parse('swift', this.#source.text);
    this.#program = this.#lower();
  }

  get program(): ProgramFile {
    return this.#program;
  }

  /** Takes the whole new text; what changed is found by comparing. The model equals that of `parseSwift(text)`. */
  update(text: string): ProgramFile {
    const previous = this.#source;
    if (text === previous.original) return this.#program;
    this.#source = this.#text.update(text);
    this.#tree = this.#tree
      ? reparse(this.#parser, 'swift', this.#tree, previous.text, this.#source.text)
      : this.#parser.parse('swift', this.#source.text);
    this.#program = this.#lower();
    return this.#program;
  }

  /** Frees the tree. `program` stays readable. */
  dispose(): void {
    this.#tree?.delete();
    this.#tree = undefined;
    this.#members = undefined;
  }

  #lower(): ProgramFile {
    if (this.#tree === undefined) {
      this.#members = undefined;
      return notParsed(this.#source);
    }
    const known = this.#members;
    const members = new MemberCache(this.#source, known);
    this.#members = members;
    const root = copyTree(this.#tree, { tracked: MEMBER_NODES, postpone: members.has });
    return lowerSwift(root, this.#source, errorRanges(this.#tree), members.lower);
  }
}

/** The parser gave up: nothing is known, and that is said. */
function notParsed(source: NormalisedSwift): ProgramFile {
  const whole = { start: 0, end: source.text.length };
  return lowerSwift({ type: 'source_file', ...whole, children: [], isBroken: true }, source, [whole]);
}

/** ERROR and missing nodes, in the order of the text. */
function errorRanges(tree: Tree): TextRange[] {
  const ranges: TextRange[] = [];
  const open: Node[] = tree.rootNode.hasError ? [tree.rootNode] : [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.isError || node.isMissing) ranges.push({ start: node.startIndex, end: node.endIndex });
    else
      for (const child of node.children.toReversed()) if (child.hasError || child.isMissing) open.push(child);
  }
  return ranges;
}
