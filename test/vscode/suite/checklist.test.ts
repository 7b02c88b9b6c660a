import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { declaredModeLabel, infoPlist, missingModeLabel, mistakes } from '../../support/sample-app';
import { eventually, extensionApi, findingIn, openSample, sampleUri } from './editor';

const step = 'Interrupted by a call';

interface Row {
  /** What commands are called with. */
  readonly node: unknown;
  readonly label: string;
  readonly item: vscode.TreeItem;
  readonly children: readonly Row[];
}

async function rows(tree: vscode.TreeDataProvider<unknown>, parent?: unknown): Promise<Row[]> {
  const nodes = (await tree.getChildren(parent)) ?? [];
  return Promise.all(
    nodes.map(async (node) => {
      const item = await tree.getTreeItem(node);
      const { label } = item;
      const text = typeof label === 'string' ? label : (label?.label ?? '');
      return { node, label: text, item, children: await rows(tree, node) };
    }),
  );
}

function find(all: readonly Row[], label: string): Row | undefined {
  for (const row of all) {
    const found = row.label === label ? row : find(row.children, label);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The row of a mode, once it has this state. */
async function modeRow(label: string, state: string): Promise<Row> {
  const { checklist } = await extensionApi();
  return eventually(`${label}: ${state}`, async () => {
    const row = find(await rows(checklist), label);
    return row?.item.description === state ? row : undefined;
  });
}

describe('the checklist', () => {
  it('has a target with the modes that it needs and declares', async () => {
    const { checklist } = await extensionApi();
    await modeRow(missingModeLabel, 'missing');
    assert.ok(find(await rows(checklist), 'PodcastPlayer'));
    await modeRow(declaredModeLabel, 'done');
  });

  it('says in words what its icons show', async () => {
    const { item } = await modeRow(missingModeLabel, 'missing');
    assert.match(item.accessibilityInformation?.label ?? '', /missing/);
  });

  it('counts what is done and what is not', async () => {
    const { checklist } = await extensionApi();
    await modeRow(missingModeLabel, 'missing');
    const target = find(await rows(checklist), 'PodcastPlayer');
    assert.match(String(target?.item.description), /^2 of 4 done, 1 missing, 1 wrong · app, iOS 17\.0$/);
  });

  it('opens the place of a row', async () => {
    await openSample('PodcastPlayer/App/AppDelegate.swift');
    const { item } = await modeRow(missingModeLabel, 'missing');
    assert.ok(item.command);
    await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
    await eventually('the file with the API', () =>
      vscode.window.activeTextEditor?.document.fileName.endsWith(mistakes.missingMode.file)
        ? true
        : undefined,
    );
  });

  it('says why a target has its Info.plist', async () => {
    const { checklist } = await extensionApi();
    await modeRow(missingModeLabel, 'missing');
    const [node] = (await checklist.getChildren()) ?? [];
    await vscode.commands.executeCommand('backgroundModes.explainTarget', node);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^PodcastPlayer \(app, iOS 17\.0\) in PodcastPlayer\.xcodeproj$/m);
    assert.match(text, /because of INFOPLIST_FILE = PodcastPlayer\/Info\.plist/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('fixes what is missing in the Info.plist of the target', async () => {
    const { node, item } = await modeRow(missingModeLabel, 'missing');
    assert.match(item.contextValue ?? '', /\bfixable\b/);
    await vscode.commands.executeCommand('backgroundModes.fixChecklistItem', node);
    await modeRow(missingModeLabel, 'done');

    const editor = await eventually('the changed file', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.fileName.endsWith('Info.plist')),
    );
    assert.equal(editor.document.uri.toString(), sampleUri(infoPlist).toString());
    assert.match(editor.document.getText(), /<string>audio<\/string>/);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await modeRow(missingModeLabel, 'missing');
    await findingIn(sampleUri(mistakes.missingMode.file), mistakes.missingMode.rule);
  });

  it('adds a mode that is not needed yet to the target', async () => {
    const { node, item } = await modeRow('Voice over IP', 'not needed');
    assert.match(item.contextValue ?? '', /\baddable\b/);
    await vscode.commands.executeCommand('backgroundModes.addModeOfChecklist', node);
    await eventually('another state of the mode', async () => {
      const { checklist } = await extensionApi();
      const row = find(await rows(checklist), 'Voice over IP');
      return row?.item.description === 'not needed' ? undefined : true;
    });
    const plist = await openSample(infoPlist);
    assert.match(plist.getText(), /<string>voip<\/string>/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await modeRow('Voice over IP', 'not needed');
  });

  it('changes nothing when the fix comes too late', async () => {
    const { node } = await modeRow(missingModeLabel, 'missing');
    const plist = await openSample(infoPlist);
    const edit = new vscode.WorkspaceEdit();
    const start = plist.positionAt(plist.getText().indexOf('<string>fetch</string>'));
    edit.insert(plist.uri, start, '<string>audio</string>');
    await vscode.workspace.applyEdit(edit);
    await modeRow(missingModeLabel, 'done');
    const before = plist.getText();
    // It shows a message and must not wait until somebody closes that.
    await vscode.commands.executeCommand('backgroundModes.fixChecklistItem', node);
    assert.equal(plist.getText(), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await modeRow(missingModeLabel, 'missing');
  });

  it('remembers what a person has ticked, also when the server starts anew', async () => {
    const { checklist } = await extensionApi();
    await modeRow(missingModeLabel, 'missing');
    const isTicked = async () =>
      find(await rows(checklist), step)?.item.checkboxState as { state: number; tooltip: string } | undefined;
    const before = find(await rows(checklist), step);
    assert.equal((await isTicked())?.state, vscode.TreeItemCheckboxState.Unchecked);
    assert.ok(before?.item.tooltip instanceof vscode.MarkdownString, 'the step says how it is done');
    await vscode.commands.executeCommand('backgroundModes.toggleTick', before.node);
    assert.equal((await isTicked())?.state, vscode.TreeItemCheckboxState.Checked);

    await vscode.commands.executeCommand('backgroundModes.restartServer');
    await modeRow(missingModeLabel, 'missing');
    assert.equal((await isTicked())?.state, vscode.TreeItemCheckboxState.Checked);
    assert.match(
      find(await rows(checklist), step)?.item.accessibilityInformation?.label ?? '',
      /: tested by hand$/,
    );

    await vscode.commands.executeCommand('backgroundModes.clearTicks');
    assert.equal((await isTicked())?.state, vscode.TreeItemCheckboxState.Unchecked);
  });

  it('is exported as Markdown, with paths that lead to the files', async () => {
    await modeRow(missingModeLabel, 'missing');
    await vscode.commands.executeCommand('backgroundModes.exportChecklist');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, 'markdown');
    const text = document.getText();
    assert.match(text, /^# Background Modes checklist\n\n## PodcastPlayer\n/);
    assert.match(text, /^- \[ \] Audio, AirPlay, and Picture in Picture: missing \(\[PodcastPlayer\//m);
    assert.match(
      text,
      /^- \[x\] Background fetch: done \(\[PodcastPlayer\/Info\.plist:17\]\(PodcastPlayer\/Info\.plist#L17\)\)$/m,
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is shown by its command', async () => {
    const { checklist } = await extensionApi();
    await vscode.commands.executeCommand('workbench.view.search');
    await eventually('the view to be hidden', () => (checklist.isVisible ? undefined : true));
    await vscode.commands.executeCommand('backgroundModes.showChecklist');
    await eventually('the view to be visible', () => (checklist.isVisible ? true : undefined));
  });
});
