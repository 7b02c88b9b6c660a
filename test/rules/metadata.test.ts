import { describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/core/rules';
import { markedPlaces } from '../support/examples';

test('rule ids are unique', () => {
  const ids = allRules.map(({ meta }) => meta.id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(allRules.map(({ meta }) => meta))('$id', (meta) => {
  test('has a kebab-case id, like its entries, which are unique', () => {
    const keys = meta.entries.map(({ key }) => key);
    for (const name of [meta.id, ...keys]) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('names its sources', () => {
    expect(meta.sources.length).toBeGreaterThan(0);
    for (const source of meta.sources) expect(source).toMatch(/^https:\/\//);
  });

  test('has titles without and explanations with a final full stop', () => {
    for (const title of [meta.title, ...meta.entries.map((entry) => entry.title)])
      expect(title).not.toMatch(/\.$/);
    for (const why of [meta.why, ...meta.entries.map((entry) => entry.why)])
      expect(why ?? '.').toMatch(/\.$/);
  });

  test('marks what is wrong in bad examples, and in no others', () => {
    for (const { kind, files } of meta.examples) expect(markedPlaces(files).length > 0).toBe(kind === 'bad');
  });

  const keys = meta.entries.length === 0 ? [undefined] : meta.entries.map(({ key }) => key);
  test.each(keys)('has a bad, a good and a near-miss example of %s', (key) => {
    const kinds = meta.examples.filter(({ entry }) => entry === key).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['bad', 'good', 'near-miss']));
  });

  test.each(['swift', 'objc'] as const)('has bad and good examples in %s if it speaks of it', (language) => {
    const extension = language === 'swift' ? '.swift' : '.m';
    const kinds = meta.examples
      .filter(({ files }) => Object.keys(files).some((path) => path.endsWith(extension)))
      .map(({ kind }) => kind);
    if (meta.languages.includes(language)) expect(kinds).toEqual(expect.arrayContaining(['bad', 'good']));
    else expect(kinds).not.toContain('bad');
  });
});
