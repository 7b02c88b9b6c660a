/** Entry point inside of the extension host: runs the bundled suites beside this file with mocha. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const TEST_TIMEOUT = 60_000;

interface Outcome {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

/** Rejects when a test failed, which is what VS Code expects of a test runner. */
export async function run(): Promise<void> {
  // An ES module, which a CommonJS bundle can only import this way.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: TEST_TIMEOUT });
  const suites = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const name of suites.sort()) mocha.addFile(path.join(__dirname, name));
  const file = process.env.BACKGROUND_MODES_TEST_RESULTS;
  const outcome = outcomeOfRunsBefore(file);
  const failedBefore = outcome.numFailedTests;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', () => (outcome.numPassedTests += 1));
    runner.on('fail', () => (outcome.numFailedTests += 1));
    runner.on('pending', () => (outcome.numPendingTests += 1));
  });
  if (file !== undefined) writeFileSync(file, JSON.stringify(outcome));
  const failed = outcome.numFailedTests - failedBefore;
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

/** A run for each folder that the tests open counts on. */
function outcomeOfRunsBefore(file: string | undefined): Outcome {
  const none: Outcome = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  return file !== undefined && existsSync(file)
    ? { ...none, ...JSON.parse(readFileSync(file, 'utf8')) }
    : none;
}
