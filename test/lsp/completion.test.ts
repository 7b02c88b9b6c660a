import { afterEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  InsertReplaceEdit,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from '../support/memory-fs';
import { pullingClient } from './support/capabilities';
import { TestClient } from './support/client';
import { infoPlist, pictureInPicture } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const player = 'file:///ws/App/Player.swift';
const tasks = 'file:///ws/App/Tasks.swift';

const files = {
  [plist]: infoPlist('', 'fetch'),
  [player]: pictureInPicture,
  [tasks]: `import BackgroundTasks
func start() {
    // background-modes:ignore 
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "", using: nil) { _ in }
    print("")
}
`,
};

const fullClient: ClientCapabilities = {
  ...pullingClient,
  textDocument: {
    ...pullingClient.textDocument,
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
  },
};

describe('completion', () => {
  let client: TestClient;

  async function start(capabilities: ClientCapabilities): Promise<void> {
    client = await TestClient.start(
      inMemory(() => createWorkspace(memoryHost(files))),
      { capabilities },
    );
    for (const [uri, text] of Object.entries(files)) client.open(uri, text);
    await client.indexed();
  }
  afterEach(() => client.stop());

  async function item(uri: string, at: string, label: string): Promise<CompletionItem> {
    const items = (await client.completion(uri, at)) ?? [];
    const found = items.find((each) => each.label === label);
    if (found === undefined) throw new Error(`${label} is not offered: ${items.map((each) => each.label)}`);
    return found;
  }

  async function documentation(of: CompletionItem): Promise<MarkupContent | undefined> {
    const resolved = await client.request<CompletionItem>('completionItem/resolve', of);
    return resolved.documentation as MarkupContent | undefined;
  }

  it('announces itself with few trigger characters', async () => {
    await start(fullClient);
    expect(client.initializeResult?.capabilities.completionProvider).toEqual({
      triggerCharacters: ['"', '<', ' '],
      resolveProvider: true,
    });
  });

  it('offers modes in the order of use, with documentation on demand', async () => {
    await start(fullClient);
    const items = (await client.completion(plist, '\t\t<string>')) ?? [];
    const sorted = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    expect(sorted[0]?.label).toBe('audio');
    expect(sorted.map(({ label }) => label)).not.toContain('fetch');
    expect(items[0]?.documentation).toBeUndefined();
    const shown = await documentation(sorted[0] ?? { label: '' });
    expect(shown).toMatchObject({ kind: 'markdown' });
    expect(shown?.value).toContain('**audio**: Audio, AirPlay, and Picture in Picture');
  });

  it('tells apart what is inserted and what is replaced', async () => {
    await start(fullClient);
    client.replace(plist, '<string>fetch</string>', '<string>fetXYZ</string>');
    const { textEdit } = await item(plist, '\t\t<string>fet', 'fetch');
    const { insert, replace, newText } = textEdit as InsertReplaceEdit;
    expect(newText).toBe('fetch');
    expect(insert.start).toEqual(replace.start);
    expect(insert.end.character - insert.start.character).toBe(3);
    expect(replace.end.character - replace.start.character).toBe(6);
  });

  it('lets go of a bracket that an editor has closed', async () => {
    await start(fullClient);
    client.replace(plist, '<string>fetch</string>', '<>');
    const { textEdit, filterText } = await item(plist, '</string>\n\t\t<', 'fetch');
    const { insert, replace } = textEdit as InsertReplaceEdit;
    expect(insert).toEqual(replace);
    expect(replace.end.character - replace.start.character).toBe(2);
    expect(filterText).toBe('<string>fetch</string>');
  });

  it('leaves background-modes.json to clients that know its schema', async () => {
    const config = 'file:///ws/background-modes.json';
    for (const knows of [true, false]) {
      await start({ ...fullClient, experimental: { backgroundModesSchema: knows } });
      client.open(config, '{ "rules": { "task" } }');
      const items = await client.completion(config, '"task');
      expect(items?.some(({ label }) => label === 'task-not-completed') ?? false).toBe(!knows);
      if (knows) await client.stop();
    }
  });

  it('writes keys as snippets', async () => {
    await start(fullClient);
    client.replace(plist, '\t<key>CFBundleIdentifier', '\t\n\t<key>CFBundleIdentifier');
    const key = await item(plist, '<string>APPL</string>\n\t', 'BGTaskSchedulerPermittedIdentifiers');
    expect(key).toMatchObject({ insertTextFormat: 2, insertTextMode: 1 });
    expect((key.textEdit as InsertReplaceEdit).newText).toContain('<string>$1</string>');
  });

  it('gives plain edits and texts to clients that know no more', async () => {
    await start(pullingClient);
    client.replace(plist, '\t<key>CFBundleIdentifier', '\t\n\t<key>CFBundleIdentifier');
    const key = await item(plist, '<string>APPL</string>\n\t', 'NSMicrophoneUsageDescription');
    expect(key.insertTextFormat).toBeUndefined();
    expect(key.insertTextMode).toBeUndefined();
    expect((key.textEdit as TextEdit).newText).toBe(
      '<key>NSMicrophoneUsageDescription</key>\n\t<string></string>',
    );
    const shown = await documentation(key);
    expect(shown?.kind).toBe('plaintext');
    expect(shown?.value).not.toMatch(/[*`]/);
  });

  it('follows the other files while they are edited', async () => {
    await start(fullClient);
    expect(await client.completion(tasks, 'forTaskWithIdentifier: "')).toBeNull();
    client.replace(
      plist,
      '\t<key>UIBackgroundModes',
      '\t<key>BGTaskSchedulerPermittedIdentifiers</key><array><string>org.example.sync</string></array>\n\t<key>UIBackgroundModes',
    );
    const identifier = await item(tasks, 'forTaskWithIdentifier: "', 'org.example.sync');
    expect(identifier.detail).toBe('permitted');
  });

  it('offers rules behind a suppression, when a blank was typed too', async () => {
    await start(fullClient);
    const items = await client.completion(tasks, 'background-modes:ignore ', ' ');
    const rule = items?.find(({ label }) => label === 'task-not-completed') ?? { label: '' };
    expect((await documentation(rule))?.value).toContain('Scheduled task is not completed on every path');
  });

  it('is silent elsewhere, and where a trigger character begins nothing', async () => {
    await start(fullClient);
    expect(await client.completion(tasks, 'print("')).toBeNull();
    expect(await client.completion(tasks, 'func ', ' ')).toBeNull();
    expect(await client.completion(player, 'import AVKit')).toBeNull();
    expect(await client.completion(plist, 'CFBundleIdentifier')).toBeNull();
    expect(await client.completion(player, 'AVPlayerLayer) {', '"')).toBeNull();
  });

  it('answers what it does not know as it came', async () => {
    await start(fullClient);
    for (const data of [undefined, 7, { kind: 'mode' }, { kind: 'rule', code: 'no-such-rule' }])
      expect(await documentation({ label: 'x', data })).toBeUndefined();
  });
});
