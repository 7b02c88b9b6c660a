import type { Tree } from 'web-tree-sitter';
import { reparse } from '../syntax/incremental';
import { type NormalisedObjc, normaliseObjc } from '../syntax/objc-normalise';
import { ObjcPieces } from '../syntax/objc-pieces';
import { ObjcSource } from '../syntax/objc-source';
import { copyTree, type SyntaxNode } from '../syntax/objc-tree';
import type { TreeParser } from '../syntax/parser';
import type { ProgramFile } from './ir';
import { lowerObjc } from './lower-objc';
import { MemberCache } from './lower-objc/member-cache';
import { carryNames } from './text-names';

/**
 * Parses and lowers one text of Objective-C or of a header, once. `parser.load('objc')` has resolved before.
 * Wrong or unfinished code never throws: see `ProgramFile.errors`.
 */
export function parseObjc(parser: TreeParser, text: string): ProgramFile {
  const normalised = normaliseObjc(text);
  const tree = parser.parse('objc', normalised.text);
  const pieces = new ObjcPieces(parser);
  try {
    const isBroken = tree?.rootNode.hasError === true || normalised.closings.length > 0;
    const root = (isBroken ? pieces.parse(normalised) : undefined) ?? (tree && copyTree(tree));
    return lowerObjc(root, text, normalised);
  } finally {
    pieces.dispose();
    tree?.delete();
  }
}

/** An open document: keeps its tree, and lowers again only the methods and functions that an edit changed. Whoever made it disposes of it. */
export class ObjcDocument {
  readonly #parser: TreeParser;
  readonly #pieces: ObjcPieces;
  #tree: Tree | undefined;
  readonly #source: ObjcSource;
  #text: string;
  #parsed = '';
  #members: MemberCache | undefined;
  #program: ProgramFile;

  constructor(parser: TreeParser, text: string) {
    this.#parser = parser;
    this.#pieces = new ObjcPieces(parser);
    this.#text = text;
    this.#source = new ObjcSource(text);
    this.#program = this.#lower(text);
  }

  /** The program of the last text. */
  get program(): ProgramFile {
    return this.#program;
  }

  /** Takes the whole new text; what it has in common with the last one is not parsed again. */
  update(text: string): ProgramFile {
    if (text === this.#text) return this.#program;
    this.#text = text;
    const program = this.#lower(text);
    carryNames(this.#program, program, text);
    this.#program = program;
    return program;
  }

  dispose(): void {
    this.#pieces.dispose();
    this.#tree?.delete();
    this.#tree = undefined;
    this.#members = undefined;
  }

  #lower(text: string): ProgramFile {
    const normalised = this.#source.update(text);
    const old = this.#tree;
    this.#tree = undefined;
    this.#tree =
      (old && reparse(this.#parser, 'objc', old, this.#parsed, normalised.text)) ??
      this.#parser.parse('objc', normalised.text);
    this.#parsed = normalised.text;
    const members = new MemberCache(text, normalised.text, this.#members);
    this.#members = members;
    return lowerObjc(this.#copy(normalised, members), text, normalised, members);
  }

  #copy(normalised: NormalisedObjc, members: MemberCache): SyntaxNode | undefined {
    // The pieces are kept: while somebody types, an error comes with every other character.
    if (this.#tree?.rootNode.hasError !== true && normalised.closings.length === 0) {
      return this.#tree && copyTree(this.#tree, { postpone: members.has });
    }
    const root = this.#pieces.parse(normalised, members.has);
    if (root !== undefined) return root;
    // How the parser recovers from an error depends on what it reuses: the answer must not depend on how one got there.
    this.#tree?.delete();
    this.#tree = this.#parser.parse('objc', normalised.text);
    return this.#tree && copyTree(this.#tree, { postpone: members.has });
  }
}
