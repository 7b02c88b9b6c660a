/** Understands the part of desktop VS Code's command line that @vscode/test-electron uses. */
import { statSync } from 'node:fs';
import { runInHost } from './in-host.mjs';
import { hostVsCodeVersion, TEST_VARIABLE_PREFIX } from './places.mjs';

const WRONG_USAGE = 64;
const SUITE_TIMEOUT = 180_000;

const args = process.argv.slice(2);

function option(name: string): string | undefined {
  const prefix = `--${name}=`;
  return args.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

function isFolder(argument: string): boolean {
  return !argument.startsWith('-') && (statSync(argument, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

function testVariables(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    name.startsWith(TEST_VARIABLE_PREFIX) && value !== undefined ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}

async function main(): Promise<number> {
  if (args.includes('--version')) {
    console.log(`${hostVsCodeVersion}\n0000000000000000000000000000000000000000\n${process.arch}`);
    return 0;
  }
  const extension = option('extensionDevelopmentPath');
  const tests = option('extensionTestsPath');
  const workspace = args.find(isFolder);
  if (extension === undefined || tests === undefined || workspace === undefined) {
    console.error('needs --extensionDevelopmentPath=…, --extensionTestsPath=… and a folder');
    return WRONG_USAGE;
  }
  return runInHost({ extension, tests, workspace, env: testVariables(), timeout: SUITE_TIMEOUT });
}

process.exit(await main());
