import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { declaredModeLabel, missingModeLabel, mistakes } from '../../support/sample-app';
import { eventually, extensionApi, openSample } from './editor';

interface Row {
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
      return { label: text, item, children: await rows(tree, node) };
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

/** The row of a mode, once the workspace has been read. */
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
    await modeRow(declaredModeLabel, 'declared');
  });

  it('says in words what its icons show', async () => {
    const { item } = await modeRow(missingModeLabel, 'missing');
    assert.match(item.accessibilityInformation?.label ?? '', /missing/);
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

  it('is shown by its command', async () => {
    const { checklist } = await extensionApi();
    await vscode.commands.executeCommand('workbench.view.search');
    await eventually('the view to be hidden', () => (checklist.isVisible ? undefined : true));
    await vscode.commands.executeCommand('backgroundModes.showChecklist');
    await eventually('the view to be visible', () => (checklist.isVisible ? true : undefined));
  });
});
