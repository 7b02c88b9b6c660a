/**
 * What the core needs from outside. Node, a browser and tests each bring their own; the core imports none.
 * Documents are named by URI strings (`file:///…`) throughout; `vscode-uri` joins and resolves them.
 */

export type FileKind = 'file' | 'directory' | 'other';

export interface DirectoryEntry {
  readonly name: string;
  /** Symbolic links are reported as `other` and are not followed, so loops cannot happen. */
  readonly kind: FileKind;
}

/** Read-only file access. Every method answers `undefined` for what is missing or unreadable; none throws. */
export interface FileSystem {
  /** Size in bytes and kind. */
  stat(uri: string): Promise<{ kind: FileKind; size: number } | undefined>;
  readFile(uri: string): Promise<Uint8Array | undefined>;
  readDirectory(uri: string): Promise<readonly DirectoryEntry[] | undefined>;
}

/** Asked between slices of work; the work stops soon after it says true. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

export interface Progress {
  /** `done` of `total` files; called a few times a second at most. */
  report(done: number, total: number): void;
}

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

export interface Logger {
  log(level: LogLevel, message: string): void;
}

export type GrammarName = 'swift' | 'objc';

/** Supplies WebAssembly bytes: the tree-sitter runtime and the two grammars. */
export interface WasmSource {
  runtime(): Promise<Uint8Array>;
  grammar(name: GrammarName): Promise<Uint8Array>;
}

/** Gives other work a turn (a macrotask); called between slices of a long run. */
export type Yield = () => Promise<void>;

/** Turns bytes into text: UTF-8 with or without BOM, UTF-16 with BOM. `undefined` when the bytes are not text. */
export type DecodeText = (bytes: Uint8Array) => string | undefined;

export interface Host {
  readonly files: FileSystem;
  readonly wasm: WasmSource;
  readonly logger: Logger;
  readonly decode: DecodeText;
  readonly yield: Yield;
}
