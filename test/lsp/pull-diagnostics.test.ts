import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { pullingClient } from './support/capabilities';
import { TestClient } from './support/client';
import { FakeWorkspace } from './support/fake-workspace';
import { inMemory } from './support/transport';

const plist = 'file:///ws/Info.plist';
const player = 'file:///ws/Player.swift';
const unopened = 'file:///ws/Unopened.swift';

describe('diagnostics that are pulled', () => {
  let workspace: FakeWorkspace;
  let client: TestClient;

  beforeEach(async () => {
    workspace = new FakeWorkspace({ [plist]: '', [unopened]: 'wrong' });
    client = await TestClient.start(
      inMemory(() => workspace),
      { capabilities: pullingClient },
    );
  });
  afterEach(() => client.stop());

  it('withdraw a finding that an edit of another file made stale', async () => {
    client.open(plist, '');
    client.open(player, 'play()');
    expect(await client.pullCodes(player)).toEqual(['missing/play']);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    client.edit(plist, { range, text: 'audio' });
    expect(await client.pullCodes(player)).toEqual([]);
  });

  it('are asked to be pulled again when another file made them stale', async () => {
    client.open(plist, '');
    client.open(player, 'play()');
    await client.pullCodes(player);
    await client.pullWorkspace();
    await delay(200);
    const before = client.refreshes;
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    client.edit(plist, { range, text: 'audio' });
    await client.until('a refresh is asked for', () => client.refreshes > before);
    expect(await client.pullCodes(player)).toEqual([]);
  });

  it('are asked for again when only the answer about the workspace knew of the change', async () => {
    client.open(plist, 'audio');
    client.open(player, 'play()');
    expect(await client.pullCodes(player)).toEqual([]);
    await delay(200);
    const before = client.refreshes;
    client.replace(plist, 'audio', '');
    // An editor drops what this says of a document that it has open.
    await client.pullWorkspace();
    await client.until('a refresh is asked for', () => client.refreshes > before);
    expect(await client.pullCodes(player)).toEqual(['missing/play']);
  });

  it('are not asked for again when only the edited file changed', async () => {
    client.open(player, 'fine');
    await client.pullCodes(player);
    await client.pullWorkspace();
    await delay(200);
    const before = client.refreshes;
    client.replace(player, 'fine', 'wrong');
    expect(await client.pullCodes(player)).toEqual(['unused-suppression']);
    await delay(300);
    expect(client.refreshes).toBe(before);
  });

  it('are never pushed as well', async () => {
    client.open(player, 'wrong');
    await client.pullCodes(player);
    await delay(300);
    expect(client.published).toEqual([]);
  });

  it('are unchanged as long as nothing about them changes', async () => {
    client.open(player, 'wrong');
    const first = await client.pull(player);
    expect(await client.pull(player, first.resultId)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    });
    client.replace(player, 'wrong', ' wrong');
    const third = await client.pull(player, first.resultId);
    expect(third.kind).toBe('full');
    expect(third.resultId).not.toBe(first.resultId);
  });

  it('of the workspace name files that are not open, and clear what is gone', async () => {
    const first = await client.pullWorkspace();
    expect(first.items.map(({ uri, version }) => ({ uri, version }))).toEqual([
      { uri: unopened, version: null },
    ]);
    const known = first.items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
    expect((await client.pullWorkspace(known)).items.map(({ kind }) => kind)).toEqual(['unchanged']);
    workspace.files.delete(unopened);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: unopened, type: 3 }] });
    expect((await client.pullWorkspace(known)).items).toMatchObject([{ uri: unopened, items: [] }]);
  });

  it('of the workspace come in parts when the client takes parts', async () => {
    for (let i = 0; i < 120; i++) workspace.files.set(`file:///ws/${i}.swift`, 'wrong');
    const report = await client.request('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'part',
    });
    expect(report).toEqual({ items: [] });
    const parts = client.progress.filter(({ token }) => token === 'part');
    expect(parts.map(({ value }) => (value as WorkspaceDiagnosticReport).items.length)).toEqual([50, 50, 21]);
  });

  it('say what they are about', async () => {
    client.open(player, '// 😀\r\n\tplay()');
    const report = await client.pull(player);
    expect(report).toMatchObject({
      kind: 'full',
      items: [
        {
          code: 'missing/play',
          source: 'background-modes',
          message: 'This is a mistake',
          severity: 2,
          range: { start: { line: 1, character: 1 }, end: { line: 1, character: 5 } },
          relatedInformation: [{ message: 'Declared here', location: { uri: plist } }],
        },
      ],
    });
    expect(report.kind === 'full' && report.items[0]?.codeDescription).toBeUndefined();
  });

  it('fade text that does nothing', async () => {
    client.open(player, 'wrong');
    expect(await client.pull(player)).toMatchObject({ items: [{ tags: [1] }] });
  });

  it('stop when the client cancels', async () => {
    client.open(player, 'wrong');
    workspace.beforeAnswer = () => delay(100);
    const source = new CancellationTokenSource();
    const answer = client.transport.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: player } },
      source.token,
    );
    const rejected = expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await delay(20);
    source.cancel();
    await rejected;
    expect(workspace.cancellations).toBe(1);
  });

  it('are asked for again when the text does not come to rest', async () => {
    client.open(player, 'wrong');
    workspace.beforeAnswer = async () => {
      client.replace(player, 'wrong', ' wrong');
      await delay(20);
    };
    await expect(client.pull(player)).rejects.toMatchObject({
      code: LSPErrorCodes.ServerCancelled,
      data: { retriggerRequest: true },
    });
    workspace.beforeAnswer = async () => {};
    expect(await client.pullCodes(player)).toHaveLength(1);
  });

  it('of a rule that crashes are an error, and the server lives', async () => {
    client.open(player, 'crash');
    const answer = client.pull(player);
    await expect(answer).rejects.toBeInstanceOf(ResponseError);
    await expect(answer).rejects.toMatchObject({ code: ErrorCodes.InternalError });
    await client.until('it is logged', () =>
      client.logs.some((line) => line.includes('The fake rule crashed')),
    );
    client.replace(player, 'crash', 'wrong');
    expect(await client.pullCodes(player)).toHaveLength(1);
  });
});
