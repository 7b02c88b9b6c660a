/** What can be done with the rows of the checklist: fix, tick, copy, read, export. */
import { commands, Disposable, env, l10n, Uri, window, workspace } from 'vscode';
import type { Feature } from '../feature';
import { applyFix } from './fixes';
import { checklistMarkdown } from './markdown';
import type { ChecklistNode } from './node';
import type { ChecklistView } from './view';

/** Of the mechanism commands: adds a mode to a target. */
const ADD_MODE_COMMAND = 'backgroundModes.addMode';

export const checklistCommands: Feature = ({ server, checklist }) => {
  const onRow = (id: string, run: (node: ChecklistNode) => unknown) =>
    commands.registerCommand(id, (node?: ChecklistNode) => {
      const row = node ?? checklist.selection;
      return row === undefined ? undefined : run(row);
    });
  return Disposable.from(
    onRow('backgroundModes.fixChecklistItem', (node) => applyFix(node, server)),
    onRow('backgroundModes.addModeOfChecklist', ({ addable }) =>
      addable === undefined ? undefined : commands.executeCommand(ADD_MODE_COMMAND, addable),
    ),
    onRow('backgroundModes.toggleTick', (node) =>
      node.isTickable === true ? checklist.setTick(node, node.isDone !== true) : undefined,
    ),
    onRow('backgroundModes.openChecklistItem', (node) => open(node, checklist)),
    onRow('backgroundModes.explainChecklistItem', ({ page }) =>
      page === undefined ? undefined : openPage(Uri.parse(page)),
    ),
    onRow('backgroundModes.copyChecklistItem', ({ accessibleLabel }) =>
      env.clipboard.writeText(accessibleLabel),
    ),
    commands.registerCommand('backgroundModes.clearTicks', () => checklist.clearTicks()),
    commands.registerCommand('backgroundModes.exportChecklist', () => exportChecklist(checklist)),
  );
};

/** The pages of the rules come with the extension, as Markdown. */
async function openPage(page: Uri): Promise<void> {
  const isMarkdown = page.scheme !== 'https' && page.path.endsWith('.md');
  await commands.executeCommand(isMarkdown ? 'markdown.showPreview' : 'vscode.open', page);
}

async function open(node: ChecklistNode, checklist: ChecklistView): Promise<void> {
  const { command } = checklist.getTreeItem(node);
  if (node.place !== undefined && command !== undefined) {
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
  }
}

/** Into a document that nobody has saved yet: it is the person's to keep or to throw away. */
async function exportChecklist({ nodes }: ChecklistView): Promise<void> {
  if (nodes.length === 0) {
    void window.showInformationMessage(l10n.t('There is no checklist to export'));
    return;
  }
  const pathOf = (uri: string) => workspace.asRelativePath(Uri.parse(uri)).replaceAll('\\', '/');
  const content = checklistMarkdown(nodes, { l10n, pathOf });
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}
