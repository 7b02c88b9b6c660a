import type { Tree } from 'web-tree-sitter';
import { reparse } from '../syntax/incremental';
import { normaliseObjc } from '../syntax/objc-normalise';
import { ObjcSource } from '../syntax/objc-source';
import type { TreeParser } from '../syntax/parser';
import type { ProgramFile } from './ir';
import { lowerObjc } from './lower-objc';
import { MemberCache } from './lower-objc/member-cache';

/**
 * Parses and lowers one text of Objective-C or of a header, once. `parser.load('objc')` has resolved before.
 * Wrong or unfinished code never throws: see `ProgramFile.errors`.
 */
export function parseObjc(parser: TreeParser, text: string): ProgramFile {
  const normalised = normaliseObjc(text);
  const tree = parser.parse('objc', normalised.text);
  try {
    return lowerObjc(tree, text, normalised);
  } finally {
    tree?.delete();
  }
}

/** An open document: keeps its tree, and lowers again only the methods and functions that an edit changed. Whoever made it disposes of it. */
export class ObjcDocument {
  readonly #parser: TreeParser;
  #tree: Tree | undefined;
  readonly #source: ObjcSource;
  #text: string;
  #parsed = '';
  #members: MemberCache | undefined;
  #program: ProgramFile;

  constructor(parser: TreeParser, text: string) {
    this.#parser = parser;
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
    this.#program = this.#lower(text);
    return this.#program;
  }

  dispose(): void {
    this.#tree?.delete();
    this.#tree = undefined;
    this.#members = undefined;
  }

  #lower(text: string): ProgramFile {
    const normalised = this.#source.update(text);
    this.#tree = this.#parse(normalised.text);
    this.#parsed = normalised.text;
    this.#members = new MemberCache(text, this.#members);
    return lowerObjc(this.#tree, text, normalised, this.#members);
  }

  #parse(text: string): Tree | undefined {
    const old = this.#tree;
    this.#tree = undefined;
    const tree = old && reparse(this.#parser, 'objc', old, this.#parsed, text);
    if (tree !== undefined && !tree.rootNode.hasError) return tree;
    // How the parser recovers from an error depends on what it reuses: the answer must not depend on how one got there.
    tree?.delete();
    return this.#parser.parse('objc', text);
  }
}
