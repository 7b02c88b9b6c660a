/**
 * Makes server/grammars/*.wasm from the npm packages of the grammars.
 *
 * Swift: tree-sitter-swift 0.7.1 allocates its scanner's state with `calloc(0, 4)`; under WebAssembly every parse
 * after the first then reads foreign memory (slow, and wrong trees). Mended upstream in 0.7.2, which npm does not
 * have yet. One byte turns the call into `calloc(1, 4)`; both checksums are asserted, so that a new package version
 * can never be patched blindly.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

interface Grammar {
  readonly output: string;
  readonly input: string;
  readonly inputSha256: string;
  readonly outputSha256: string;
  readonly patch?: { readonly offset: number; readonly from: number; readonly to: number };
}

const grammars: readonly Grammar[] = [
  {
    output: 'tree-sitter-swift.wasm',
    input: '@repomix/tree-sitter-wasms/out/tree-sitter-swift.wasm',
    inputSha256: 'd084eceba50e9a83319f5d171051b53179bd22b6ea6419014900c602d52cfa28',
    outputSha256: '7dca77d9850241035ffad0881568d45765caf8d1628f06c62410bf8f4b528922',
    patch: { offset: 448575, from: 0, to: 1 },
  },
  {
    output: 'tree-sitter-objc.wasm',
    input: 'tree-sitter-objc/tree-sitter-objc.wasm',
    inputSha256: '155bf61fc94941fa9d07c86cd46895f14dfb2549fb7f646faeb83765af05c970',
    outputSha256: '155bf61fc94941fa9d07c86cd46895f14dfb2549fb7f646faeb83765af05c970',
  },
];

const require = createRequire(import.meta.url);
const folder = path.join(import.meta.dirname, '../server/grammars');
const checkOnly = process.argv.includes('--check');

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Throws when a checksum differs from the one written down above. */
function expect(what: string, bytes: Uint8Array, wanted: string): void {
  const actual = sha256(bytes);
  if (actual !== wanted) throw new Error(`${what}: sha256 is ${actual}, expected ${wanted}`);
}

/** The package's folder is found through node_modules, because `exports` hides the .wasm of some packages. */
function locate(file: string): string {
  const name = file.startsWith('@') ? file.split('/').slice(0, 2).join('/') : (file.split('/')[0] ?? file);
  for (const base of require.resolve.paths(name) ?? []) {
    const candidate = path.join(base, file);
    try {
      readFileSync(candidate, { flag: 'r' });
      return candidate;
    } catch {
      // Not in this node_modules; the next one up may have it.
    }
  }
  throw new Error(`${name} is not installed: run npm ci first`);
}

for (const grammar of grammars) {
  const target = path.join(folder, grammar.output);
  if (checkOnly) {
    expect(grammar.output, readFileSync(target), grammar.outputSha256);
    continue;
  }
  const bytes = readFileSync(locate(grammar.input));
  expect(grammar.input, bytes, grammar.inputSha256);
  if (grammar.patch) {
    const { offset, from, to } = grammar.patch;
    if (bytes[offset] !== from)
      throw new Error(`${grammar.input}: byte ${offset} is ${bytes[offset]}, expected ${from}`);
    bytes[offset] = to;
  }
  expect(grammar.output, bytes, grammar.outputSha256);
  writeFileSync(target, bytes);
  console.log(`${grammar.output}: ${bytes.length} bytes, sha256 ${grammar.outputSha256}`);
}
