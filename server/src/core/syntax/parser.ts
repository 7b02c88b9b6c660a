import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { GrammarName, WasmSource } from '../ports';

let runtime: Promise<void> | undefined;

/**
 * One tree-sitter parser for each language, loaded on first use. The WebAssembly runtime is process-wide and loaded once.
 * Trees live outside of the JavaScript heap: whoever receives one calls `delete()` on it.
 */
export class TreeParser {
  readonly #wasm: WasmSource;
  readonly #parsers = new Map<GrammarName, Parser>();
  readonly #loading = new Map<GrammarName, Promise<void>>();

  constructor(wasm: WasmSource) {
    this.#wasm = wasm;
  }

  /** Resolves when `parse` may be called for `language`. Rejects when the WebAssembly cannot be loaded. */
  load(language: GrammarName): Promise<void> {
    let promise = this.#loading.get(language);
    if (promise === undefined) {
      promise = this.#load(language);
      this.#loading.set(language, promise);
    }
    return promise;
  }

  async #load(language: GrammarName): Promise<void> {
    runtime ??= this.#wasm.runtime().then((bytes) => Parser.init({ wasmBinary: bytes }));
    await runtime;
    const parser = new Parser();
    parser.setLanguage(await Language.load(await this.#wasm.grammar(language)));
    this.#parsers.set(language, parser);
  }

  /**
   * Parses a normalised text. `old` is the tree of the previous text, already `edit`ed; it stays the caller's.
   * Answers `undefined` when `shouldStop` said so; throws when `load` has not resolved.
   */
  parse(language: GrammarName, text: string, old?: Tree, shouldStop?: () => boolean): Tree | undefined {
    const parser = this.#parsers.get(language);
    if (parser === undefined) throw new Error(`The ${language} grammar is not loaded`);
    const options = shouldStop ? { progressCallback: () => shouldStop() } : undefined;
    const tree = parser.parse(text, old ?? null, options);
    if (tree === null) {
      parser.reset();
      return undefined;
    }
    return tree;
  }

  dispose(): void {
    for (const parser of this.#parsers.values()) parser.delete();
    this.#parsers.clear();
    this.#loading.clear();
  }
}
