/** Entry of `dist/cli.js`. */
import { run } from './program';
import { processTerminal } from './terminal';

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), processTerminal());
}

void main();
