/** In a folder that holds nothing for Apple's systems, though its app.json wakes the extension. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { EXTENSION_ID, eventually, sampleUri } from '../suite/editor';
import { serverProcess } from '../suite/processes';

/** Longer than a server takes to start. */
const PATIENCE = 4000;

async function open(path: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(sampleUri(path)));
}

describe('a folder without an app', () => {
  it('gets no server', async () => {
    await eventually('the activation', () =>
      vscode.extensions.getExtension(EXTENSION_ID)?.isActive ? true : undefined,
    );
    for (const path of ['app.json', 'project.yml']) await open(path);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    assert.equal(serverProcess(), undefined);
  });

  it('gets one as soon as somebody writes code for an app', async () => {
    await vscode.workspace.fs.writeFile(
      sampleUri('Player.swift'),
      new TextEncoder().encode('import UIKit\n'),
    );
    await open('Player.swift');
    await eventually('a server', serverProcess);
  });
});
