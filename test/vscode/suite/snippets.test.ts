import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

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
  ] as const) {
    it(`offers ${prefix} in ${language}`, async () => {
      const labels = await snippetLabels(language);
      assert.ok(labels.includes(prefix), `offered: ${labels.join(', ')}`);
    });
  }
});
