/** Takes the pictures of the documentation, each in a light and a dark window: `npm run test:ui -- --screenshots`. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { type Browser, startBrowser } from '../../scripts/e2e/browser.mjs';
import { type CodeServer, startCodeServer } from '../../scripts/e2e/code-server.mjs';
import { root, sampleApp, scratchFolder, vsixFile } from '../../scripts/e2e/places.mjs';
import { missingModeFix, missingModeLabel, mistakes } from '../support/sample-app';
import { Workbench } from './workbench';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
const folder = path.join(root, 'docs/images');
/** Milliseconds in which animations end and late parts are drawn. */
const QUIET = 1500;

describe.each(Object.entries(themes))('the pictures in a %s window', (name, theme) => {
  let scratch: string;
  let server: CodeServer;
  let browser: Browser;
  let workbench: Workbench;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    scratch = mkdtempSync(path.join(os.tmpdir(), 'background-modes-pictures-'));
    const workspace = path.join(scratch, 'PodcastPlayer');
    cpSync(sampleApp, workspace, { recursive: true });
    server = await startCodeServer({
      vsix: [vsixFile],
      settings: {
        'workbench.colorTheme': theme,
        'editor.minimap.enabled': false,
        'breadcrumbs.enabled': false,
        'window.commandCenter': false,
        'workbench.layoutControl.enabled': false,
        'workbench.tips.enabled': false,
      },
    });
    browser = await startBrowser();
    workbench = new Workbench(browser.page);
    await browser.page.setViewportSize({ width: 1120, height: 700 });
    await workbench.open(server.url(workspace));
  });

  afterAll(async () => {
    await browser?.stop();
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await browser.page.screenshot({ path: path.join(scratchFolder, 'picture-failure.png') });
  });

  async function picture(of: string): Promise<void> {
    await browser.page.waitForTimeout(QUIET);
    await browser.page.screenshot({ path: path.join(folder, `${of}-${name}.png`) });
  }

  /** `line` and `column` count from 1, as the editor's own. */
  async function place(file: string, line: number, column: number): Promise<void> {
    await workbench.openFile(file);
    await workbench.goTo(line, column);
  }

  it('shows a finding and its fixes', async () => {
    await workbench.openFile(path.basename(mistakes.missingMode.file));
    await workbench.squiggle('warning').waitFor();
    await workbench.runCommand('Background Modes: Show Checklist');
    await workbench.treeRow(missingModeLabel).waitFor();
    await workbench.openFile(path.basename(mistakes.missingMode.file));
    await workbench.goToNextProblem();
    await workbench.openQuickFixes(missingModeFix);
    await picture('editor');
    await workbench.press('Escape');
  });

  it('shows lenses', async () => {
    await workbench.press('Control+b');
    await place('FeedRefresher.swift', 1, 1);
    await workbench.page.locator('.codelens-decoration a', { hasText: 'simulate-launch' }).waitFor();
    await picture('lenses');
  });

  it('shows a hover', async () => {
    await place('FeedRefresher.swift', 19, 30);
    await workbench.runCommand('Show or Focus Hover');
    await workbench.page.locator('.monaco-hover .hover-contents').first().waitFor();
    await picture('hover');
    await workbench.press('Escape');
  });

  it('shows the chooser', async () => {
    await workbench.goTo(27, 1);
    await workbench.startCommand('Background Modes: What Do I Need?');
    await workbench.question('What Do I Need?').waitFor();
    await workbench.page.keyboard.type('refresh');
    await picture('chooser');
    await workbench.press('Escape');
  });

  it('shows completion in a property list', async () => {
    await place('Info.plist', 17, 1);
    await workbench.press('End', 'Enter');
    await workbench.press('Control+Space');
    await workbench.page.locator('.suggest-widget .monaco-list-row').first().waitFor();
    await picture('completion');
    await workbench.press('Escape');
    await workbench.runCommand('File: Revert File');
  });

  it('shows the checklist', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Background Modes: Show Checklist');
    await workbench.page.locator('.pane-header', { hasText: 'PodcastPlayer' }).first().click();
    await workbench.treeRow(missingModeLabel).click();
    await workbench.press('ArrowRight');
    await picture('checklist');
  });

  it('shows the walkthrough', async () => {
    await workbench.runCommand('Background Modes: Get Started');
    await workbench.page.locator('.getting-started-step').first().waitFor();
    await picture('walkthrough');
  });

  it('shows a rename', async () => {
    await place('Info.plist', 7, 30);
    await workbench.press('F2');
    await workbench.renameBox().waitFor();
    await picture('rename');
  });
});
