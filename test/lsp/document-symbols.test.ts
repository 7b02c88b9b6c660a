import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, DocumentSymbol, SymbolInformation } from 'vscode-languageserver-protocol';
import { SymbolKind } from 'vscode-languageserver-protocol';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from '../support/memory-fs';
import { pullingClient } from './support/capabilities';
import { TestClient } from './support/client';
import { infoPlist } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const config = 'file:///ws/App.xcconfig';
const swift = 'file:///ws/App/App.swift';

const nesting: ClientCapabilities = {
  ...pullingClient,
  textDocument: {
    ...pullingClient.textDocument,
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

describe('document symbols', () => {
  let client: TestClient;

  async function start(capabilities: ClientCapabilities): Promise<void> {
    const files = {
      [plist]: infoPlist('audio 🎧'),
      [config]: 'A = 1\nB[sdk=iphoneos*] = 2\n',
      [swift]: 'func f() {}',
    };
    const host = memoryHost(files);
    client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      { capabilities },
    );
    for (const [uri, text] of Object.entries(files)) client.open(uri, text);
  }
  afterEach(() => client.stop());

  const symbols = <T>(uri: string) =>
    client.request<T[]>('textDocument/documentSymbol', { textDocument: { uri } });

  it('are a tree of keys with values', async () => {
    await start(nesting);
    const found = await symbols<DocumentSymbol>(plist);
    expect(found.map(({ name, detail }) => [name, detail])).toEqual([
      ['CFBundlePackageType', 'APPL'],
      ['CFBundleIdentifier', 'org.example.player'],
      ['UIBackgroundModes', '1 item'],
    ]);
    const [mode] = found[2]?.children ?? [];
    expect(mode).toMatchObject({
      name: 'audio 🎧',
      kind: SymbolKind.String,
      range: client.rangeOf(plist, '<string>audio 🎧</string>'),
      selectionRange: client.rangeOf(plist, 'audio 🎧'),
    });
  });

  it('are a list for clients that know no trees', async () => {
    await start(pullingClient);
    const found = await symbols<SymbolInformation>(plist);
    expect(found.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['CFBundlePackageType', undefined],
      ['CFBundleIdentifier', undefined],
      ['UIBackgroundModes', undefined],
      ['audio 🎧', 'UIBackgroundModes'],
    ]);
    expect(found[3]?.location.uri).toBe(plist);
  });

  it('follow edits', async () => {
    await start(nesting);
    client.replace(config, 'A = 1', 'C = 1');
    const found = await symbols<DocumentSymbol>(config);
    expect(found.map(({ name }) => name)).toEqual(['C', 'B[sdk=iphoneos*]']);
  });

  it('leave code to the tools for its language', async () => {
    await start(nesting);
    expect(await symbols(swift)).toEqual([]);
  });
});
