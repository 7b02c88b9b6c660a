import { afterEach, describe, expect, it } from 'vitest';
import { type Mechanisms, mechanismsMethod, searchGoalsMethod } from '../../server/src/lsp/protocol';
import { TestClient } from './support/client';
import { FakeWorkspace } from './support/fake-workspace';
import { inMemory } from './support/transport';

describe('the mechanisms', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  async function ask(params: object = {}): Promise<Mechanisms> {
    client = await TestClient.start(inMemory(() => new FakeWorkspace()));
    return client.request<Mechanisms>(mechanismsMethod, params);
  }

  it('are told with all goals, by group', async () => {
    const { goals, mechanisms, bundleIdentifier } = await ask();
    const groups = goals.map(({ group }) => group);
    expect(
      groups.filter((group, index) => groups.indexOf(group) < index && groups[index - 1] !== group),
    ).toEqual([]);
    const known = new Set(mechanisms.map(({ id }) => id));
    expect(goals.flatMap((goal) => goal.mechanisms.filter((id) => !known.has(id)))).toEqual([]);
    expect(mechanisms.flatMap(({ capability }) => capability.identifiers)).toContain(
      `${bundleIdentifier}.refresh`,
    );
  });

  it('say what a mechanism needs, with code in both languages', async () => {
    const { mechanisms } = await ask();
    const push = mechanisms.find(({ id }) => id === 'silent-push');
    expect(push?.capability).toMatchObject({
      modes: [{ value: 'remote-notification', label: 'Remote notifications' }],
      keys: [{ kind: 'entitlement', key: 'aps-environment', value: 'development', input: 'fixed' }],
    });
    expect(push?.code[0]?.swift).toContain('didReceiveRemoteNotification');
    expect(push?.code[0]?.objc).toContain('didReceiveRemoteNotification');
    expect(push?.page).toContain('## What it costs');
  });

  it('are searched by the words of a person', async () => {
    const { goals, mechanisms } = await ask({ query: 'every 15 minutes' });
    expect(goals[0]).toMatchObject({ id: 'every-15-minutes', isImpossible: true });
    expect(goals[0]?.page).toContain('You cannot.');
    const named = new Set(goals.flatMap((goal) => goal.mechanisms));
    expect(mechanisms.every(({ id }) => named.has(id))).toBe(true);
  });

  it('are found by their goals, as somebody types', async () => {
    await ask();
    const found = await client.request<string[]>(searchGoalsMethod, { query: 'minutes every code' });
    expect(found[0]).toBe('every-15-minutes');
    expect(await client.request<string[]>(searchGoalsMethod, { query: 'xylophone' })).toEqual([]);
  });

  it('are none for words that nothing has to do with', async () => {
    expect(await ask({ query: 'xylophone' })).toMatchObject({ goals: [], mechanisms: [] });
  });
});
