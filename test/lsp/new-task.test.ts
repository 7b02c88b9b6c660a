import { afterEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../server/src/core/workspace';
import {
  type CapabilityAnswer,
  type Checklist,
  checkTaskMethod,
  newTaskMethod,
  type TaskCheck,
} from '../../server/src/lsp/protocol';
import { memoryHost } from '../support/memory-fs';
import { pullingClient } from './support/capabilities';
import { TestClient } from './support/client';
import { infoPlist } from './support/player-app';
import { inMemory } from './support/transport';

const plist = 'file:///ws/App/Info.plist';
const delegate = 'file:///ws/App/AppDelegate.swift';
const jobs = 'file:///ws/App/Jobs.swift';

const delegateText = `import UIKit

final class AppDelegate: UIResponder, UIApplicationDelegate {
    func application(
        _ application: UIApplication,
        didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?
    ) -> Bool {
        return true
    }
}
`;
const jobsText = 'import Foundation\n\nfinal class Jobs {\n\n}\n';

describe('a new background task', () => {
  let client: TestClient;
  let checklist: Checklist;
  afterEach(() => client.stop());

  async function start(files: Readonly<Record<string, string>>): Promise<void> {
    client = await TestClient.start(
      inMemory(() => createWorkspace(memoryHost(files))),
      {
        capabilities: pullingClient,
      },
    );
    checklist = await client.indexed();
  }

  function ask<R>(method: string, params: object): Promise<R> {
    return client.request<R>(method, { targetId: checklist.targets[0]?.id ?? '', ...params });
  }

  it('is one edit of the Info.plist and the app delegate', async () => {
    await start({ [plist]: infoPlist('audio'), [delegate]: delegateText });
    client.open(plist, infoPlist('audio'));
    client.open(delegate, delegateText);
    const answer = await ask<CapabilityAnswer>(newTaskMethod, {
      kind: 'processing',
      identifier: 'org.example.player.cleanup',
    });
    expect(answer).toMatchObject({ kind: 'edit', files: [plist, delegate] });
    if (answer.kind !== 'edit') return;
    client.apply(answer.edit);
    expect(client.document(plist).getText()).toContain('<string>processing</string>');
    expect(client.document(plist).getText()).toContain('<string>org.example.player.cleanup</string>');
    expect(client.document(delegate).getText()).toContain('self.handleCleanup(task)');
    const check = await ask<TaskCheck>(checkTaskMethod, {
      kind: 'processing',
      identifier: 'org.example.player.cleanup',
    });
    expect(check.problem).toBe('A task with this identifier is registered already');
    expect(check.proposal).toBe('org.example.player.cleanup2');
  });

  it('is put at the cursor where no launch method is known', async () => {
    await start({ [plist]: infoPlist('audio'), [jobs]: jobsText });
    client.open(jobs, jobsText);
    const task = { kind: 'refresh', identifier: 'org.example.player.refresh' };
    expect(await ask<CapabilityAnswer>(newTaskMethod, task)).toMatchObject({ kind: 'refused' });
    const cursor = { uri: jobs, position: { line: 3, character: 0 } };
    const answer = await ask<CapabilityAnswer>(newTaskMethod, { ...task, cursor });
    expect(answer).toMatchObject({ kind: 'edit', files: [plist, jobs] });
    if (answer.kind !== 'edit') return;
    client.open(plist, infoPlist('audio'));
    client.apply(answer.edit);
    expect(client.document(jobs).getText()).toContain('func registerRefresh() {');
  });

  it('has an identifier that the server looks at', async () => {
    await start({ [plist]: infoPlist('audio'), [delegate]: delegateText });
    expect(await ask<TaskCheck>(checkTaskMethod, { kind: 'continued' })).toMatchObject({
      proposal: 'org.example.player.export',
    });
    const check = await ask<TaskCheck>(checkTaskMethod, {
      kind: 'continued',
      identifier: 'com.other.export',
    });
    expect(check.problem).toContain('begins with the bundle identifier');
  });
});
