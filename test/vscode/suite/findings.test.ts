import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { flawlessFile, infoPlist, missingModeFix, mistakes } from '../../support/sample-app';
import { findingIn, noFindingIn, openSample, sampleUri } from './editor';

const { file, rule } = mistakes.missingMode;

async function quickFixes(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
}

function hoverText(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('findings', () => {
  it('appear in Swift, Objective-C and property lists', async () => {
    for (const mistake of Object.values(mistakes)) {
      await findingIn((await openSample(mistake.file)).uri, mistake.rule);
    }
  });

  it('stay away from the neighbours that do it right', async () => {
    const { uri } = await openSample(flawlessFile);
    await findingIn(sampleUri(file), rule);
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
  });

  it('explain themselves when the pointer rests on the API', async () => {
    const { uri } = await openSample(file);
    const { range } = await findingIn(uri, rule);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      range.start,
    );
    assert.match(hoverText(hovers), /UIBackgroundModes|background/i);
  });

  it('vanish from the Swift file when the fix has changed Info.plist', async () => {
    const { uri } = await openSample(file);
    const { range } = await findingIn(uri, rule);
    const fix = (await quickFixes(uri, range)).find(({ title }) => title.startsWith(missingModeFix));
    assert.ok(fix?.edit, 'the fix is offered together with its edit');
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await noFindingIn(uri, rule);

    const plist = await vscode.workspace.openTextDocument(sampleUri(infoPlist));
    assert.match(plist.getText(), /<string>audio<\/string>/);
    await vscode.window.showTextDocument(plist);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await findingIn(uri, rule);
  });
});
