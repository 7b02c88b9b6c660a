import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  DocumentHighlight,
  Location,
  LocationLink,
  PrepareRenameResult,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { createWorkspace } from '../../server/src/core/workspace';
import { infoPlist } from '../support/identifier-app';
import { type MemoryHost, memoryHost } from '../support/memory-fs';
import { pullingClient, pushedClient } from './support/capabilities';
import { editsByFile, TestClient } from './support/client';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const names = 'file:///ws/App/Identifiers.swift';
const delegate = 'file:///ws/App/AppDelegate.swift';

const old = 'org.example.player.refresh';
const files = {
  [plist]: infoPlist(old),
  [names]: `enum TaskID {\n    static let refresh = "${old}"\n}\n`,
  [delegate]: `import BackgroundTasks
func start(task: BGTask) {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: TaskID.refresh, using: nil) { _ in }
    print(task.identifier == "${old}")
}
`,
};

const linking: ClientCapabilities = {
  ...pullingClient,
  textDocument: {
    ...pullingClient.textDocument,
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
  },
};

describe('navigation by identifier', () => {
  let client: TestClient;
  let host: MemoryHost;

  async function start(capabilities = linking): Promise<void> {
    host = memoryHost(files);
    client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      { capabilities },
    );
  }
  beforeEach(() => start());
  afterEach(() => client.stop());

  function at(uri: string, text: string) {
    return { textDocument: { uri }, position: client.rangeOf(uri, text).start };
  }

  /** `AppDelegate.swift:3` for each place, from one. */
  function places(locations: readonly Location[]): readonly string[] {
    return locations.map(
      ({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line + 1}`,
    );
  }

  it('is announced', () => {
    expect(client.initializeResult?.capabilities).toMatchObject({
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
    });
  });

  it('links a use with its entry and its literal, which the client has not opened', async () => {
    client.open(delegate, files[delegate]);
    const links = await client.request<LocationLink[]>('textDocument/definition', at(delegate, 'refresh,'));
    expect(links.map(({ targetUri }) => targetUri)).toEqual([names, plist]);
    expect(links[0]?.targetSelectionRange).toEqual({
      start: { line: 1, character: 26 },
      end: { line: 1, character: 26 + old.length },
    });
    expect(links[0]?.originSelectionRange).toEqual({
      start: { line: 2, character: 66 },
      end: { line: 2, character: 73 },
    });
  });

  it('answers locations to clients that know no links', async () => {
    await client.stop();
    await start(pushedClient);
    expect(client.initializeResult?.capabilities.renameProvider).toBe(true);
    client.open(plist, files[plist]);
    const found = await client.request<Location[]>('textDocument/definition', at(plist, old));
    expect(places(found)).toEqual(['AppDelegate.swift:3']);
  });

  it('waits for the index, so that references are complete at once', async () => {
    client.open(plist, files[plist]);
    const found = await client.request<Location[]>('textDocument/references', {
      ...at(plist, old),
      context: { includeDeclaration: true },
    });
    expect(places(found)).toEqual([
      'AppDelegate.swift:3',
      'AppDelegate.swift:4',
      'Identifiers.swift:2',
      'Info.plist:10',
    ]);
  });

  it('highlights the identifier in one file', async () => {
    client.open(delegate, files[delegate]);
    const found = await client.request<DocumentHighlight[]>(
      'textDocument/documentHighlight',
      at(delegate, old),
    );
    expect(found.map(({ range }) => range.start.line)).toEqual([2, 3]);
  });

  it.each(['definition', 'references', 'documentHighlight', 'prepareRename', 'rename'])(
    'answers null to %s where nothing of ours stands, and for files that are not open',
    async (method) => {
      client.open(delegate, files[delegate]);
      const more = { context: { includeDeclaration: true }, newName: 'other' };
      const ask = (place: object) => client.request(`textDocument/${method}`, { ...place, ...more });
      expect(await ask(at(delegate, 'print'))).toBeNull();
      expect(await ask({ textDocument: { uri: names }, position: { line: 1, character: 30 } })).toBeNull();
    },
  );

  it('keeps nobody waiting for the index where nothing of ours can stand', async () => {
    await client.stop();
    const slow = memoryHost({ ...files, 'App/Slow.swift': '' });
    const released: (() => void)[] = [];
    const readFile: typeof slow.files.readFile = async (uri) => {
      if (uri.endsWith('Slow.swift')) await new Promise<void>((resolve) => released.push(resolve));
      return slow.files.readFile(uri);
    };
    const stuck = { ...slow, files: { ...slow.files, readFile } };
    client = await TestClient.start(
      inMemory(() => createWorkspace(stuck)),
      { capabilities: linking },
    );
    client.open(delegate, files[delegate]);
    expect(await client.request('textDocument/definition', at(delegate, 'print'))).toBeNull();
    const waiting = client.request<LocationLink[]>('textDocument/definition', at(delegate, 'refresh,'));
    const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 50, 'waits'))]);
    expect(first).toBe('waits');
    while (released.length === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const release of released) release();
    expect(await waiting).toHaveLength(2);
  });

  it('renames in open and closed files, against the versions that it has seen', async () => {
    client.open(delegate, files[delegate]);
    client.edit(delegate, { range: client.rangeOf(delegate, 'func start'), text: '// unsaved\nfunc start' });
    const prepared = await client.request<PrepareRenameResult>(
      'textDocument/prepareRename',
      at(delegate, old),
    );
    expect(prepared).toEqual({ range: client.rangeOf(delegate, old), placeholder: old });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at(delegate, old),
      newName: 'org.example.player.sync',
    });
    expect(edit.changeAnnotations).toBeUndefined();
    const versions = edit.documentChanges?.map((change) =>
      'textDocument' in change ? [change.textDocument.uri, change.textDocument.version] : [],
    );
    expect(versions).toEqual(
      expect.arrayContaining([
        [delegate, 2],
        [names, null],
        [plist, null],
      ]),
    );
    expect(versions).toHaveLength(3);
    expect(editsByFile(edit).get(names)).toEqual([
      {
        range: { start: { line: 1, character: 26 }, end: { line: 1, character: 26 + old.length } },
        newText: 'org.example.player.sync',
      },
    ]);
    expect(editsByFile(edit).get(delegate)?.[0]?.range.start.line).toBe(4);
  });

  it('says why it does not rename', async () => {
    client.open(plist, files[plist]);
    const renaming = client.request('textDocument/rename', { ...at(plist, old), newName: 'my task' });
    await expect(renaming).rejects.toThrow(
      'An identifier holds no spaces, line ends or invisible characters',
    );
  });

  it('renames what another program has written meanwhile', async () => {
    client.open(plist, files[plist]);
    await client.indexed();
    host.contents.set(names, `// moved\n\n${files[names]}`);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: names, type: 2 }] });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at(plist, old),
      newName: 'org.example.b',
    });
    expect(editsByFile(edit).get(names)?.[0]?.range.start.line).toBe(3);
  });
});
