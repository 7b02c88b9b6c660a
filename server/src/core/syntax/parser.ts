import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { GrammarName, WasmSource } from '../ports';

let runtime: Promise<void> | undefined;

/** Loaded grammars: each load takes memory that is never given back, so parsers share them. */
const grammars = new WeakMap<WasmSource, Map<GrammarName, Promise<Language>>>();

function loadGrammar(wasm: WasmSource, name: GrammarName): Promise<Language> {
  const known = grammars.get(wasm) ?? new Map<GrammarName, Promise<Language>>();
  grammars.set(wasm, known);
  const language = known.get(name) ?? wasm.grammar(name).then((bytes) => Language.load(bytes));
  known.set(name, language);
  return language;
}

/**
 * One tree-sitter parser for each language, loaded on first use. The WebAssembly runtime is process-wide and loaded
 * once, each grammar once for each source of WebAssembly.
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
    parser.setLanguage(await loadGrammar(this.#wasm, language));
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
