/** The core's ports on Node: files, WebAssembly beside the bundle, text decoding. Shared by the server and the CLI. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import type { DirectoryEntry, FileKind, FileSystem, Host, Logger, WasmSource } from '../core/ports';
import { decodeText } from '../decode';

export const nodeFiles: FileSystem = {
  async stat(uri) {
    try {
      const info = await stat(fileURLToPath(uri));
      return { kind: kindOf(info), size: info.size };
    } catch {
      return undefined;
    }
  },
  async readFile(uri) {
    try {
      return await readFile(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
  async readDirectory(uri) {
    try {
      const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
      return entries.map((entry): DirectoryEntry => ({ name: entry.name, kind: kindOf(entry) }));
    } catch {
      return undefined;
    }
  },
};

function kindOf(info: { isFile(): boolean; isDirectory(): boolean }): FileKind {
  if (info.isFile()) return 'file';
  return info.isDirectory() ? 'directory' : 'other';
}

/** See "Memory" in docs/architecture.md. */
const engineFlags = [
  // With these Node 24 would compile the grammars twice, and peak at about 3 GB.
  '--no-wasm-tier-up',
  '--no-wasm-dynamic-tiering',
  // What is kept for each keystroke looks long-lived to V8; if it were put where old objects are, each version of a
  // document would keep the one after it.
  '--no-allocation-site-pretenuring',
];

/** WebAssembly files beside the bundle (`dist/*.wasm`). */
export function wasmFrom(folder: string): WasmSource {
  return {
    runtime() {
      for (const flag of engineFlags) v8.setFlagsFromString(flag);
      return readFile(path.join(folder, 'web-tree-sitter.wasm'));
    },
    grammar: (name) => readFile(path.join(folder, `tree-sitter-${name}.wasm`)),
  };
}

export function nodeHost(wasmFolder: string, logger: Logger, files = nodeFiles): Host {
  return {
    files,
    wasm: wasmFrom(wasmFolder),
    logger,
    decode: decodeText,
    yield: () => new Promise((resolve) => setImmediate(resolve)),
  };
}
