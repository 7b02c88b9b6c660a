import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import objectiveC from '../../../snippets/objective-c.json';
import plist from '../../../snippets/plist.json';
import swift from '../../../snippets/swift.json';
import { expandSnippet } from '../../support/snippet';

async function snippetLabels(language: string): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument({ language, content: 'bg-' });
  const completions = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    new vscode.Position(0, 3),
  );
  return completions.items
    .filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet)
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('snippets', () => {
  for (const [language, prefix] of [
    ['swift', 'bg-task'],
    ['objective-c', 'bg-task'],
    ['objective-cpp', 'bg-task'],
    ['plist', 'bg-modes'],
    ['plist', 'bg-entitlements-push'],
  ] as const) {
    it(`offers ${prefix} in ${language}`, async () => {
      const labels = await snippetLabels(language);
      assert.ok(labels.includes(prefix), `offered: ${labels.join(', ')}`);
    });
  }

  it('become the text that the other tests check', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    editor.options = { insertSpaces: false };
    for (const snippet of [swift, objectiveC, plist].flatMap((file) => Object.values(file))) {
      const everything = new vscode.Range(0, 0, document.lineCount, 0);
      await editor.insertSnippet(new vscode.SnippetString(snippet.body.join('\n')), everything);
      await vscode.commands.executeCommand('leaveSnippet');
      assert.equal(document.getText(), expandSnippet(snippet)[0], snippet.prefix);
    }
  });
});
