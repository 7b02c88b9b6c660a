/** Takes the pictures of the documentation, each in a light and a dark window: `npm run test:ui -- --screenshots`. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Browser, startBrowser } from '../../scripts/e2e/browser.mjs';
import { type CodeServer, startCodeServer } from '../../scripts/e2e/code-server.mjs';
import { root, sampleApp, vsixFile } from '../../scripts/e2e/places.mjs';
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

  async function picture(of: string): Promise<void> {
    await browser.page.waitForTimeout(QUIET);
    await browser.page.screenshot({ path: path.join(folder, `${of}-${name}.png`) });
  }

  it('shows a finding and its fixes', async () => {
    await workbench.openFile(path.basename(mistakes.missingMode.file));
    await workbench.squiggle('warning').waitFor();
    await workbench.runCommand('Background Modes: Show Checklist');
    await workbench.treeRow(missingModeLabel).waitFor();
    await workbench.openFile(path.basename(mistakes.missingMode.file));
    await workbench.goToNextProblem();
    await workbench.press('Control+.');
    await workbench.quickFix(missingModeFix).waitFor();
    await picture('editor');
    await workbench.press('Escape');
  });
});
