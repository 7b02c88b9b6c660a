import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushedClient } from './support/capabilities';
import { TestClient } from './support/client';
import { FakeWorkspace } from './support/fake-workspace';
import { inMemory } from './support/transport';

const plist = 'file:///ws/Info.plist';
const player = 'file:///ws/Player.swift';

describe('diagnostics that are pushed', () => {
  let workspace: FakeWorkspace;
  let client: TestClient;

  beforeEach(async () => {
    workspace = new FakeWorkspace({ [plist]: '', [player]: 'play' });
    client = await TestClient.start(
      inMemory(() => workspace),
      { capabilities: pushedClient },
    );
  });
  afterEach(() => client.stop());

  it('withdraw a finding that an edit of another file made stale', async () => {
    client.open(plist, '');
    client.open(player, '// 1\nplay()');
    await client.until('the finding is shown', () => client.codesShown(player).includes('missing/play'));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    client.edit(plist, { range, text: 'audio' });
    await client.until('it is withdrawn', () => client.shown(player).length === 0);
    client.replace(plist, 'audio', 'video');
    await client.until('it is back', () => client.shown(player).length === 1);
  });

  it('come for files that are not open, and without a version', async () => {
    await client.until('the finding is shown', () => client.codesShown(player).includes('missing/play'));
    expect(client.published.at(-1)).not.toHaveProperty('version');
  });

  it('carry the version they describe', async () => {
    client.open(player, 'wrong');
    await client.until('it is shown', () => client.codesShown(player).includes('unused-suppression'));
    client.replace(player, 'wrong', 'wrong wrong');
    await client.until('both are shown', () => client.shown(player).length === 2);
    expect(client.published.findLast(({ uri }) => uri === player)?.version).toBe(2);
  });

  it('drop what was computed for an older version', async () => {
    let release = () => {};
    client.open(player, 'wrong');
    await client.until('it is shown', () => client.shown(player).length === 1);
    workspace.beforeAnswer = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    client.replace(player, 'wrong', 'wrong wrong');
    await delay(200);
    client.replace(player, 'wrong wrong', 'fine');
    await delay(50);
    workspace.beforeAnswer = async () => {};
    release();
    await client.until('nothing is shown', () => client.shown(player).length === 0);
    const counts = client.published.filter(({ uri }) => uri === player).map((one) => one.diagnostics.length);
    expect(counts).not.toContain(2);
  });

  it('do not wait for the workspace to load', async () => {
    await client.stop();
    workspace = new FakeWorkspace();
    workspace.beforeLoad = () => new Promise(() => {});
    client = await TestClient.start(inMemory(() => workspace));
    client.open(player, 'wrong');
    await client.until('it is shown', () => client.shown(player).length === 1);
  });

  it('are sent once for each change, not once for each keystroke', async () => {
    client.open(player, 'fine');
    await client.until('the file is loaded', () => client.published.length > 0);
    const before = client.published.length;
    for (const letter of 'wrong') {
      const end = { line: 0, character: client.document(player).getText().length };
      client.edit(player, { range: { start: end, end }, text: letter === 'w' ? ' w' : letter });
    }
    await client.until('it is shown', () => client.shown(player).length === 1);
    await delay(200);
    expect(client.published.length - before).toBe(1);
  });

  it('are withdrawn when a file is deleted', async () => {
    await client.until('the finding is shown', () => client.codesShown(player).includes('missing/play'));
    workspace.files.delete(player);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: player, type: 3 }] });
    await client.until('it is withdrawn', () => client.shown(player).length === 0);
  });

  it('are withdrawn when their folder is removed', async () => {
    await client.until('the finding is shown', () => client.codesShown(player).includes('missing/play'));
    const event = { added: [], removed: [{ uri: 'file:///ws', name: 'ws' }] };
    client.notify('workspace/didChangeWorkspaceFolders', { event });
    await client.until('it is withdrawn', () => client.shown(player).length === 0);
  });

  it('use the spelling of the URI that the client used', async () => {
    const spelled = 'file:///ws/A%20b%2Bc.swift';
    client.open(spelled, 'wrong');
    await client.until('it is shown', () => client.shown(spelled).length === 1);
  });

  it('are not offered for pulling as well', () => {
    expect(client.initializeResult?.capabilities.diagnosticProvider).toBeUndefined();
  });
});
