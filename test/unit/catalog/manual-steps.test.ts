import { describe, expect, it } from 'vitest';
import { apiRows } from '../../../server/src/core/catalog/apis';
import { manualSteps } from '../../../server/src/core/catalog/manual-steps';
import { backgroundModes } from '../../../server/src/core/catalog/modes';

describe('the steps by hand', () => {
  it('have an id and a title of their own', () => {
    expect(new Set(manualSteps.map(({ id }) => id)).size).toBe(manualSteps.length);
    expect(new Set(manualSteps.map(({ title }) => title)).size).toBe(manualSteps.length);
    expect(manualSteps.filter(({ id }) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('apply to modes and APIs that exist', () => {
    const scopes = manualSteps.flatMap(({ appliesTo }) => (appliesTo === 'everything' ? [] : [appliesTo]));
    const modes = new Set(backgroundModes.map(({ value }) => value));
    const rows = new Set(apiRows.map(({ id }) => id));
    expect(scopes.flatMap((scope) => scope.modes ?? []).filter((mode) => !modes.has(mode))).toEqual([]);
    expect(scopes.flatMap((scope) => scope.apis ?? []).filter((row) => !rows.has(row))).toEqual([]);
  });

  it('say for every mode what is special about it', () => {
    const covered = new Set(
      manualSteps.flatMap(({ appliesTo }) => (appliesTo === 'everything' ? [] : (appliesTo.modes ?? []))),
    );
    const modes = backgroundModes.filter(({ isObsolete }) => !isObsolete).map(({ value }) => value);
    expect(modes.filter((mode) => !covered.has(mode))).toEqual([]);
  });

  it('tell what to do in sentences, and where it is said', () => {
    for (const { how, sources } of manualSteps) {
      expect(how).toMatch(/^[A-Z][\s\S]*\.$/);
      expect(sources.every((source) => source.startsWith('https://'))).toBe(true);
    }
  });
});
