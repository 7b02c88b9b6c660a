/**
 * `npm run test:vscode`: mocha suites inside a real extension host. On Linux that is the VS Code server from npm,
 * elsewhere a desktop VS Code that @vscode/test-electron downloads.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { resultsFile } from './e2e/legs.mjs';
import { root, sampleApp, scratchFolder, TEST_VARIABLE_PREFIX } from './e2e/places.mjs';
import { requireTools, vscodeExecutable } from './e2e/tools.mjs';

const bundleFolder = path.join(scratchFolder, 'vscode-tests');

async function bundleSuites(): Promise<void> {
  rmSync(bundleFolder, { recursive: true, force: true });
  const suites = readdirSync(path.join(root, 'test/vscode/suite')).filter((name) =>
    name.endsWith('.test.ts'),
  );
  await build({
    entryPoints: ['run-suite.ts', ...suites.map((name) => `suite/${name}`)].map((name) =>
      path.join(root, 'test/vscode', name),
    ),
    entryNames: '[name]',
    outdir: bundleFolder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
}

async function main(): Promise<void> {
  await requireTools(['vscode']);
  await bundleSuites();
  const workspace = mkdtempSync(path.join(os.tmpdir(), 'background-modes-workspace-'));
  try {
    cpSync(sampleApp, workspace, { recursive: true });
    await runTests({
      vscodeExecutablePath: await vscodeExecutable(),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(bundleFolder, 'run-suite.js'),
      launchArgs: [workspace, '--disable-extensions'],
      extensionTestsEnv: { [`${TEST_VARIABLE_PREFIX}RESULTS`]: resultsFile('vscode') },
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
