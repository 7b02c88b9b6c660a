/** Runs a test suite inside the extension host of the VS Code server, the way desktop VS Code would. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startBrowser } from './browser.mjs';
import { type CodeServer, startCodeServer } from './code-server.mjs';
import { scratchFolder } from './places.mjs';

export interface InHostRun {
  /** Folder of the extension under test. */
  readonly extension: string;
  /** A module with an exported `run(): Promise<void>`, which rejects when a test failed. */
  readonly tests: string;
  readonly workspace: string;
  /** Seen by the extension host. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeout: number;
}

const TIMED_OUT = 124;
/** What the workbench itself says about a machine without a network. */
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace|Updating additional builtin|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate|Timed out waiting for authentication provider|getaddrinfo |Extension host )|open-vsx\.org/;

/** Resolves to the suite's exit status; 124 after the time limit. */
export async function runInHost(options: InHostRun): Promise<number> {
  const server = await startCodeServer({ testDriver: true });
  try {
    const browser = await startBrowser();
    try {
      return await runInPage(browser.page, server, options);
    } finally {
      await browser.stop();
    }
  } finally {
    await server.stop();
  }
}

async function runInPage(page: Page, server: CodeServer, options: InHostRun): Promise<number> {
  let settle: (code: number) => void = () => {};
  const exited = new Promise<number>((resolve) => {
    settle = resolve;
  });
  const limit = setTimeout(() => settle(TIMED_OUT), options.timeout);
  // The workbench calls these two by name when the test driver is on.
  await page.exposeFunction('codeAutomationExit', (code: number) => settle(code));
  await page.exposeFunction('codeAutomationLog', (_level: string, args: unknown[]) => {
    if (!noise.test(String(args[0]))) console.log(...args);
  });
  page.on('pageerror', (error) => console.error(`page error: ${String(error).split('\n')[0]}`));
  await page.goto(
    server.url(options.workspace, [
      ['extensionDevelopmentPath', server.remoteUri(options.extension)],
      ['extensionTestsPath', server.remoteUri(options.tests)],
      ['extensionEnvironment', JSON.stringify(options.env)],
    ]),
  );
  const code = await exited;
  clearTimeout(limit);
  if (code !== 0) await keepScreenshot(page);
  if (code === TIMED_OUT) console.error(`the suite did not end in time\n${server.output().slice(-2000)}`);
  return code;
}

async function keepScreenshot(page: Page): Promise<void> {
  mkdirSync(scratchFolder, { recursive: true });
  const file = path.join(scratchFolder, 'in-host-failure.png');
  await page.screenshot({ path: file });
  console.error(`screenshot: ${path.relative(process.cwd(), file)}`);
}
