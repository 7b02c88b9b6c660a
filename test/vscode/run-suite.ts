/** Entry point inside of the extension host: runs the bundled suites beside this file with mocha. */
import { readdirSync, writeFileSync } from 'node:fs';
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
  const outcome: Outcome = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', () => (outcome.numPassedTests += 1));
    runner.on('fail', () => (outcome.numFailedTests += 1));
    runner.on('pending', () => (outcome.numPendingTests += 1));
  });
  const file = process.env.BACKGROUND_MODES_TEST_RESULTS;
  if (file !== undefined) writeFileSync(file, JSON.stringify(outcome));
  if (outcome.numFailedTests > 0) throw new Error(`${outcome.numFailedTests} tests failed`);
}
