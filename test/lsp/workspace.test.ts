/** The server with the real analysis, over files in memory. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../server/src/core/workspace';
import { type MemoryHost, memoryHost } from '../support/memory-fs';
import { pullingClient, pushedClient } from './support/capabilities';
import { type ClientOptions, TestClient } from './support/client';
import { infoPlist, pictureInPicture } from './support/player-app';
import { inMemory } from './support/transport';

const missing = 'missing-background-mode/audio-picture-in-picture';
const plist = 'file:///ws/App/Info.plist';
const player = 'file:///ws/App/Player.swift';

describe('an app with a missing background mode', () => {
  let host: MemoryHost;
  let client: TestClient;

  async function start(
    files: Readonly<Record<string, string>> = { [plist]: infoPlist('fetch'), [player]: pictureInPicture },
    options: ClientOptions = { capabilities: pushedClient },
  ): Promise<void> {
    host = memoryHost(files);
    client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      options,
    );
  }
  const shows = (uri: string) => client.codesShown(uri).includes(missing);
  afterEach(() => client.stop());

  it('shows the finding in the Swift file, and withdraws it when an unsaved plist declares the mode', async () => {
    await start();
    client.open(player, pictureInPicture);
    client.open(plist, infoPlist('fetch'));
    await client.until('it is shown', () => shows(player));
    client.replace(plist, '<string>fetch</string>', '<string>audio</string>');
    await client.until('it is withdrawn', () => !shows(player));
    client.close(plist);
    await client.until('it is back', () => shows(player));
  });

  it('does the same for a client that pulls, and asks it to pull again', async () => {
    await start(undefined, { capabilities: pullingClient });
    client.open(player, pictureInPicture);
    client.open(plist, infoPlist('fetch'));
    await client.pullWorkspace();
    expect(await client.pullCodes(player)).toContain(missing);
    await delay(200);
    const before = client.refreshes;
    client.replace(plist, '<string>fetch</string>', '<string>audio</string>');
    await client.until('a refresh is asked for', () => client.refreshes > before);
    expect(await client.pullCodes(player)).not.toContain(missing);
    expect(client.published).toEqual([]);
  });

  it('notices a plist that changes on disk', async () => {
    await start();
    await client.until('it is shown', () => shows(player));
    host.contents.set(plist, infoPlist('audio'));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: plist, type: 2 }] });
    await client.until('it is withdrawn', () => !shows(player));
  });

  it('notices a Swift file that appears, and one that goes', async () => {
    await start();
    const other = 'file:///ws/App/Other.swift';
    host.contents.set(other, pictureInPicture.replace('Player', 'Other'));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: other, type: 1 }] });
    await client.until('it is shown', () => shows(other) || shows(player));
    host.contents.delete(other);
    host.contents.delete(player);
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: other, type: 3 },
        { uri: player, type: 3 },
      ],
    });
    await client.until('nothing is shown', () => !shows(other) && !shows(player));
  });

  it('shows a finding of a file that is deleted while it is open', async () => {
    await start();
    client.open(player, pictureInPicture);
    await client.until('it is shown', () => shows(player));
    host.contents.delete(player);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: player, type: 3 }] });
    client.replace(player, 'final class', 'class');
    await client.until('the edit is seen', () => client.published.at(-1)?.version === 2);
    client.close(player);
    await client.until('it is withdrawn', () => !shows(player));
  });

  it('keeps several roots apart, and forgets one that is removed', async () => {
    const second = 'file:///second/App/Player.swift';
    await start(
      {
        [plist]: infoPlist('audio'),
        [player]: pictureInPicture,
        'file:///second/App/Info.plist': infoPlist('fetch'),
        [second]: pictureInPicture,
      },
      { folders: ['file:///ws', 'file:///second'] },
    );
    await client.until('it is shown', () => shows(second));
    expect(shows(player)).toBe(false);
    const removed = [{ uri: 'file:///second', name: 'second' }];
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed } });
    await client.until('it is withdrawn', () => !shows(second));
    const added = [{ uri: 'file:///second/', name: 'second' }];
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    await client.until('it is back', () => shows(second));
  });

  it('points at the right place behind emoji and CRLF', async () => {
    const text = `// 👩‍👩‍👧 é\n${pictureInPicture.replace('pip = AV', '/* 😀 */ pip = AV')}`.replaceAll(
      '\n',
      '\r\n',
    );
    await start({ [plist]: infoPlist('fetch').replaceAll('\n', '\r\n'), [player]: text });
    client.open(player, text);
    await client.until('it is shown', () => shows(player));
    const range = client.shown(player).find(({ code }) => code === missing)?.range;
    expect(range).toEqual({
      start: { line: 7, character: 23 },
      end: { line: 7, character: 51 },
    });
  });

  it('survives code and plists that are being written', async () => {
    await start();
    client.open(player, '');
    client.open(plist, '');
    for (const end of [20, 90, 150, 170, pictureInPicture.length]) {
      const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
      client.edit(player, { range: whole, text: pictureInPicture.slice(0, end) });
      client.edit(plist, { text: infoPlist('fetch').slice(0, end * 2) });
      await delay(20);
    }
    client.edit(plist, { text: infoPlist('fetch') });
    await client.until('it is shown', () => shows(player));
    expect(client.logs).toEqual([]);
  });
});

describe('a client without folders', () => {
  it('gets what one file alone can tell', async () => {
    const client = await TestClient.start(
      inMemory(() => createWorkspace(memoryHost({}))),
      { folders: [] },
    );
    client.open(plist, infoPlist('picture-in-picture'));
    await client.until('it is shown', () =>
      client.codesShown(plist).includes('invalid-background-mode/unknown-value'),
    );
    await client.stop();
  });
});
