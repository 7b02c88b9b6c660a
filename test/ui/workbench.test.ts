import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Browser, startBrowser } from '../../scripts/e2e/browser.mjs';
import { type CodeServer, startCodeServer } from '../../scripts/e2e/code-server.mjs';
import { sampleApp, scratchFolder, vsixFile } from '../../scripts/e2e/places.mjs';
import { infoPlist, missingModeFix, missingModeLabel, mistakes, task } from '../support/sample-app';
import { Workbench } from './workbench';

const SOURCE = path.basename(mistakes.missingMode.file);
const GOAL_IN_BYTES = 4_000_000;

describe('the packaged extension in a workbench', () => {
  let scratch: string | undefined;
  let workspace: string;
  let server: CodeServer;
  let browser: Browser;
  let workbench: Workbench;
  const packed = inject('packed');

  beforeAll(async () => {
    scratch = mkdtempSync(path.join(os.tmpdir(), 'background-modes-ui-'));
    workspace = path.join(scratch, path.basename(sampleApp));
    cpSync(sampleApp, workspace, { recursive: true });
    server = await startCodeServer({ vsix: [vsixFile] });
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
    if (task.result?.state === 'fail') await screenshot(path.join(scratchFolder, 'ui-failure.png'));
  });

  async function screenshot(file: string): Promise<void> {
    mkdirSync(path.dirname(file), { recursive: true });
    await browser.page.screenshot({ path: file });
  }

  it('fits into the size that a download should have', () => {
    expect(packed.sizeInBytes).toBeLessThan(GOAL_IN_BYTES);
  });

  it('holds the product and the licences of what it contains, and nothing else', () => {
    const folders = packed.files.map((file) => file.replace(/[^/]*$/, ''));
    expect([...new Set(folders)].sort()).toEqual([
      '',
      'client/languages/',
      'client/media/',
      'client/media/languages/',
      'client/media/walkthrough/',
      'dist/',
      'dist/web/',
      'docs/images/',
      'docs/rules/',
      'l10n/',
      'sample/',
      'sample/SlowRadio.xcodeproj/',
      'sample/SlowRadio/',
      'schemas/',
      'server/grammars/',
      'snippets/',
      'syntaxes/',
    ]);
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'dist/client.js',
        'dist/server.js',
        'dist/web/client.js',
        'dist/web/server.js',
        'dist/third-party-notices.txt',
        'server/grammars/LICENSE-tree-sitter-objc',
        'server/grammars/LICENSE-tree-sitter-swift',
      ]),
    );
    expect(packed.files.filter((file) => /\.(ts|mts|map)$/.test(file))).toEqual([]);
  });

  it('underlines a mistake in the open file', async () => {
    await workbench.openFile(SOURCE);
    await workbench.squiggle('warning').waitFor();
  });

  it('lists the mistake among the problems', async () => {
    await workbench.press('Control+Shift+M');
    await workbench.filterProblems(mistakes.missingMode.rule);
    await workbench.problem(mistakes.missingMode.rule).waitFor();
    await workbench.filterProblems('');
  });

  it('shows the checklist with the missing mode', async () => {
    await workbench.runCommand('Background Modes: Show Checklist');
    const row = workbench.treeRow(missingModeLabel);
    await row.waitFor();
    expect(await row.getAttribute('aria-label')).toContain('missing');
  });

  it('offers and applies the fix from the keyboard', async () => {
    await workbench.openFile(SOURCE);
    await workbench.goToNextProblem();
    await workbench.openQuickFixes(missingModeFix);
    await workbench.press('Enter');
    await workbench.squiggle('warning').waitFor({ state: 'detached' });
  });

  it('strikes the mistake off the problems', async () => {
    await workbench.filterProblems(mistakes.missingMode.rule);
    await workbench.problem(mistakes.missingMode.rule).waitFor({ state: 'detached' });
    await workbench.filterProblems('');
  });

  it('writes the fix into the other file', async () => {
    await workbench.openFile('Info.plist');
    await workbench.press('Control+s');
    const plist = path.join(workspace, infoPlist);
    await expect
      .poll(() => readFileSync(plist, 'utf8'), { timeout: 30_000 })
      .toContain('<string>audio</string>');
  });

  it('marks the mode as declared in the checklist', async () => {
    const row = workbench.treeRow(missingModeLabel);
    await expect.poll(() => row.getAttribute('aria-label'), { timeout: 30_000 }).toContain('declared');
  });

  it('fixes an item of the checklist from the keyboard', async () => {
    await workbench.runCommand('Background Modes: Show Checklist');
    await workbench.selectTreeRow("'picture-in-picture' is no background mode");
    await workbench.press('Shift+F10');
    await workbench.chooseFromMenu('Fix');
    const wrong = workbench.treeRow("'picture-in-picture' is no background mode");
    await wrong.waitFor({ state: 'detached' });
    await workbench.openFile('Info.plist');
    await workbench.press('Control+s');
    const plist = path.join(workspace, infoPlist);
    await expect
      .poll(() => readFileSync(plist, 'utf8'), { timeout: 30_000 })
      .not.toContain('picture-in-picture');
  });

  it('ticks a step of the checklist from the keyboard', async () => {
    await workbench.runCommand('Background Modes: Show Checklist');
    await workbench.selectTreeRow('To be tested by hand');
    await workbench.press('ArrowRight');
    const step = workbench.treeRow('On a device');
    await step.waitFor();
    await workbench.selectTreeRow('On a device');
    await workbench.press('Space');
    await expect
      .poll(() => step.getAttribute('aria-label'), { timeout: 30_000 })
      .toContain(': tested by hand');
    await workbench.press('Enter');
    await expect
      .poll(() => step.getAttribute('aria-label'), { timeout: 30_000 })
      .toContain('to be tested by hand');
  });

  it('goes from a goal to code at the cursor by keyboard', async () => {
    await workbench.openFile('Episode.swift');
    await workbench.press('Control+End');
    await workbench.startCommand('Background Modes: What Do I Need?');
    await workbench.answer('What Do I Need?', 'code every 15 minutes', 'Run code every fifteen minutes');
    await workbench.answer('Run code every fifteen minutes', 'Silent push');
    await workbench.answer('Silent push', 'Insert Code');
    await workbench.answer('Silent push', 'without async', 'The same without async');
    await workbench.editorLine('didReceiveRemoteNotification').waitFor();
    await workbench.press('Escape', 'Control+z');
    await workbench.editorLine('didReceiveRemoteNotification').waitFor({ state: 'detached' });
    await workbench.press('Control+s');
  });

  it('renames a task identifier in the property list and in the code at once', async () => {
    const files = [infoPlist, task.file].map((file) => path.join(workspace, file));
    const line = readFileSync(path.join(workspace, infoPlist), 'utf8')
      .split('\n')
      .findIndex((text) => text.includes(task.identifier));
    await workbench.openFile('Info.plist');
    await workbench.goTo(line + 1, 30);
    await workbench.press('F2');
    await workbench.renameBox().fill(`${task.identifier}.feeds`);
    await workbench.press('Enter');
    await workbench.renameBox().waitFor({ state: 'hidden' });
    await workbench.runCommand('File: Save All Files');
    for (const file of files) {
      await expect
        .poll(() => readFileSync(file, 'utf8'), { timeout: 30_000 })
        .toContain(`${task.identifier}.feeds`);
    }
  });

  it('is activated quickly', async () => {
    const milliseconds = await workbench.activationTime('Background Modes for iOS');
    console.log(`activation of the packaged extension: ${milliseconds} ms`);
    expect(milliseconds).toBeLessThan(1000);
  });
});
