/** Bundles the entry points and puts the WebAssembly beside them. `--watch` rebuilds on change. */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, context } from 'esbuild';

const root = path.join(import.meta.dirname, '..');
const out = path.join(root, 'dist');
const production = process.argv.includes('--production');

const shared: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outdir: out,
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  alias: {
    // The ES module build of web-tree-sitter reads import.meta.url, which a CommonJS bundle does not have.
    'web-tree-sitter': path.join(root, 'node_modules/web-tree-sitter/web-tree-sitter.cjs'),
    // The other build of jsonc-parser requires its parts by names that no bundler can see.
    'jsonc-parser': path.join(root, 'node_modules/jsonc-parser/lib/esm/main.js'),
  },
};

const bundles: BuildOptions[] = [
  { ...shared, entryPoints: { client: path.join(root, 'client/src/node/main.ts') }, external: ['vscode'] },
  { ...shared, entryPoints: { server: path.join(root, 'server/src/lsp/main.ts') } },
  {
    ...shared,
    entryPoints: { cli: path.join(root, 'server/src/cli/main.ts') },
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** For editors that run in a browser, where an extension and its server are web workers. */
const web: BuildOptions = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  outdir: path.join(out, 'web'),
  alias: {},
};

bundles.push(
  { ...web, entryPoints: { client: path.join(root, 'client/src/browser/main.ts') }, external: ['vscode'] },
  {
    ...web,
    format: 'iife',
    entryPoints: { server: path.join(root, 'server/src/browser/main.ts') },
    // web-tree-sitter works out where its WebAssembly would be, and is given it instead: any address will do.
    define: { 'import.meta.url': '"file:///"' },
  },
);

const assets = [
  'server/grammars/tree-sitter-swift.wasm',
  'server/grammars/tree-sitter-objc.wasm',
  'node_modules/web-tree-sitter/web-tree-sitter.wasm',
];

mkdirSync(out, { recursive: true });
for (const asset of assets) copyFileSync(path.join(root, asset), path.join(out, path.basename(asset)));

if (process.argv.includes('--watch')) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
