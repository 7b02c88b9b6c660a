/** The way of somebody new: install, open the sample, read the first finding, fix it, have a green checklist. By keyboard. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { firstFile, sampleFolder } from '../../client/src/walkthrough/sample-files';
import { type Browser, startBrowser } from '../../scripts/e2e/browser.mjs';
import { type CodeServer, startCodeServer } from '../../scripts/e2e/code-server.mjs';
import { root, scratchFolder, vsixFile } from '../../scripts/e2e/places.mjs';
import { Workbench } from './workbench';

describe('the first steps', () => {
  let scratch: string | undefined;
  let server: CodeServer;
  let browser: Browser;
  let workbench: Workbench;
  let since = Date.now();

  /** Says how long a step has taken; nothing is decided by it, because the machine may be busy. */
  function lap(step: string): void {
    console.log(`${step}: ${((Date.now() - since) / 1000).toFixed(1)} s`);
    since = Date.now();
  }

  beforeAll(async () => {
    scratch = mkdtempSync(path.join(os.tmpdir(), 'background-modes-first-'));
    const workspace = path.join(scratch, sampleFolder);
    cpSync(path.join(root, 'sample'), workspace, { recursive: true });
    since = Date.now();
    server = await startCodeServer({ vsix: [vsixFile] });
    lap('install, start the editor');
    browser = await startBrowser();
    workbench = new Workbench(browser.page);
    since = Date.now();
    await workbench.open(server.url(workspace));
    lap('open the sample');
  });

  afterAll(async () => {
    await browser?.stop();
    await server?.stop();
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    mkdirSync(scratchFolder, { recursive: true });
    await browser.page.screenshot({ path: path.join(scratchFolder, 'first-steps-failure.png') });
  });

  async function fix(title: string, severity: 'error' | 'warning'): Promise<void> {
    await workbench.goToNextProblem();
    await workbench.openQuickFixes(title);
    await workbench.press('Enter');
    await workbench.squiggle(severity).waitFor({ state: 'detached' });
  }

  it('show the first finding', async () => {
    await workbench.openFile(path.basename(firstFile));
    await workbench.squiggle('warning').waitFor();
    lap('first finding');
  });

  it('fix it in the property list', async () => {
    await fix("Add 'audio' to UIBackgroundModes", 'warning');
    lap('fixed');
  });

  it('fix the other finding, which the problems lead to', async () => {
    await workbench.openFile('Favourites.swift');
    await workbench.squiggle('error').waitFor();
    await fix('End the task in the expiration handler', 'error');
    lap('the other finding fixed');
  });

  it('end with a checklist on which nothing is missing', async () => {
    await workbench.runCommand('Background Modes: Show Checklist');
    const target = workbench.targetRow('SlowRadio');
    await expect.poll(() => target.getAttribute('aria-label'), { timeout: 30_000 }).toContain('1 of 1 done');
    expect(await target.getAttribute('aria-label')).not.toMatch(/missing|wrong/);
    lap('checklist green');
  });
});
