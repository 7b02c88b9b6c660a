/**
 * `npm start`: opens a fresh copy of the sample app in a real editor with the extension: desktop VS Code when `code`
 * is on PATH, otherwise a VS Code server of our own on 127.0.0.1. Ctrl+C ends everything.
 */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { mistakes } from '../test/support/sample-app';
import { startCodeServer } from './e2e/code-server.mjs';
import { findProgram } from './e2e/debian.mjs';
import { root, sampleApp, scratchFolder, vsixFile } from './e2e/places.mjs';
import { endGroup, interrupted, run, spawnGroup } from './e2e/run.mjs';
import { requireTools } from './e2e/tools.mjs';

/** It has a mistake whose fix lies in another file. */
const FIRST_FILE = mistakes.missingMode.file;
const PREFERRED_PORT = 8765;
const BUILD_TIMEOUT = 180_000;

/** A copy, so that trying the fixes leaves the repository as it is; new at each start. */
function copySample(): string {
  const folder = path.join(scratchFolder, 'podcast-player');
  rmSync(folder, { recursive: true, force: true });
  cpSync(sampleApp, folder, { recursive: true });
  return folder;
}

/** Quiet unless it fails. */
async function runScript(file: string): Promise<void> {
  const args = ['--import', 'tsx', file];
  const { code, output } = await run(process.execPath, args, { cwd: root, timeout: BUILD_TIMEOUT });
  if (code !== 0) throw new Error(`${file} failed:\n${output}`);
}

async function startDesktop(code: string, folder: string): Promise<void> {
  await runScript('scripts/build.mts');
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${root}`, folder];
  const child = spawnGroup(code, [...args, path.join(folder, FIRST_FILE)], { stdio: 'inherit' });
  console.log('VS Code opens with the sample app. Ctrl+C, or closing the window, ends this command.');
  await Promise.race([interrupted(), new Promise((resolve) => child.once('exit', resolve))]);
  await endGroup(child);
}

async function startServer(folder: string): Promise<void> {
  console.log('`code` is not on PATH: starting VS Code for the browser instead, this takes some seconds');
  await requireTools(['host']);
  await runScript('scripts/package.mts');
  const server = await startCodeServer({ vsix: [vsixFile], preferredPort: PREFERRED_PORT });
  const file = server.remoteUri(path.join(folder, FIRST_FILE));
  console.log(`\nOpen this in a browser on this machine:\n\n  ${server.url(folder, [['openFile', file]])}\n`);
  console.log('The underline is a first finding; Ctrl+. (⌘.) fixes it. Ctrl+C here ends everything.');
  await interrupted();
  console.log('\nstopping');
  await server.stop();
}

try {
  const code = findProgram('code');
  const folder = copySample();
  await (code === undefined ? startServer(folder) : startDesktop(code, folder));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
