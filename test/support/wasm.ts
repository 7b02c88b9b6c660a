/** WebAssembly for tests, from where the sources keep it: no build is needed to run the unit tests. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { WasmSource } from '../../server/src/core/ports';

const require = createRequire(import.meta.url);
const root = path.join(import.meta.dirname, '../..');

export const testWasm: WasmSource = {
  runtime: () =>
    readFile(path.join(path.dirname(require.resolve('web-tree-sitter')), 'web-tree-sitter.wasm')),
  grammar: (name) => readFile(path.join(root, `server/grammars/tree-sitter-${name}.wasm`)),
};
