import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { infoPlist, task } from '../../support/sample-app';
import { eventually, openSample, sampleUri } from './editor';

const newName = 'com.example.podcastplayer.new-episodes';

function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${text} is in ${document.fileName}`);
  return document.positionAt(offset + text.length - 1);
}

/** `FeedRefresher.swift:13`, in order. */
function names(places: readonly (vscode.Location | vscode.LocationLink)[]): string[] {
  return places
    .map((place) =>
      'targetUri' in place
        ? { uri: place.targetUri, range: place.targetSelectionRange ?? place.targetRange }
        : place,
    )
    .map(({ uri, range }) => `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}:${range.start.line + 1}`)
    .sort();
}

async function definitions(document: vscode.TextDocument, text: string): Promise<string[]> {
  const found = await eventually(`the definition of ${text}`, async () => {
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, text),
    );
    return places.length > 0 ? places : undefined;
  });
  return names(found);
}

function rename(document: vscode.TextDocument, from: string, to: string): Thenable<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    positionOf(document, from),
    to,
  );
}

describe('a task identifier', () => {
  it('leads from the Info.plist to its launch handler and back', async () => {
    const code = await openSample(task.file);
    const registered = `FeedRefresher.swift:${positionOf(code, task.registration).line + 1}`;
    const declared = `FeedRefresher.swift:${positionOf(code, task.identifier).line + 1}`;
    const plist = await openSample(infoPlist);
    const permitted = `Info.plist:${positionOf(plist, task.identifier).line + 1}`;
    assert.deepEqual(await definitions(plist, task.identifier), [registered]);
    assert.deepEqual(await definitions(code, task.registration), [declared, permitted]);
  });

  it('is referred to in code and in the Info.plist', async () => {
    const plist = await openSample(infoPlist);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      plist.uri,
      positionOf(plist, task.identifier),
    );
    assert.deepEqual(
      names(places).map((name) => name.split(':')[0]),
      ['FeedRefresher.swift', 'FeedRefresher.swift', 'FeedRefresher.swift', 'Info.plist'],
    );
  });

  it('gets a new name everywhere, and its old one back', async () => {
    const plist = await openSample(infoPlist);
    const code = await vscode.workspace.openTextDocument(sampleUri(task.file));
    const before = [plist.getText(), code.getText()];
    assert.ok(await vscode.workspace.applyEdit(await rename(plist, task.identifier, newName)));
    assert.deepEqual(
      [plist.getText(), code.getText()],
      before.map((text) => text.replace(task.identifier, newName)),
    );
    assert.ok(await vscode.workspace.applyEdit(await rename(code, newName, task.identifier)));
    assert.deepEqual([plist.getText(), code.getText()], before);
    await vscode.workspace.saveAll();
  });

  it('says why it does not take a name', async () => {
    const plist = await openSample(infoPlist);
    await assert.rejects(
      async () => rename(plist, task.identifier, 'new episodes'),
      /An identifier holds no spaces, line ends or invisible characters/,
    );
  });
});
