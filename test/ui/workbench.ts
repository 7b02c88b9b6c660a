/** The window as a person uses it: keys to press, texts to look for. */
import type { Locator, Page } from 'playwright-core';

const STEP_LIMIT = 60_000;
const PAGE_HEIGHT = 400;
const MAX_PAGES = 20;
const MAX_KEYS = 40;
const MAX_TRIES = 5;
const MAX_ROWS = 60;

export class Workbench {
  constructor(readonly page: Page) {
    page.setDefaultTimeout(STEP_LIMIT);
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Puts the cursor on it and closes the view that explains it there. */
  async goToNextProblem(): Promise<void> {
    const view = this.page.locator('.peekview-widget');
    await this.press('F8');
    await view.waitFor();
    await this.press('Escape');
    await view.waitFor({ state: 'detached' });
  }

  /** Through quick open, so that the editor has the focus afterwards. */
  async openFile(name: string): Promise<void> {
    await this.press('Control+p');
    await this.quickInput().fill(name);
    // Files that were open before are listed before what was typed has been looked for.
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await this.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Both count from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.press('Control+g');
    await this.quickInput().waitFor();
    // It begins with the colon that stands for a line.
    await this.quickInput().fill(`:${line}:${column}`);
    // Before it has answered, Enter means nothing.
    await this.quickInputRow(`line ${line}`).waitFor();
    await this.press('Enter');
    await this.quickInput().waitFor({ state: 'hidden' });
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col` }).waitFor();
  }

  async runCommand(title: string): Promise<void> {
    await this.press('F1');
    await this.quickInput().fill(`>${title}`);
    await this.quickInputRow(title).waitFor();
    await this.press('Enter');
    await this.quickInput().waitFor({ state: 'hidden' });
  }

  /** For commands that ask something: stops at their first question. */
  async startCommand(title: string): Promise<void> {
    await this.press('F1');
    await this.quickInput().fill(`>${title}`);
    await this.quickInputRow(title).waitFor();
    await this.press('Enter');
  }

  /** Answers the question with this title by the row that is left when `typed` has been typed. */
  async answer(title: string, typed: string, row = typed): Promise<void> {
    await this.question(title).waitFor();
    await this.quickInput().fill(typed);
    await this.quickInputRow(row).waitFor();
    await this.press('Enter');
  }

  question(title: string): Locator {
    return this.page.locator('.quick-input-title', { hasText: title });
  }

  editorLine(text: string): Locator {
    return this.page.locator('.monaco-editor .view-line', { hasText: text }).first();
  }

  squiggle(severity: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`).first();
  }

  problem(text: string): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  }

  /** Only rows in sight exist, so what is looked for has to be in sight. Empty: shows all. */
  async filterProblems(text: string): Promise<void> {
    await this.page.getByPlaceholder('Filter (e.g. text').fill(text);
  }

  /** Opens the menu of fixes at the cursor; the first row has the focus. */
  async openQuickFixes(title: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await this.press('Control+.');
      try {
        await this.quickFix(title).waitFor({
          timeout: attempt < MAX_TRIES ? STEP_LIMIT / MAX_TRIES : STEP_LIMIT,
        });
        return;
      } catch (error) {
        // The key came before the editor had the focus back.
        if (attempt === MAX_TRIES) throw error;
        await this.press('Escape');
      }
    }
  }

  quickFix(title: string): Locator {
    return this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  }

  renameBox(): Locator {
    return this.page.locator('.monaco-editor.rename-box input');
  }

  /** Of the checklist. */
  targetRow(name: string): Locator {
    return this.page.locator(`.sidebar .pane-body .monaco-list-row[aria-label^="Target ${name},"]`);
  }

  treeRow(text: string): Locator {
    return this.page.locator('.sidebar .pane-body .monaco-list-row', { hasText: text }).first();
  }

  /** From the first row of the focused tree down to the one with this text. Only the arrow keys move. */
  async selectTreeRow(text: string): Promise<void> {
    const tree = this.page.locator('.sidebar .monaco-list:focus');
    const focused = tree.locator('.monaco-list-row.focused').first();
    await tree.waitFor();
    await this.press('Home');
    for (let rows = 0; rows < MAX_ROWS; rows += 1) {
      const label = await focused.getAttribute('aria-label');
      if (label?.includes(text)) return;
      await this.press('ArrowDown');
    }
    throw new Error(`no row ${text}`);
  }

  /** Of the menu that is opening: keys mean nothing before it has the focus. */
  async chooseFromMenu(text: string): Promise<void> {
    const item = this.page.locator('.monaco-menu .action-item', { hasText: text }).first();
    await item.waitFor();
    for (let key = 0; key < MAX_KEYS; key += 1) {
      if ((await item.getAttribute('class'))?.split(' ').includes('focused')) break;
      await this.press('ArrowDown');
      await this.page.waitForTimeout(100);
    }
    await this.press('Enter');
    await item.waitFor({ state: 'detached' });
  }

  /** Milliseconds, as VS Code itself measured them. */
  async activationTime(extension: string): Promise<number> {
    await this.runCommand('Developer: Show Running Extensions');
    const list = this.page.locator('.runtime-extensions-editor .monaco-list').first();
    const row = list.locator('.monaco-list-row', { hasText: extension }).first();
    await list.locator('.monaco-list-row').first().waitFor();
    await list.hover();
    // Only the rows in sight exist.
    for (let page = 0; page < MAX_PAGES && (await row.count()) === 0; page += 1) {
      await this.page.mouse.wheel(0, PAGE_HEIGHT);
      await this.page.waitForTimeout(100);
    }
    const text = (await row.textContent()) ?? '';
    return Number(/Activation: (\d+)ms/.exec(text)?.[1]);
  }

  private quickInput(): Locator {
    return this.page.locator('.quick-input-widget input').first();
  }

  private quickInputRow(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }
}
