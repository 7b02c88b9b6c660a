/** What the checklist takes from the rules, and its fixes. */
import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { createWorkspace } from '../../server/src/core/workspace';
import {
  type Capability,
  type CheckFinding,
  type Checklist,
  type ChecklistTarget,
  checklistFixMethod,
  type FixParams,
} from '../../server/src/lsp/protocol';
import { memoryHost } from '../support/memory-fs';
import { pbxproj } from '../support/pbxproj-builder';
import { TestClient } from './support/client';
import { infoPlist, pictureInPicture } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const player = 'file:///ws/App/Player.swift';
const tasks = 'file:///ws/App/Tasks.swift';

/** Registers and requests an app refresh. */
const refreshing = (identifier: string) => `import BackgroundTasks
import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?
    ) -> Bool {
        BGTaskScheduler.shared.register(forTaskWithIdentifier: "${identifier}", using: nil) { self.refresh($0) }
        scheduleNext()
        return true
    }

    func refresh(_ task: BGTask) {
        scheduleNext()
        let work = Task { task.setTaskCompleted(success: !Task.isCancelled) }
        task.expirationHandler = { work.cancel() }
    }

    func scheduleNext() {
        let request = BGAppRefreshTaskRequest(identifier: "${identifier}")
        do { try BGTaskScheduler.shared.submit(request) } catch { print(error) }
    }
}
`;

function permitting(identifier: string, ...modes: readonly string[]): string {
  const list = `\t<key>BGTaskSchedulerPermittedIdentifiers</key>\n\t<array>\n\t\t<string>${identifier}</string>\n\t</array>\n`;
  return infoPlist(...modes).replace('\t<key>UIBackgroundModes', `${list}\t<key>UIBackgroundModes`);
}

describe('the items of the checklist', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  async function start(files: Readonly<Record<string, string>>): Promise<Checklist> {
    client = await TestClient.start(inMemory(() => createWorkspace(memoryHost(files))));
    return client.indexed();
  }

  async function target(files: Readonly<Record<string, string>>): Promise<ChecklistTarget> {
    const [first] = (await start(files)).targets;
    if (first === undefined) throw new Error('no target');
    return first;
  }

  function mode({ capabilities }: ChecklistTarget, value: string): Capability {
    const found = capabilities.find((one) => one.mode === value);
    if (found === undefined) throw new Error(`${value} is not in the checklist`);
    return found;
  }

  function fix(targetId: string, { uri, range, code, fixes }: CheckFinding, title = fixes[0]?.title ?? '') {
    const params: FixParams = { targetId, uri, range, code, title };
    return client.request<WorkspaceEdit | null>(checklistFixMethod, params);
  }

  it('have the findings of the rules, with their messages and fixes', async () => {
    const app = await target({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    const [finding] = mode(app, 'audio').findings;
    expect(finding).toMatchObject({
      uri: player,
      code: 'missing-background-mode/audio-picture-in-picture',
      severity: 'error',
      fixes: [{ title: "Add 'audio' to UIBackgroundModes in Info.plist", isPreferred: true }],
    });
    expect(finding?.message).toMatch(/^Picture in Picture needs 'audio' in UIBackgroundModes/);
  });

  it('are what somebody has to look at when a comment silences the rule', async () => {
    const ignored = pictureInPicture.replace(
      '        pip =',
      '        // background-modes:ignore missing-background-mode -- Added by a script\n        pip =',
    );
    const app = await target({ [plist]: infoPlist('fetch'), [player]: ignored });
    expect(mode(app, 'audio')).toMatchObject({ state: 'undetermined', status: 'by-hand', findings: [] });
  });

  it('are missing as long as what they ask for is', async () => {
    const pushing = `import UIKit
final class AppDelegate: NSObject, UIApplicationDelegate {
    func application(_ application: UIApplication, didReceiveRemoteNotification info: [AnyHashable: Any]) async -> UIBackgroundFetchResult { .newData }
}
`;
    const project = pbxproj({
      targets: [
        {
          name: 'App',
          folders: ['App'],
          settings: { INFOPLIST_FILE: 'App/Info.plist', CODE_SIGN_ENTITLEMENTS: 'App/App.entitlements' },
        },
      ],
      folders: [{ path: 'App' }],
      settings: { SDKROOT: 'iphoneos' },
    });
    const entitlements = infoPlist().replace(/\t<key>CFBundlePackageType[\s\S]*<\/array>\n/, '');
    const app = await target({
      'file:///ws/App.xcodeproj/project.pbxproj': project,
      [plist]: infoPlist('remote-notification'),
      'file:///ws/App/App.entitlements': entitlements,
      'file:///ws/App/AppDelegate.swift': pushing,
    });
    const pushes = mode(app, 'remote-notification');
    expect(pushes).toMatchObject({ state: 'declared', status: 'missing', findings: [] });
    expect(pushes.requirements).toMatchObject([
      {
        name: 'aps-environment',
        state: 'unmet',
        status: 'missing',
        findings: [{ code: 'missing-entitlement/aps-environment-remote-notification' }],
      },
    ]);
    const [finding] = pushes.requirements[0]?.findings ?? [];
    const edit = finding && (await fix(app.id, finding));
    expect(JSON.stringify(edit)).toContain('file:///ws/App/App.entitlements');
    expect(JSON.stringify(edit)).toContain('aps-environment');
  });

  it('name what is wrong in the Info.plist and belongs to no mode', async () => {
    const app = await target({ [plist]: infoPlist('background-fetch'), [player]: pictureInPicture });
    expect(app.findings).toMatchObject([{ code: 'invalid-background-mode/unknown-value', uri: plist }]);
  });

  it('say which task identifiers are permitted, registered and requested', async () => {
    const identifier = 'com.example.refresh';
    const app = await target({
      [plist]: permitting(identifier, 'fetch'),
      [tasks]: refreshing(identifier),
    });
    expect(app.identifiers).toMatchObject([
      {
        name: identifier,
        status: 'done',
        parts: ['permitted', 'registered', 'requested'],
        detail: 'permitted in App/Info.plist, line 11; registered and requested',
        place: { uri: plist },
        uses: [{ part: 'registered' }, { part: 'requested' }],
      },
    ]);
    expect(mode(app, 'fetch').status).toBe('done');
  });

  it('say which task identifiers nobody permits, with the fix', async () => {
    const app = await target({
      [plist]: permitting('com.example.refesh', 'fetch'),
      [tasks]: refreshing('com.example.refresh'),
    });
    const [permitted, used] = app.identifiers;
    expect(permitted).toMatchObject({ name: 'com.example.refesh', parts: ['permitted'] });
    expect(used).toMatchObject({
      name: 'com.example.refresh',
      status: 'missing',
      detail: 'registered and requested; not seen to be permitted',
      findings: [{ code: 'task-identifier-not-permitted' }, { code: 'task-identifier-not-permitted' }],
    });
  });

  it('leave the steps to a person that fit to what the target does', async () => {
    const app = await target({ [plist]: infoPlist('audio'), [player]: pictureInPicture });
    const ids = app.steps.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'device',
        'without-debugger',
        'audio-call',
        'audio-unplugged',
        'picture-in-picture',
      ]),
    );
    expect(ids).not.toContain('voip-push-terminated');
    expect(ids).not.toContain('task-launch');
    expect(ids).not.toContain('audio-recording');
  });

  it('leave no steps where nothing happens in the background', async () => {
    const app = await target({ [plist]: infoPlist(), [player]: 'final class Player {}\n' });
    expect(app.steps).toEqual([]);
  });

  it('are fixed in the file that the target really uses', async () => {
    const two = pbxproj({
      targets: ['App', 'Lite'].map((name) => ({
        name,
        folders: ['Shared'],
        settings: { INFOPLIST_FILE: `${name}/Info.plist` },
      })),
      folders: [{ path: 'Shared' }],
      settings: { SDKROOT: 'iphoneos' },
    });
    const files = {
      'file:///ws/App.xcodeproj/project.pbxproj': two,
      'file:///ws/App/Info.plist': infoPlist('fetch'),
      'file:///ws/Lite/Info.plist': infoPlist('fetch'),
      'file:///ws/Shared/Player.swift': pictureInPicture,
    };
    const { targets } = await start(files);
    expect(targets.map(({ name }) => name)).toEqual(['App', 'Lite']);
    for (const one of targets) {
      const uri = `file:///ws/${one.name}/Info.plist`;
      client.open(uri, infoPlist('fetch'));
      const [finding] = mode(one, 'audio').findings;
      const edit = finding && (await fix(one.id, finding));
      if (!edit) throw new Error(`no fix for ${one.name}`);
      client.apply(edit);
      expect(client.document(uri).getText()).toBe(infoPlist('fetch', 'audio'));
    }
    const after = await client.indexed();
    expect(after.targets.map((one) => mode(one, 'audio').status)).toEqual(['done', 'done']);
  });

  it('answer no fix for what is no longer there, or never was', async () => {
    const app = await target({ [plist]: infoPlist('fetch'), [player]: pictureInPicture });
    const [finding] = mode(app, 'audio').findings;
    if (finding === undefined) throw new Error('no finding');
    expect(await fix(app.id, finding, 'Something else')).toBeNull();
    expect(await fix('gone', finding)).toBeNull();
    client.open(plist, infoPlist('fetch', 'audio'));
    expect(await fix(app.id, finding)).toBeNull();
  });
});
