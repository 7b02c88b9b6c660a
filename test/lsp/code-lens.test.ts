import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type ClientCapabilities, type CodeLens, LSPErrorCodes } from 'vscode-languageserver-protocol';
import { createWorkspace } from '../../server/src/core/workspace';
import type { Workspace } from '../../server/src/core/workspace-types';
import {
  copyTextCommand,
  openCommand,
  showPlacesCommand,
  type Task,
  tasksMethod,
} from '../../server/src/lsp/protocol';
import { memoryHost } from '../support/memory-fs';
import { pullingClient } from './support/capabilities';
import { TestClient } from './support/client';
import { infoPlist, pictureInPicture, uploader } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const app = 'file:///ws/App/App.swift';
const refresh = 'file:///ws/App/Refresh.swift';
const legacy = 'file:///ws/App/Legacy.m';
const player = 'file:///ws/App/Player.swift';
const upload = 'file:///ws/App/Uploader.swift';

const registering = `import BackgroundTasks
import UIKit

enum Tasks { static let refresh = "org.example.player.refresh" }

final class AppDelegate: NSObject, UIApplicationDelegate {
    func application(_ application: UIApplication, didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?) -> Bool {
        BGTaskScheduler.shared.register(forTaskWithIdentifier: Tasks.refresh, using: nil) { task in
            task.expirationHandler = { task.setTaskCompleted(success: false) }
        }
        return true
    }
}
`;

const submitting = `import BackgroundTasks

func schedule() throws {
    try BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: "org.example.player.refresh"))
}
`;

const objc = `#import <UIKit/UIKit.h>
@implementation AppDelegate
- (void)application:(UIApplication *)application performFetchWithCompletionHandler:(void (^)(UIBackgroundFetchResult))completionHandler {
    completionHandler(UIBackgroundFetchResultNoData);
}
@end
`;

const permitting = infoPlist('audio', 'fetch', 'bluetooth-central').replace(
  '</dict>\n</plist>',
  '\t<key>BGTaskSchedulerPermittedIdentifiers</key>\n\t<array>\n\t\t<string>org.example.player.refresh</string>\n\t</array>\n</dict>\n</plist>',
);

const withCommands: ClientCapabilities = {
  ...pullingClient,
  workspace: { ...pullingClient.workspace, codeLens: { refreshSupport: true } },
  window: { ...pullingClient.window, showDocument: { support: true } },
  experimental: { backgroundModesCommands: true },
};
const withoutCommands: ClientCapabilities = { ...withCommands, experimental: {} };

describe('code lenses', () => {
  let client: TestClient;

  async function start(capabilities: ClientCapabilities, codeLens: unknown = {}): Promise<void> {
    const files = {
      [plist]: permitting,
      [app]: registering,
      [refresh]: submitting,
      [legacy]: objc,
      [player]: pictureInPicture,
      [upload]: uploader,
    };
    const host = memoryHost(files);
    client = await TestClient.start(
      inMemory(() => createWorkspace(host)),
      { capabilities, initializationOptions: { codeLens } },
    );
    for (const [uri, text] of Object.entries(files)) client.open(uri, text);
    await client.indexed();
  }
  afterEach(() => client.stop());

  /** Resolved, as editors show them. */
  async function lensesOf(uri: string): Promise<readonly CodeLens[]> {
    const found = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    return Promise.all(found.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)));
  }

  async function titles(uri: string): Promise<readonly string[]> {
    return (await lensesOf(uri)).map(({ command }) => command?.title ?? '(none)');
  }

  async function lens(uri: string, title: string): Promise<CodeLens> {
    const found = (await lensesOf(uri)).find(({ command }) => command?.title === title);
    if (found === undefined) throw new Error(`There is no lens ${title}`);
    return found;
  }

  it('come back as they are when they are of another server', async () => {
    await start(withCommands);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    for (const places of [7, [null], [{ uri: 1 }], [{ uri: app, range }]]) {
      const foreign = { range, data: { uri: app, title: 'Run', places } };
      expect(await client.request<CodeLens>('codeLens/resolve', foreign)).toEqual(foreign);
    }
  });

  it('say of a registration how long it may run, and where the rest of it is', async () => {
    await start(withCommands);
    expect(await titles(app)).toEqual([
      'App refresh: about 30 s',
      'Submitted in 1 place',
      'Permitted in Info.plist',
      'Copy simulate-launch command',
      'Copy simulate-expiration command',
      'Expires here: stop the work and complete the task',
    ]);
    const { range } = await lens(app, 'Submitted in 1 place');
    expect(range.start).toEqual(client.rangeOf(app, 'register(for').start);
  });

  it('lead to the places, and copy what the debugger runs', async () => {
    await start(withCommands);
    const submitted = await lens(app, 'Submitted in 1 place');
    expect(submitted.command).toMatchObject({
      command: showPlacesCommand,
      arguments: [
        {
          uri: app,
          position: submitted.range.start,
          places: [{ uri: refresh, range: client.rangeOf(refresh, 'BGAppRefreshTaskRequest') }],
        },
      ],
    });
    const copy = await lens(app, 'Copy simulate-launch command');
    expect(copy.command).toMatchObject({
      command: copyTextCommand,
      arguments: [
        {
          text: 'e -l objc -- (void)[[BGTaskScheduler sharedScheduler] _simulateLaunchForTaskWithIdentifier:@"org.example.player.refresh"]',
        },
      ],
    });
  });

  it('are above entry points and expiration handlers in both languages', async () => {
    await start(withCommands);
    expect(await titles(legacy)).toEqual([
      'About 30 s until the completion handler is called · Test: Debug › Simulate Background Fetch',
    ]);
    expect(await titles(upload)).toEqual(['Expires here: end the task before this returns']);
    expect(await titles(player)).toEqual([]);
  });

  it('count the uses of modes, and say so when the rules find none', async () => {
    await start(withCommands);
    expect(await titles(plist)).toEqual([
      'Used by 2 places',
      'Used by 2 places',
      'Nothing found that uses it',
      'Registered in 1 place',
      'Submitted in 1 place',
    ]);
    const [, fetch] = await lensesOf(plist);
    expect(fetch?.command?.arguments?.[0]).toMatchObject({ places: [{ uri: legacy }, { uri: refresh }] });
  });

  it('make the client ask again when another file changes what they say, and only then', async () => {
    await start(withCommands);
    expect(await titles(app)).toContain('Submitted in 1 place');
    client.replace(player, 'final class Player', 'final  class Player');
    client.replace(refresh, 'func schedule', 'func later');
    client.replace(refresh, '.player.refresh', '.player.other');
    await client.until('the lenses are asked for again', () => client.lensRefreshes === 1);
    expect(await titles(app)).not.toContain('Submitted in 1 place');
  });

  it('are asked for again when the text did not come to rest while they were looked for', async () => {
    const host = memoryHost({ [app]: registering });
    const workspace = createWorkspace(host);
    let edits = 0;
    const findings: Workspace['findings'] = async (uri, token) => {
      const found = await workspace.findings(uri, token);
      if (edits > 0) {
        edits--;
        const before = workspace.version(app);
        client.edit(app, { text: `${client.document(app).getText()}\n` });
        while (workspace.version(app) === before) await delay(1);
      }
      return found;
    };
    const restless = new Proxy(workspace, {
      get: (target, name) => {
        const value: unknown = name === 'findings' ? findings : Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    client = await TestClient.start(
      inMemory(() => restless),
      { capabilities: withCommands },
    );
    client.open(app, registering);
    await client.indexed();
    edits = Number.POSITIVE_INFINITY;
    const asked = client.request('textDocument/codeLens', { textDocument: { uri: app } });
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    edits = 0;
    await client.until('the lenses are asked for again', () => client.lensRefreshes > 0);
    expect(await titles(app)).toContain('Copy simulate-launch command');
  });

  it('do what LSP can do where the client has no commands of its own', async () => {
    await start(withoutCommands);
    expect(await titles(app)).not.toContain('Copy simulate-launch command');
    const { command } = await lens(app, 'Submitted in 1 place');
    const shown = { uri: refresh, selection: client.rangeOf(refresh, 'BGAppRefreshTaskRequest') };
    expect(command).toMatchObject({ command: openCommand, arguments: [shown] });
    await client.request('workspace/executeCommand', command);
    expect(client.shownDocuments).toMatchObject([shown]);
  });

  it('are plain text where nothing can be done', async () => {
    await start(pullingClient);
    const { command } = await lens(app, 'Submitted in 1 place');
    expect(command).toEqual({ title: 'Submitted in 1 place', command: '' });
    expect(client.initializeResult?.capabilities.executeCommandProvider).toBeUndefined();
  });

  it('are left out by kind, or altogether', async () => {
    await start(withCommands, { tasks: false, modes: false });
    expect(await titles(app)).toEqual(['Expires here: stop the work and complete the task']);
    expect(await titles(plist)).toEqual([]);
    await client.stop();
    await start(withCommands, false);
    expect(await titles(app)).toEqual([]);
  });

  it('have a list of tasks behind them', async () => {
    await start(withCommands);
    const [task, ...others] = await client.request<Task[]>(tasksMethod);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      identifier: 'org.example.player.refresh',
      targets: ['App'],
      registered: [{ uri: app }],
      submitted: [{ uri: refresh }],
    });
    expect(task?.commands.expiration).toContain('_simulateExpirationForTaskWithIdentifier');
  });
});
