import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, CodeAction, Range } from 'vscode-languageserver-protocol';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from '../support/memory-fs';
import { pbxproj } from '../support/pbxproj-builder';
import { pullingClient, pushedClient } from './support/capabilities';
import { TestClient } from './support/client';
import { FakeWorkspace } from './support/fake-workspace';
import { infoPlist, pictureInPicture, uploader } from './support/player-app';
import { inMemory } from './support/transport';

const missing = 'missing-background-mode/audio-picture-in-picture';
const plist = 'file:///ws/App/Info.plist';
const player = 'file:///ws/App/Player.swift';
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

let client: TestClient;
afterEach(() => client.stop());

async function resolved(action: CodeAction | undefined): Promise<CodeAction> {
  if (action === undefined) throw new Error('There is no such action');
  return action.edit ? action : client.request<CodeAction>('codeAction/resolve', action);
}

async function apply(action: CodeAction | undefined): Promise<Map<string, string>> {
  const { edit } = await resolved(action);
  if (edit === undefined) throw new Error('The action has no edit');
  return client.apply(edit);
}

describe('quick fixes of an app', () => {
  async function start(capabilities: ClientCapabilities, swift = pictureInPicture): Promise<void> {
    const host = memoryHost({ [plist]: infoPlist('fetch'), [player]: swift });
    client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      { capabilities },
    );
    client.open(plist, infoPlist('fetch'));
    client.open(player, swift);
    await client.indexed();
  }

  async function actions(): Promise<CodeAction[]> {
    const range = client.rangeOf(player, 'AVPictureInPictureController(');
    return client.codeActions(player, range);
  }

  it.each([
    ['pushed', pushedClient],
    ['pulling', pullingClient],
  ])('make the finding go away for a %s client', async (_name, capabilities) => {
    await start(capabilities);
    const fix = (await actions()).find(({ title }) => title.includes("Add 'audio'"));
    expect(fix?.diagnostics?.[0]?.code).toBe(missing);
    await apply(fix);
    expect(client.document(plist).getText()).toBe(infoPlist('fetch', 'audio'));
    expect(await actions()).toEqual([]);
  });

  it('end a background task where its expiration handler has to', async () => {
    await start(pullingClient, uploader);
    const codes = await client.pullCodes(player);
    expect(codes.length).toBeGreaterThan(0);
    const whole = client.rangeOf(player, uploader);
    const found = await client.codeActions(player, whole);
    await apply(found.find(({ isPreferred }) => isPreferred));
    expect(client.document(player).getText()).not.toBe(uploader);
    expect(await client.pullCodes(player)).not.toContain(codes[0]);
  });

  it('edit the versions they were computed for, and announce the other file', async () => {
    await start(pullingClient);
    client.replace(plist, 'org.example', 'com.example');
    await client.pullCodes(player);
    const { edit, isPreferred } = await resolved((await actions())[0]);
    expect(isPreferred).toBe(true);
    expect(edit).toMatchObject({
      documentChanges: [
        { textDocument: { uri: plist, version: 2 }, edits: [{ annotationId: 'other-file' }] },
      ],
      changeAnnotations: { 'other-file': { label: 'Change Info.plist' } },
    });
  });

  it('can be ignored, with a comment as far indented as the line', async () => {
    await start(pullingClient);
    await client.pullCodes(player);
    await apply((await actions()).find(({ title }) => title.startsWith('Ignore')));
    expect(client.document(player).getText()).toContain(
      `        // background-modes:ignore ${missing} -- reason\n        pip = AV`,
    );
    expect(await client.pullCodes(player)).toEqual([]);
  });

  it('of a plist can be ignored too, with a comment that XML allows', async () => {
    await start(pullingClient);
    client.replace(plist, 'fetch', 'audio');
    client.replace(plist, 'audio</string>', 'audio</string>\n\t\t<string>airplay</string>');
    await client.pullCodes(plist);
    const found = await client.codeActions(plist, client.rangeOf(plist, 'airplay'));
    await apply(found.find(({ title }) => title.startsWith('Ignore')));
    expect(client.document(plist).getText()).toContain(
      '\t\t<!-- background-modes:ignore invalid-background-mode/unknown-value: reason -->\n\t\t<string>airplay',
    );
    expect(await client.pullCodes(plist)).toEqual([]);
  });

  it('are only looked for where the pointer is', async () => {
    await start(pullingClient);
    await client.pullCodes(player);
    expect(await client.codeActions(player, client.rangeOf(player, 'import'))).toEqual([]);
  });

  it('whose finding is gone cannot be resolved any more', async () => {
    await start(pullingClient);
    await client.pullCodes(player);
    const [fix] = await actions();
    client.replace(plist, 'fetch', 'audio');
    await expect(resolved(fix)).rejects.toMatchObject({ code: -32801 });
  });
});

describe('fixing everything', () => {
  const file = 'file:///ws/a.swift';
  const start = async (text: string, files = {}) => {
    client = await TestClient.start(
      inMemory(() => new FakeWorkspace(files)),
      { capabilities: pullingClient },
    );
    client.open(file, text);
  };

  it('takes the preferred fixes that do not overlap', async () => {
    await start('wrong wrong\nwrong');
    const [action, ...others] = await client.codeActions(file, everything, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(action?.kind).toBe('source.fixAll.backgroundModes');
    await apply(action);
    expect(client.document(file).getText()).toBe('right right\nright');
  });

  it('edits one place once when two fixes want to', async () => {
    await start('play play', { 'file:///ws/Info.plist': 'x' });
    client.open('file:///ws/Info.plist', 'x');
    await apply((await client.codeActions(file, everything, ['source.fixAll.backgroundModes']))[0]);
    expect(client.document('file:///ws/Info.plist').getText()).toBe('audio x');
  });

  it('is only offered to those who ask for it', async () => {
    await start('wrong');
    const kinds = (await client.codeActions(file, everything)).map(({ kind }) => kind);
    expect(kinds).toEqual(['quickfix']);
    expect(await client.codeActions(file, everything, ['refactor'])).toEqual([]);
    expect(await client.codeActions(file, everything, ['source.organizeImports'])).toEqual([]);
  });
});

describe('fixes that create a file', () => {
  const file = 'file:///ws/a.swift';

  it('create it and fill it', async () => {
    client = await TestClient.start(
      inMemory(() => new FakeWorkspace()),
      { capabilities: pullingClient },
    );
    client.open(file, 'play');
    const [action] = await client.codeActions(file, everything);
    const { edit } = await resolved(action);
    expect(edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: 'file:///ws/Info.plist', annotationId: 'other-file' },
      { textDocument: { uri: 'file:///ws/Info.plist', version: null } },
    ]);
    expect(await apply(action)).toEqual(new Map([['file:///ws/Info.plist', 'audio']]));
  });

  it('create it and name it in the project in one edit, against the text that is open', async () => {
    const project = 'file:///ws/App.xcodeproj/project.pbxproj';
    const settings = { SDKROOT: 'iphoneos', GENERATE_INFOPLIST_FILE: 'YES' };
    const text = pbxproj({ targets: [{ name: 'App', sources: ['App/Player.swift'], settings }] });
    const host = memoryHost({ [project]: text, [player]: pictureInPicture });
    client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      { capabilities: pullingClient },
    );
    client.open(project, `/* saved */ ${text}`);
    client.replace(project, '/* saved */', '/* not saved yet */');
    client.open(player, pictureInPicture);
    await client.pullCodes(player);
    const range = client.rangeOf(player, 'AVPictureInPictureController(');
    const action = await resolved((await client.codeActions(player, range))[0]);
    expect(action.edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: plist },
      { textDocument: { uri: plist, version: null } },
      { textDocument: { uri: project, version: 2 } },
    ]);
    expect(action.edit?.documentChanges?.[0]).not.toHaveProperty('options');
    const [created] = await apply(action);
    client.open(plist, created?.[1] ?? '');
    expect(
      client
        .document(project)
        .getText()
        .match(/INFOPLIST_FILE = App\/Info\.plist/g),
    ).toHaveLength(2);
    expect(await client.pullCodes(player)).toEqual([]);
  });

  it('are not offered to clients that cannot', async () => {
    client = await TestClient.start(
      inMemory(() => new FakeWorkspace()),
      { capabilities: pushedClient },
    );
    client.open(file, 'play wrong');
    const titles = (await client.codeActions(file, everything)).map(({ title }) => title);
    expect(titles).toEqual(['Make it right']);
  });
});

describe('clients of limited means', () => {
  const file = 'file:///ws/a.swift';

  it('get edits without versions when they know no others', async () => {
    client = await TestClient.start(
      inMemory(() => new FakeWorkspace()),
      { capabilities: { textDocument: pushedClient.textDocument ?? {} } },
    );
    client.open(file, 'wrong');
    const [action] = await client.codeActions(file, everything);
    expect(action?.edit).toEqual({
      changes: { [file]: [{ range: client.rangeOf(file, 'wrong'), newText: 'right' }] },
    });
  });

  it('get no actions when they only know commands', async () => {
    client = await TestClient.start(
      inMemory(() => new FakeWorkspace()),
      { capabilities: {} },
    );
    client.open(file, 'wrong');
    expect(await client.codeActions(file, everything)).toEqual([]);
  });
});
