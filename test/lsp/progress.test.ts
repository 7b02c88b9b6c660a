import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../server/src/core/ports';
import { pullingClient } from './support/capabilities';
import { TestClient } from './support/client';
import { FakeWorkspace } from './support/fake-workspace';
import { inMemory } from './support/transport';

describe('progress of the index', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  async function load(work: (progress?: Progress) => Promise<void>, capabilities = pullingClient) {
    const workspace = new FakeWorkspace();
    workspace.beforeLoad = work;
    client = await TestClient.start(
      inMemory(() => workspace),
      { capabilities },
    );
    await client.indexed();
  }

  it('is shown for work that takes some time', async () => {
    await load(async (progress) => {
      progress?.report(0, 3);
      await delay(350);
      progress?.report(1, 3);
      await delay(50);
      progress?.report(2, 3);
    });
    expect(client.progress.map(({ value }) => value)).toEqual([
      { kind: 'begin', title: 'Background Modes: reading the workspace', percentage: 0 },
      { kind: 'report', percentage: 66, message: '2 of 3 files' },
      { kind: 'end' },
    ]);
  });

  it('is not shown for work that is done at once', async () => {
    await load(async (progress) => progress?.report(1, 1));
    expect(client.progress).toEqual([]);
  });

  it('ends when the work fails, which is logged', async () => {
    let isFirst = true;
    await load(async (progress) => {
      if (!isFirst) return;
      isFirst = false;
      await delay(350);
      progress?.report(1, 2);
      await delay(50);
      client?.open('file:///ws/a.swift', '');
      throw new Error('The disk is on fire');
    });
    expect(client.progress.map(({ value }) => value)).toMatchObject([{ kind: 'begin' }, { kind: 'end' }]);
    expect(client.logs.join()).toContain('The disk is on fire');
  });

  it('is kept from clients that cannot show it', async () => {
    await load(
      async (progress) => {
        await delay(350);
        progress?.report(1, 2);
        await delay(50);
      },
      { ...pullingClient, window: {} },
    );
    expect(client.progress).toEqual([]);
  });
});
