import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../server/src/core/workspace';
import { type MemoryHost, memoryHost } from '../support/memory-fs';
import { pushedClient } from './support/capabilities';
import { type ClientOptions, TestClient } from './support/client';
import { infoPlist, pictureInPicture } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const player = 'file:///ws/App/Player.swift';
const config = 'file:///ws/background-modes.json';
const rule = 'missing-background-mode';
const warning = 2;
const error = 1;

const asking = {
  ...pushedClient,
  workspace: {
    ...pushedClient.workspace,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
  },
};

describe('what a person has decided about a rule', () => {
  let client: TestClient;
  let host: MemoryHost;
  afterEach(() => client.stop());

  async function start(
    options: ClientOptions = {},
    files: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    host = memoryHost({ [plist]: infoPlist('fetch'), [player]: pictureInPicture, ...files });
    client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      options,
    );
    await client.indexed();
  }

  function severity(): number | undefined {
    return client.shown(player).find(({ code }) => String(code).startsWith(rule))?.severity;
  }

  function isShown(expected: number | undefined): Promise<void> {
    return client.until(`the severity is ${expected}`, () => severity() === expected);
  }

  it('is asked for, and followed when it changes', async () => {
    await start({ capabilities: asking, settings: { preset: '', rules: { [rule]: 'warning' } } });
    await isShown(warning);
    expect(client.registrations.map(({ method }) => method)).toContain('workspace/didChangeConfiguration');
    client.settings = { rules: { [rule]: 'off' } };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await isShown(undefined);
    client.settings = {};
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await isShown(error);
  });

  it('may come with the start, and be pushed', async () => {
    await start({ initializationOptions: { rules: { [rule]: 'warning' } } });
    await isShown(warning);
    client.notify('workspace/didChangeConfiguration', { settings: { backgroundModes: { preset: 'none' } } });
    await isShown(undefined);
  });

  it('is read from background-modes.json, as typed', async () => {
    await start({}, { [config]: `{ "rules": { "${rule}": "warning" } }` });
    await isShown(warning);
    client.open(config, `{ "rules": { "${rule}": "warning" } }`);
    client.replace(config, 'warning', 'off');
    await isShown(undefined);
    client.replace(config, '"off" }', '"off" ');
    await isShown(undefined);
    client.replace(config, 'missing-background-mode', 'no-such-rule');
    await isShown(error);
    const { problems } = await client.indexed();
    expect(problems.map(({ message }) => message)).toContain("There is no rule 'no-such-rule'");
  });

  it('makes rules run that are off by default', async () => {
    const save = 'file:///ws/App/Save.swift';
    const text = `import UIKit
func save() {
  let application = UIApplication.shared
  var task = UIBackgroundTaskIdentifier.invalid
  task = application.beginBackgroundTask { application.endBackgroundTask(task) }
  application.endBackgroundTask(task)
}
`;
    await start({}, { [save]: text });
    expect(client.codesShown(save)).toEqual([]);
    host.contents.set(config, '{ "preset": "strict" }');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 1 }] });
    await client.until('advice is given', () => client.codesShown(save).includes('unnamed-background-task'));
  });

  it('is no reason to fail when it is nonsense', async () => {
    await start({ capabilities: asking, settings: { preset: 3, rules: ['off'] } });
    await isShown(error);
    expect(client.logs.join()).toContain("'rules' must be an object");
  });
});
