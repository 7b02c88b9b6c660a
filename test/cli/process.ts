/** Runs the built command line as a process. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { builtFile } from '../support/build';

export const SAMPLE_APP = path.join(import.meta.dirname, '../fixtures/podcast-player');

export interface Output {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function startCli(args: readonly string[], directory: string, env: NodeJS.ProcessEnv = {}) {
  const cli = await builtFile('cli.js');
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  return spawn(process.execPath, [cli, ...args], { cwd: directory, env: { ...inherited, ...env } });
}

export async function runCli(
  args: readonly string[],
  directory: string = SAMPLE_APP,
  env: NodeJS.ProcessEnv = {},
): Promise<Output> {
  const child = await startCli(args, directory, env);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  });
  return { code, stdout, stderr };
}

/** A folder with these files that goes away after the test. */
export async function temporaryFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'background-modes-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}
