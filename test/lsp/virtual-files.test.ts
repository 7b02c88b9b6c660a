/** Folders that are not on disk: the server as it is built, over files that only the client has. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  type FileParams,
  readDirectoryMethod,
  readFileMethod,
  statMethod,
} from '../../server/src/lsp/protocol';
import { type MemoryHost, memoryHost } from '../support/memory-fs';
import { TestClient } from './support/client';
import { infoPlist, pictureInPicture } from './support/player-app';
import { overStdio, type Transport } from './support/transport';

const folder = 'memfs://repository/player';
const player = `${folder}/App/Player.swift`;
const missing = 'missing-background-mode/audio-picture-in-picture';

const files = { 'App/Info.plist': infoPlist('fetch'), 'App/Player.swift': pictureInPicture };

function answerFrom({ files: disk }: MemoryHost, { connection }: Transport, asked: string[]): void {
  const answer = (method: string, find: (uri: string) => Promise<unknown>) =>
    connection.onRequest(method, async ({ uri }: FileParams) => {
      asked.push(uri);
      return (await find(uri)) ?? null;
    });
  answer(statMethod, (uri) => disk.stat(uri));
  answer(readDirectoryMethod, (uri) => disk.readDirectory(uri));
  answer(readFileMethod, async (uri) => {
    const bytes = await disk.readFile(uri);
    return bytes && Buffer.from(bytes).toString('base64');
  });
}

describe('a workspace that is not on disk', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('is read through the client, and through it alone', async () => {
    const transport = await overStdio();
    const asked: string[] = [];
    answerFrom(memoryHost(files, folder), transport, asked);
    client = await TestClient.start(transport, { folders: [folder] });
    await client.until('the app is analysed', () => client.codesShown(player).includes(missing));
    expect(asked.filter((uri) => !uri.startsWith(folder))).toEqual([]);
  });

  it('is empty for a client that does not offer its files, and the server lives on', async () => {
    client = await TestClient.start(await overStdio(), { folders: [folder] });
    client.open(player, 'final class Player {}\n');
    await client.until('the open file is judged', () => client.published.some(({ uri }) => uri === player));
    expect(client.shown(player)).toEqual([]);
  });
});
