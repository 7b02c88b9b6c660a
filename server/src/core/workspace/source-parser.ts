/** Parses sources: closed files at once, open documents edit by edit. */
import type { GrammarName, WasmSource } from '../ports';
import type { ProgramFile } from '../program/ir';
import { ObjcDocument, parseObjc } from '../program/parse-objc';
import { parseSwift, SwiftDocument } from '../program/parse-swift';
import { TreeParser } from '../syntax/parser';

interface OpenSource {
  readonly document: SwiftDocument | ObjcDocument;
  text: string;
}

export class SourceParser {
  readonly #parser: TreeParser;
  readonly #loaded = new Set<GrammarName>();
  readonly #open = new Map<string, OpenSource>();

  constructor(wasm: WasmSource) {
    this.#parser = new TreeParser(wasm);
  }

  /** Must have resolved before anything of the language is parsed. */
  async load(language: GrammarName): Promise<void> {
    await this.#parser.load(language);
    this.#loaded.add(language);
  }

  isLoaded(language: GrammarName): boolean {
    return this.#loaded.has(language);
  }

  parseClosed(language: GrammarName, text: string): ProgramFile {
    return language === 'swift' ? parseSwift(this.#parser, text) : parseObjc(this.#parser, text);
  }

  /** Keeps the tree until `close`; the same text is not parsed twice. */
  parseOpen(uri: string, language: GrammarName, text: string): ProgramFile {
    const open = this.#open.get(uri);
    if (open !== undefined) {
      if (open.text !== text) open.document.update(text);
      open.text = text;
      return open.document.program;
    }
    const document =
      language === 'swift' ? new SwiftDocument(this.#parser, text) : new ObjcDocument(this.#parser, text);
    this.#open.set(uri, { document, text });
    return document.program;
  }

  close(uri: string): void {
    this.#open.get(uri)?.document.dispose();
    this.#open.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.#open.keys()]) this.close(uri);
    this.#parser.dispose();
  }
}
