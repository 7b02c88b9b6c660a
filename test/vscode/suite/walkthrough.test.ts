import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { firstFile, sampleFiles, sampleFolder } from '../../../client/src/walkthrough/sample-files';
import { EXTENSION_ID, extensionApi } from './editor';

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION_ID);
  assert.ok(found);
  return found;
}

describe('the walkthrough', () => {
  let scratch: string;
  before(async () => {
    scratch = mkdtempSync(path.join(os.tmpdir(), 'background-modes-sample-'));
    await extensionApi();
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  const copySample = () =>
    vscode.commands.executeCommand<vscode.Uri | undefined>('backgroundModes.openSample', {
      parent: vscode.Uri.file(scratch).toString(),
      isOpened: false,
    });

  it('has texts for everything that it shows', () => {
    const { walkthroughs } = extension().packageJSON.contributes;
    assert.equal(walkthroughs.length, 1);
    assert.doesNotMatch(JSON.stringify(walkthroughs), /"%\w+\.[\w.]+%"/);
  });

  it('opens', async () => {
    await vscode.commands.executeCommand('backgroundModes.openWalkthrough');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('copies the sample app', async () => {
    const copy = await copySample();
    assert.equal(copy?.fsPath, path.join(scratch, sampleFolder));
    for (const file of sampleFiles) {
      const original = path.join(extension().extensionPath, 'sample', file);
      assert.equal(readFileSync(path.join(copy.fsPath, file), 'utf8'), readFileSync(original, 'utf8'), file);
    }
  });

  it('leaves a copy alone that is there already', async () => {
    const file = path.join(scratch, sampleFolder, firstFile);
    writeFileSync(file, '// mine');
    await copySample();
    assert.equal(readFileSync(file, 'utf8'), '// mine');
  });
});
