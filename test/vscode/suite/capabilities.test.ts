import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { infoPlist } from '../../support/sample-app';
import { eventually, extensionApi, openSample, sampleUri } from './editor';

const APP_DELEGATE = 'PodcastPlayer/App/AppDelegate.swift';
const IDENTIFIER = 'org.example.podcastplayer.tidy';

interface Node {
  readonly targetId?: string;
}

/** The target of the sample app, once the workspace has been read. */
async function targetId(): Promise<string> {
  const { checklist } = await extensionApi();
  return eventually('the target of the sample app', async () => {
    const [node] = ((await checklist.getChildren()) ?? []) as Node[];
    return node?.targetId;
  });
}

async function undo(path: string): Promise<void> {
  await openSample(path);
  await vscode.commands.executeCommand('undo');
}

function modesIn(text: string): string[] {
  const array = /<key>UIBackgroundModes<\/key>\s*<array>([\s\S]*?)<\/array>/.exec(text)?.[1] ?? '';
  return [...array.matchAll(/<string>([^<]*)</g)].map(([, mode = '']) => mode);
}

describe('capability commands', () => {
  let plist: vscode.TextDocument;
  let original: string;

  before(async () => {
    await extensionApi();
    plist = await openSample(infoPlist);
    original = plist.getText();
  });

  after(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.window.showTextDocument(plist);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('add a mode where the target has its modes, and undo takes it back', async () => {
    const id = await targetId();
    assert.equal(modesIn(original).includes('audio'), false);
    assert.equal(
      await vscode.commands.executeCommand('backgroundModes.addMode', { targetId: id, mode: 'audio' }),
      true,
    );
    assert.deepEqual(modesIn(plist.getText()), [...modesIn(original), 'audio']);
    await undo(infoPlist);
    assert.equal(plist.getText(), original);
  });

  it('remove a mode, and undo brings it back', async () => {
    const id = await targetId();
    assert.ok(modesIn(original).includes('fetch'));
    const given = { targetId: id, mode: 'fetch' };
    assert.equal(await vscode.commands.executeCommand('backgroundModes.removeMode', given), true);
    assert.equal(modesIn(plist.getText()).includes('fetch'), false);
    await undo(infoPlist);
    assert.equal(plist.getText(), original);
  });

  it('refuse what does not fit the target', async () => {
    const given = { targetId: await targetId(), mode: 'workout-processing' };
    assert.equal(await vscode.commands.executeCommand('backgroundModes.addMode', given), false);
    assert.equal(plist.getText(), original);
  });

  it('are in the palette under their names', async () => {
    const all = await vscode.commands.getCommands(true);
    for (const name of ['addMode', 'removeMode', 'newBackgroundTask', 'chooseMechanism']) {
      assert.ok(all.includes(`backgroundModes.${name}`), name);
    }
  });
});

describe('a new background task', () => {
  it('is set up in the Info.plist and the app delegate, and undone', async () => {
    const id = await targetId();
    const plist = await vscode.workspace.openTextDocument(sampleUri(infoPlist));
    const delegate = await openSample(APP_DELEGATE);
    const before = [plist.getText(), delegate.getText()];
    const given = { targetId: id, kind: 'processing', identifier: IDENTIFIER };
    assert.equal(await vscode.commands.executeCommand('backgroundModes.newBackgroundTask', given), true);
    assert.match(plist.getText(), new RegExp(`<string>${IDENTIFIER}</string>`));
    assert.match(delegate.getText(), /self\.handleTidy\(task\)/);
    await undo(APP_DELEGATE);
    await undo(infoPlist);
    assert.deepEqual([plist.getText(), delegate.getText()], before);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('the mechanism chooser', () => {
  it('inserts code at the cursor when it is told which', async () => {
    await extensionApi();
    const document = await vscode.workspace.openTextDocument({
      language: 'swift',
      content: 'final class A {\n\n}\n',
    });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await vscode.commands.executeCommand('backgroundModes.chooseMechanism', {
      mechanism: 'silent-push',
      action: 'code',
    });
    assert.match(document.getText(), /didReceiveRemoteNotification/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'final class A {\n\n}\n');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('explains a mechanism', async () => {
    await vscode.commands.executeCommand('backgroundModes.chooseMechanism', {
      mechanism: 'silent-push',
      action: 'explain',
    });
    await eventually('the explanation', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('Silent push') ? true : undefined,
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
