/** The built server in a process of its own. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchedExtensions, watchedNames } from '../../server/src/core/project/watched-files';
import { builtFile } from '../support/build';
import { pullingClient, pushedClient } from './support/capabilities';
import { TestClient } from './support/client';
import { infoPlist, pictureInPicture } from './support/player-app';
import { overStdio, type Transport } from './support/transport';

const missing = 'missing-background-mode/audio-picture-in-picture';

describe('the server over stdio', () => {
  let folder: string;
  let transport: Transport;
  let client: TestClient;

  const file = (name: string) => path.join(folder, name);
  const uri = (name: string) => pathToFileURL(file(name)).href;
  const shows = (name: string) => client.codesShown(uri(name)).includes(missing);

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'background-modes-'));
    await mkdir(file('App'));
    await writeFile(file('App/Info.plist'), infoPlist('fetch'));
    await writeFile(file('App/Player.swift'), pictureInPicture);
    transport = await overStdio();
  });
  afterEach(async () => {
    transport.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(capabilities = pushedClient): Promise<void> {
    client = await TestClient.start(transport, { capabilities, folders: [pathToFileURL(folder).href] });
  }

  async function exitCode(): Promise<number | null> {
    const process = transport.process;
    if (process === undefined) throw new Error('The server runs in this process');
    if (process.exitCode === null) await once(process, 'exit');
    return process.exitCode;
  }

  it('names itself, and counts positions in UTF-16', async () => {
    await start();
    const manifest = JSON.parse(await readFile(path.join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(client.initializeResult?.serverInfo).toEqual({
      name: 'background-modes',
      version: manifest.version,
    });
    expect(client.initializeResult?.capabilities.positionEncoding).toBe('utf-16');
  });

  it('withdraws a finding that an unsaved plist made stale', async () => {
    await start();
    await client.until('it is shown', () => shows('App/Player.swift'));
    client.open(uri('App/Info.plist'), infoPlist('fetch'));
    client.replace(uri('App/Info.plist'), '<string>fetch', '<string>audio');
    await client.until('it is withdrawn', () => !shows('App/Player.swift'));
  });

  it('sees files change on disk for a client that does not watch', async () => {
    await start();
    await client.until('it is shown', () => shows('App/Player.swift'));
    await delay(300);
    await writeFile(file('App/Info.plist'), infoPlist('audio'));
    await client.until('it is withdrawn', () => !shows('App/Player.swift'));
    await writeFile(file('App/Info.plist'), infoPlist());
    await client.until('it is back', () => shows('App/Player.swift'));
    await rm(file('App/Player.swift'));
    await client.until('it is withdrawn again', () => !shows('App/Player.swift'));
  });

  it('lets a client watch that can', async () => {
    await start(pullingClient);
    await client.until('it registers', () => client.registrations.length > 0);
    expect(client.registrations).toMatchObject([
      {
        method: 'workspace/didChangeWatchedFiles',
        registerOptions: {
          watchers: [
            { globPattern: `**/*.{${watchedExtensions.join(',')}}` },
            { globPattern: `**/{${watchedNames.join(',')}}` },
          ],
        },
      },
    ]);
  });

  it('answers a second initialize, unknown requests and wrong parameters with errors, and lives', async () => {
    await start();
    await expect(client.request('initialize', { capabilities: {} })).rejects.toMatchObject({ code: -32600 });
    await expect(client.request('textDocument/unknown', {})).rejects.toMatchObject({ code: -32601 });
    await expect(client.request('textDocument/hover', {})).rejects.toMatchObject({ code: -32603 });
    await expect(client.request('textDocument/codeAction', {})).rejects.toMatchObject({
      code: -32603,
    });
    client.notify('textDocument/didChange', { textDocument: { uri: 'file:///not/open', version: 1 } });
    client.notify('textDocument/didOpen', {});
    client.notify('workspace/didChangeWatchedFiles', {});
    expect((await client.indexed()).targets).toHaveLength(1);
    expect(client.logs.some((line) => line.startsWith('didChange:'))).toBe(true);
  });

  it('survives bodies that are not JSON', async () => {
    await start();
    transport.raw('Content-Length: 9\r\n\r\n{"json": ');
    transport.raw('Content-Length: 4\r\n\r\nnull');
    transport.raw('Content-Length: 2\r\n\r\n[]');
    expect((await client.indexed()).targets).toHaveLength(1);
  });

  it('ends with 0 after shutdown, and with 1 without', async () => {
    await start();
    await client.request('shutdown');
    client.notify('exit', {});
    expect(await exitCode()).toBe(0);
    transport = await overStdio();
    await start();
    client.notify('exit', {});
    expect(await exitCode()).toBe(1);
  });

  it('ends when its input ends', async () => {
    await start();
    await client.indexed();
    transport.process?.stdin?.end();
    expect(await exitCode()).toBe(1);
  });

  it('ends when the process of the client is gone', async () => {
    const parent = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    await once(parent, 'spawn');
    client = await TestClient.start(transport, { folders: [], processId: parent.pid ?? 0 });
    parent.kill();
    expect(await exitCode()).toBe(1);
  });

  it('analyses the sample app', async () => {
    await cp(path.join(import.meta.dirname, '../fixtures/podcast-player'), file('Podcast'), {
      recursive: true,
    });
    await start(pullingClient);
    const { targets, counts } = await client.indexed();
    expect(targets.map(({ name }) => name)).toContain('PodcastPlayer');
    expect(counts.error + counts.warning).toBeGreaterThan(0);
    const reports = (await client.pullWorkspace()).items;
    const [first] = reports.flatMap((report) => (report.kind === 'full' ? report.items : []));
    const page = await readFile(new URL(first?.codeDescription?.href ?? ''), 'utf8');
    expect(page).toContain(String(first?.code).split('/')[0]);
    expect(reports.map((report) => report.uri)).not.toContain(
      uri('Podcast/PodcastPlayer/Library/Episode.swift'),
    );
  });
});

describe('the other ways to connect', () => {
  const processes: ChildProcess[] = [];
  afterEach(() => {
    for (const child of processes.splice(0)) child.kill();
  });

  const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } };

  it('work over node IPC', async () => {
    const child = fork(await builtFile('server.js'), ['--node-ipc']);
    processes.push(child);
    child.send(initialize);
    const [answer] = await once(child, 'message');
    expect(answer).toMatchObject({ id: 1, result: { serverInfo: { name: 'background-modes' } } });
  });

  it('work over a socket', async () => {
    const listener = createServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    processes.push(spawn(process.execPath, [await builtFile('server.js'), `--socket=${port}`]));
    const [socket]: Socket[] = await once(listener, 'connection');
    const body = JSON.stringify(initialize);
    socket?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    let answer = '';
    for await (const data of socket ?? []) {
      answer += String(data);
      if (answer.includes('}}')) break;
    }
    expect(answer).toContain('"background-modes"');
    socket?.destroy();
    listener.close();
  });

  it('are named when none is chosen, on stderr only', async () => {
    const child = spawn(process.execPath, [await builtFile('server.js')]);
    processes.push(child);
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => (output.stdout += String(data)));
    child.stderr.on('data', (data) => (output.stderr += String(data)));
    const [code] = await once(child, 'close');
    expect(code).toBe(2);
    expect(output.stdout).toBe('');
    expect(output.stderr).toContain('--stdio');
  });
});
