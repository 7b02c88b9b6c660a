import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { infoPlist, mistakes, task } from '../../support/sample-app';
import { openSample } from './editor';

/** What the server says at the first occurrence of `at`, in Markdown. */
async function hoverText(path: string, at: string): Promise<string> {
  const document = await openSample(path);
  const offset = document.getText().indexOf(at);
  assert.ok(offset >= 0, `${path} does not hold ${at}`);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset + 1),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('hovers', () => {
  it('explain a mode where it is declared', async () => {
    const text = await hoverText(infoPlist, 'fetch</string>');
    assert.match(text, /\*\*fetch\*\*: Background fetch/);
    assert.match(text, /declared in \[/);
  });

  it('say of an API what it needs, and link to the pages of its mistakes that are installed', async () => {
    const text = await hoverText(mistakes.missingMode.file, 'MPNowPlayingInfoCenter');
    assert.match(text, /\*\*not declared\*\* in \[/);
    assert.match(text, /\(file:\/\/[^)]*docs\/rules\/now-playing-without-commands\.md\)/);
  });

  it('explain obligations in Objective-C', async () => {
    const text = await hoverText(mistakes.neverEnded.file, 'beginBackgroundTask');
    assert.match(text, /\*\*Begin a background task\*\*/);
  });

  it('explain the scheduler', async () => {
    assert.match(await hoverText(task.file, 'register(forTask'), /\*\*Task scheduler\*\*/);
  });
});
