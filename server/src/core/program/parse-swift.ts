/** Swift text → program model, whole or edit by edit. */
import type { TreeParser } from '../syntax/parser';
import { type NormalisedSwift, normaliseSwift } from '../syntax/swift-normalise';
import { SwiftPieces } from '../syntax/swift-pieces';
import { SwiftSource } from '../syntax/swift-source';
import type { ProgramFile } from './ir';
import { lowerSwift } from './lower-swift';
import { MemberCache } from './lower-swift/member-cache';
import { TypeAliases } from './lower-swift/type-aliases';
import { carryNames } from './text-names';

/** Parses and lowers one text. Any text is answered; `parser.load('swift')` must have resolved. */
export function parseSwift(parser: TreeParser, text: string): ProgramFile {
  const source = normaliseSwift(text);
  const { root, errors } = new SwiftPieces(parser).parse(source);
  return lowerSwift(root, source, errors);
}

/** An open document: parses and lowers again only the members that an update changed. */
export class SwiftDocument {
  readonly #text: SwiftSource;
  readonly #pieces: SwiftPieces;
  #members: MemberCache | undefined;
  #program: ProgramFile;

  /** `parser.load('swift')` must have resolved. */
  constructor(parser: TreeParser, text: string) {
    this.#text = new SwiftSource(text);
    this.#pieces = new SwiftPieces(parser);
    this.#program = this.#lower(this.#text.normalised);
  }

  get program(): ProgramFile {
    return this.#program;
  }

  /** Takes the whole new text; what changed is found by comparing. The model equals that of `parseSwift(text)`. */
  update(text: string): ProgramFile {
    if (text === this.#text.normalised.original) return this.#program;
    const program = this.#lower(this.#text.update(text));
    carryNames(this.#program, program, text);
    this.#program = program;
    return program;
  }

  /** Forgets what was remembered for the next update. `program` stays readable. */
  dispose(): void {
    this.#pieces.forget();
    this.#members = undefined;
  }

  #lower(source: NormalisedSwift): ProgramFile {
    const { root, errors } = this.#pieces.parse(source);
    const aliases = new TypeAliases(root, source);
    const members = new MemberCache(source, aliases.signature, this.#members);
    this.#members = members;
    return lowerSwift(root, source, errors, aliases, members.lower);
  }
}
