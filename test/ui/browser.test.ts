/** The extension where there are no processes: client and server as web workers of the browser. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { type Browser, startBrowser } from '../../scripts/e2e/browser.mjs';
import { type CodeServer, startCodeServer } from '../../scripts/e2e/code-server.mjs';
import { sampleApp, scratchFolder, vsixFile } from '../../scripts/e2e/places.mjs';
import { missingModeFix, missingModeLabel, mistakes } from '../support/sample-app';
import { Workbench } from './workbench';

/** Of all processes of the machine. */
function commandLines(): string[] {
  return readdirSync('/proc').flatMap((process) => {
    try {
      return [readFileSync(path.join('/proc', process, 'cmdline'), 'utf8')];
    } catch {
      // Not a process, or one that has ended.
      return [];
    }
  });
}

describe('the packaged extension in a browser', () => {
  let scratch: string | undefined;
  let server: CodeServer;
  let browser: Browser;
  let workbench: Workbench;

  beforeAll(async () => {
    scratch = mkdtempSync(path.join(os.tmpdir(), 'background-modes-web-'));
    const workspace = path.join(scratch, path.basename(sampleApp));
    cpSync(sampleApp, workspace, { recursive: true });
    const extension = `${manifest.publisher}.${manifest.name}`;
    server = await startCodeServer({
      vsix: [vsixFile],
      // Of the places that could run it, the browser.
      settings: { 'remote.extensionKind': { [extension]: ['web'] } },
    });
    browser = await startBrowser();
    workbench = new Workbench(browser.page);
    await workbench.open(server.url(workspace));
  });

  afterAll(async () => {
    await browser?.stop();
    await server?.stop();
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    mkdirSync(scratchFolder, { recursive: true });
    await browser.page.screenshot({ path: path.join(scratchFolder, 'browser-failure.png') });
  });

  it('runs in a worker, not in a process', async () => {
    await workbench.openFile(path.basename(mistakes.missingMode.file));
    await workbench.squiggle('warning').waitFor();
    const isServer = (line: string) => line.includes(server.extensionsFolder) && line.includes('server.js');
    expect(commandLines().filter(isServer)).toEqual([]);
  });

  it('fixes a mistake in another file', async () => {
    await workbench.goToNextProblem();
    await workbench.openQuickFixes(missingModeFix);
    await workbench.press('Enter');
    await workbench.squiggle('warning').waitFor({ state: 'detached' });
  });

  it('shows the checklist', async () => {
    await workbench.runCommand('Background Modes: Show Checklist');
    const row = workbench.treeRow(missingModeLabel);
    await row.waitFor();
    await expect.poll(() => row.getAttribute('aria-label'), { timeout: 30_000 }).toContain('declared');
  });
});
