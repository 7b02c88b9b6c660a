/** What the parts of the test run have in common: where each leaves its counts, and how these are read. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, scratchFolder } from './places.mjs';
import { run } from './run.mjs';

const VITEST_TIMEOUT = 600_000;
const resultsFolder = path.join(scratchFolder, 'results');

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A leg writes its counts here, in the fields that vitest's JSON reporter uses. */
export function resultsFile(leg: string): string {
  mkdirSync(resultsFolder, { recursive: true });
  return path.join(resultsFolder, `${leg}.json`);
}

export function forgetResults(leg: string): void {
  rmSync(resultsFile(leg), { force: true });
}

/** `undefined` when the leg ended before it wrote them. */
export function readCounts(leg: string): Counts | undefined {
  const file = resultsFile(leg);
  if (!existsSync(file)) return undefined;
  const report: Partial<Record<string, number>> = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/** Resolves to the exit status; the counts are left for `readCounts`. */
export async function runVitest(
  leg: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultsFile(leg)}`];
  const { code } = await run(process.execPath, [vitest, 'run', ...args, ...reporters], {
    cwd: root,
    env: { ...process.env, ...env },
    timeout: VITEST_TIMEOUT,
    echo: true,
  });
  return code;
}
