import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../server/src/core/workspace';
import {
  type Capability,
  type Checklist,
  checklistMethod,
  describeTargetMethod,
  tasksMethod,
} from '../../server/src/lsp/protocol';
import { memoryHost } from '../support/memory-fs';
import { TestClient } from './support/client';
import { FakeWorkspace } from './support/fake-workspace';
import { infoPlist, pictureInPicture } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const player = 'file:///ws/App/Player.swift';

describe('the checklist', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  async function start(files: Readonly<Record<string, string>>): Promise<Checklist> {
    const host = memoryHost(files);
    client = await TestClient.start(inMemory(() => createWorkspace(host)));
    return client.indexed();
  }

  function capability(checklist: Checklist, mode: string): Capability {
    const found = checklist.targets[0]?.capabilities.find((one) => one.mode === mode);
    if (found === undefined) throw new Error(`${mode} is not in the checklist`);
    return found;
  }

  it('says which modes are missing, and where they are needed', async () => {
    const checklist = await start({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    expect(checklist.targets.map(({ name }) => name)).toEqual(['App']);
    const place = {
      uri: player,
      range: { start: { line: 6, character: 14 }, end: { line: 6, character: 42 } },
    };
    expect(capability(checklist, 'audio')).toMatchObject({
      key: 'UIBackgroundModes',
      label: 'Audio, AirPlay, and Picture in Picture',
      state: 'missing',
      status: 'missing',
      detail: 'not declared in App/Info.plist; used in 2 places',
      place,
      uses: [{ ...place, label: 'AVPictureInPictureController' }, { label: 'setCategory' }],
    });
  });

  it('says where a mode is declared', async () => {
    const checklist = await start({ [plist]: infoPlist('fetch', 'audio'), [player]: pictureInPicture });
    expect(capability(checklist, 'audio')).toMatchObject({
      state: 'declared',
      status: 'done',
      findings: [],
      detail: 'declared in App/Info.plist, line 12',
      place: { uri: plist, range: { start: { line: 11, character: 2 } } },
    });
  });

  it('does not call a mode unused only because no API of the table was seen', async () => {
    const checklist = await start({ [plist]: infoPlist('location') });
    expect(capability(checklist, 'location')).toMatchObject({ state: 'undetermined', status: 'by-hand' });
    expect(capability(checklist, 'voip')).toMatchObject({ state: 'not-needed', status: 'not-needed' });
  });

  it('calls a mode unused where the rule about unused modes does', async () => {
    const checklist = await start({ [plist]: infoPlist('location'), [player]: pictureInPicture });
    expect(capability(checklist, 'location')).toMatchObject({
      state: 'unused',
      status: 'wrong',
      detail: 'declared in App/Info.plist, line 11; nothing needs it',
      findings: [{ code: 'unused-background-mode/location', uri: plist }],
    });
  });

  it('says nothing for certain when a plist holds a variable', async () => {
    const checklist = await start({ [plist]: infoPlist('$(EXTRA_MODE)'), [player]: pictureInPicture });
    expect(capability(checklist, 'audio').state).toBe('undetermined');
  });

  it('tells what else a mode asks for', async () => {
    const withKey = infoPlist('location').replace(
      '\t<key>UIBackgroundModes',
      '\t<key>NSLocationWhenInUseUsageDescription</key>\n\t<string>Finds stations</string>\n\t<key>UIBackgroundModes',
    );
    const { requirements } = capability(await start({ [plist]: withKey }), 'location');
    expect(requirements).toMatchObject([
      {
        name: 'NSLocationWhenInUseUsageDescription',
        state: 'met',
        detail: 'present in App/Info.plist, line 10',
        when: '',
      },
      { name: 'NSLocationAlwaysAndWhenInUseUsageDescription', state: 'unknown' },
    ]);
  });

  it('offers the modes of the platform only, used ones first', async () => {
    const checklist = await start({ [plist]: infoPlist('location'), [player]: pictureInPicture });
    const modes = checklist.targets[0]?.capabilities.map(({ mode }) => mode) ?? [];
    expect(modes.slice(0, 2)).toEqual(['audio', 'location']);
    expect(modes).not.toContain('workout-processing');
    expect(modes).not.toContain('newsstand-content');
  });

  it('counts findings by severity, and follows edits', async () => {
    const checklist = await start({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    expect(checklist.counts.error).toBe(1);
    const before = client.checklistChanges;
    client.open(plist, infoPlist('fetch'));
    client.replace(plist, 'fetch', 'audio');
    await client.until('a change is announced', () => client.checklistChanges > before);
    expect((await client.indexed()).counts.error).toBe(0);
  });

  it('is answered at once while the workspace loads, and says so', async () => {
    const workspace = new FakeWorkspace();
    workspace.beforeLoad = () => new Promise(() => {});
    client = await TestClient.start(inMemory(() => workspace));
    expect(await client.request(checklistMethod)).toMatchObject({ isLoading: true, targets: [] });
  });

  it('is answered whatever a client sends as parameters', async () => {
    const checklist = await start({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    const { connection } = client.transport;
    for (const params of [null, {}, []]) {
      expect(await connection.sendRequest(checklistMethod, params)).toEqual(checklist);
      expect(await connection.sendRequest(tasksMethod, params)).toEqual([]);
    }
    expect(client.logs).toEqual([]);
  });

  it('tells for each target why it is seen as it is', async () => {
    const checklist = await start({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    const id = checklist.targets[0]?.id;
    const { name, text } = await client.request<{ name: string; text: string }>(describeTargetMethod, { id });
    expect(name).toBe('App');
    expect(text).toMatch(/^App \(app.*\), found without a project$/m);
    expect(text).toMatch(/^ {2}Info\.plist {4}App\/Info\.plist$/m);
    expect(text).toMatch(/^ +fetch {2}App\/Info\.plist:11$/m);
    expect(await client.request(describeTargetMethod, { id: 'gone' })).toBeNull();
  });

  it('is not announced to clients that never asked for it', async () => {
    client = await TestClient.start(inMemory(() => new FakeWorkspace({ [player]: 'wrong' })));
    await client.until('the file is analysed', () => client.shown(player).length > 0);
    expect(client.checklistChanges).toBe(0);
  });
});
