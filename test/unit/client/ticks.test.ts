import { describe, expect, it } from 'vitest';
import { Ticks } from '../../../client/src/checklist/ticks';

function memory(values: Record<string, unknown> = {}) {
  return {
    values,
    get: <T>(key: string) => values[key] as T | undefined,
    update: async (key: string, value: unknown) => {
      values[key] = value;
    },
  };
}

describe('ticks', () => {
  it('are remembered in the workspace', async () => {
    const store = memory();
    await new Ticks(store).set('t#step/device', true);
    expect(new Ticks(store).has('t#step/device')).toBe(true);
    expect(new Ticks(store).has('t#step/locked')).toBe(false);
  });

  it('are forgotten one by one, and all at once', async () => {
    const store = memory();
    const ticks = new Ticks(store);
    await ticks.set('a', true);
    await ticks.set('b', true);
    await ticks.set('a', false);
    expect([new Ticks(store).has('a'), new Ticks(store).has('b')]).toEqual([false, true]);
    await ticks.clear();
    expect([ticks.isEmpty, new Ticks(store).isEmpty]).toEqual([true, true]);
    expect(Object.values(store.values)).toEqual([undefined]);
  });

  it('survive what something else has stored', () => {
    for (const value of ['text', 7, null, { a: 1 }, [1, 'a', null]]) {
      const store = memory({ 'backgroundModes.checklist.ticks': value });
      expect(new Ticks(store).has('a')).toBe(Array.isArray(value));
    }
  });
});
