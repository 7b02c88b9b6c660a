import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../server/src/core/workspace';
import {
  type CapabilityAnswer,
  type Checklist,
  changeCapabilitiesMethod,
  type MissingKey,
  missingKeysMethod,
} from '../../server/src/lsp/protocol';
import { memoryHost } from '../support/memory-fs';
import { pbxproj } from '../support/pbxproj-builder';
import { pullingClient, pushedClient } from './support/capabilities';
import { TestClient } from './support/client';
import { infoPlist, pictureInPicture } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const player = 'file:///ws/App/Player.swift';

describe('capabilities', () => {
  let client: TestClient;
  let checklist: Checklist;
  afterEach(() => client.stop());

  async function start(files: Readonly<Record<string, string>>, capabilities = pullingClient): Promise<void> {
    client = await TestClient.start(
      inMemory(() => createWorkspace(memoryHost(files))),
      { capabilities },
    );
    checklist = await client.indexed();
  }

  function ask<R = CapabilityAnswer>(wanted: object, method = changeCapabilitiesMethod): Promise<R> {
    return client.request<R>(method, { targetId: checklist.targets[0]?.id ?? '', ...wanted });
  }

  it('are changed by an edit of the file that owns them', async () => {
    await start({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    const answer = await ask({ addModes: ['audio'], removeModes: ['fetch'] });
    expect(answer).toMatchObject({
      kind: 'edit',
      summary: "Added 'audio', removed 'fetch' in App/Info.plist",
      files: [plist],
    });
    if (answer.kind !== 'edit') return;
    client.open(plist, infoPlist('fetch'));
    client.apply(answer.edit);
    expect(client.document(plist).getText()).toBe(infoPlist('audio'));
  });

  it('are summed up by what has changed', async () => {
    await start({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    expect(await ask({ addModes: ['fetch', 'audio'], removeModes: ['voip'] })).toMatchObject({
      summary: "Added 'audio' in App/Info.plist",
    });
  });

  it('are changed in the text of the open document', async () => {
    await start({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    client.open(plist, infoPlist('audio'));
    expect(await ask({ addModes: ['audio'] })).toMatchObject({ kind: 'nothing' });
  });

  it('come with the keys that surely belong to a mode', async () => {
    await start({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    const missing = await ask<MissingKey[]>({ modes: ['bluetooth-central', 'audio'] }, missingKeysMethod);
    expect(missing).toEqual([
      {
        kind: 'plist-key',
        key: 'NSBluetoothAlwaysUsageDescription',
        input: 'text',
        value: expect.stringMatching(/^TODO/),
      },
    ]);
  });

  it('are refused in words, with what to write by hand', async () => {
    await start({ [plist]: infoPlist('fetch').replace('</dict>', ''), [player]: pictureInPicture });
    expect(await ask({ addModes: ['audio'] })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('Info.plist cannot be edited safely'),
      write: expect.stringContaining('<string>audio</string>'),
    });
  });

  it('are refused where a client cannot create the file', async () => {
    const settings = { SDKROOT: 'iphoneos', GENERATE_INFOPLIST_FILE: 'YES' };
    const project = pbxproj({ targets: [{ name: 'App', sources: ['App/Player.swift'], settings }] });
    const files = { 'file:///ws/App.xcodeproj/project.pbxproj': project, [player]: pictureInPicture };
    await start(files, pushedClient);
    expect(await ask({ addModes: ['audio'] })).toMatchObject({
      kind: 'refused',
      reason: 'This editor cannot create files',
    });
  });

  it('cannot be changed in a target that is gone', async () => {
    await start({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    await expect(ask({ targetId: 'gone', addModes: ['audio'] })).rejects.toThrow(
      'There is no such target any more',
    );
  });
});
