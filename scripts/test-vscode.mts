/**
 * `npm run test:vscode`: mocha suites inside a real extension host. On Linux that is the VS Code server from npm,
 * elsewhere a desktop VS Code that @vscode/test-electron downloads.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { forgetResults, resultsFile } from './e2e/legs.mjs';
import { root, sampleApp, scratchFolder, TEST_VARIABLE_PREFIX } from './e2e/places.mjs';
import { requireTools, vscodeExecutable } from './e2e/tools.mjs';

const bundleFolder = path.join(scratchFolder, 'vscode-tests');

/** Suites, by the folder that VS Code opens for them: a copy, as tests write into it. */
const suites = [
  { name: 'suite', workspace: sampleApp },
  { name: 'plain', workspace: path.join(root, 'test/fixtures/web-shop') },
];

async function bundleSuite(name: string): Promise<void> {
  const folder = path.join(root, 'test/vscode', name);
  const tests = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
  await build({
    entryPoints: [
      path.join(root, 'test/vscode/run-suite.ts'),
      ...tests.map((file) => path.join(folder, file)),
    ],
    entryNames: '[name]',
    outdir: path.join(bundleFolder, name),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
}

async function runSuite(name: string, original: string): Promise<void> {
  const workspace = mkdtempSync(path.join(os.tmpdir(), 'background-modes-workspace-'));
  try {
    cpSync(original, workspace, { recursive: true });
    await runTests({
      vscodeExecutablePath: await vscodeExecutable(),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(bundleFolder, name, 'run-suite.js'),
      launchArgs: [workspace, '--disable-extensions'],
      extensionTestsEnv: { [`${TEST_VARIABLE_PREFIX}RESULTS`]: resultsFile('vscode') },
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function main(): Promise<void> {
  await requireTools(['vscode']);
  rmSync(bundleFolder, { recursive: true, force: true });
  forgetResults('vscode');
  for (const { name } of suites) await bundleSuite(name);
  const failures: unknown[] = [];
  for (const { name, workspace } of suites) {
    await runSuite(name, workspace).catch((error: unknown) => failures.push(error));
  }
  // All have run: what fails in one folder may work in another.
  if (failures.length > 0) throw failures[0];
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
