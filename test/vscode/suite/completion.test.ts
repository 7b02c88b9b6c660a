import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { flawlessFile, infoPlist } from '../../support/sample-app';
import { eventually, openSample } from './editor';

/** Writes `text` behind the first occurrence of `after`, and leaves the cursor behind it. */
async function type(path: string, after: string, text: string): Promise<vscode.TextEditor> {
  const document = await openSample(path);
  const editor = await vscode.window.showTextDocument(document);
  const start = document.positionAt(document.getText().indexOf(after) + after.length);
  assert.ok(await editor.edit((edit) => edit.insert(start, text)));
  const end = document.positionAt(document.offsetAt(start) + text.length);
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

async function labelsAt({ document, selection }: vscode.TextEditor): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('completion', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  it('offers the modes that are missing', async () => {
    const editor = await type(
      infoPlist,
      '<key>UIBackgroundModes</key>\n\t<array>',
      '\n\t\t<string></string>',
    );
    const inside = editor.selection.active.translate(0, -'</string>'.length);
    editor.selection = new vscode.Selection(inside, inside);
    const labels = await labelsAt(editor);
    assert.ok(labels.includes('audio'), labels.join());
    assert.ok(!labels.includes('fetch'), labels.join());
  });

  it('is taken by the keyboard, and leaves a list that can be read', async () => {
    const editor = await type(infoPlist, '<key>UIBackgroundModes</key>\n\t<array>', '\n\t\t<string>aud');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await eventually('the suggestion', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('<string>audio</string>') ? true : undefined;
    });
  });

  it('offers the comment that silences a finding, and then the rules', async () => {
    const editor = await type(flawlessFile, '\n', '// background-m\n');
    const end = editor.selection.active.translate(-1).with({ character: '// background-m'.length });
    editor.selection = new vscode.Selection(end, end);
    assert.ok((await labelsAt(editor)).includes('background-modes:ignore'));
    await editor.edit((edit) => edit.insert(end, 'odes:ignore '));
    const behind = end.translate(0, 'odes:ignore '.length);
    editor.selection = new vscode.Selection(behind, behind);
    assert.ok((await labelsAt(editor)).includes('task-not-completed'));
  });
});
