import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonDocument, parseJsonValues } from '../../../server/src/core/syntax/json-values';
import { stringItems, stringValue, valueAt } from '../../../server/src/core/syntax/plist-query';
import type { PlistNode } from '../../../server/src/core/syntax/plist-types';

/** What the ranges of a node cut out of the text must say the same as the node. */
function plain(node: PlistNode | undefined, text: string): unknown {
  if (node === undefined) return null;
  const cut: unknown = JSON.parse(text.slice(node.range.start, node.range.end));
  switch (node.kind) {
    case 'dict':
      return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value, text)]));
    case 'array':
      return node.items.map((item) => plain(item, text));
    default:
      expect(String(cut)).toBe(String(node.value));
      return cut;
  }
}

const json = fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);

/** Property lists have no null: arrays lose it. */
function withoutNullItems(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNullItems);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutNullItems(item)]));
}

describe('values in JSON', () => {
  it('have ranges with and without quotes and brackets', () => {
    const text = '{ "modes": ["audio", true] }';
    const { root } = parseJsonValues(text);
    const modes = valueAt(root, 'modes');
    const cut = (range: { start: number; end: number } | undefined) => text.slice(range?.start, range?.end);
    expect(cut(root?.range)).toBe(text);
    expect(cut(modes?.range)).toBe('["audio", true]');
    expect(cut(modes?.inner)).toBe('"audio", true');
    expect(stringItems(modes).map((item) => [cut(item.range), cut(item.inner)])).toEqual([
      ['"audio"', 'audio'],
    ]);
    const [entry] = root?.kind === 'dict' ? root.entries : [];
    expect([cut(entry?.keyElement), cut(entry?.keyRange)]).toEqual(['"modes"', 'modes']);
  });

  it('may stand among comments, with commas at the end and a byte order mark', () => {
    const { root, problems } = parseJsonValues('\ufeff// app\n{ "a": [1, /* two */ 2,], }');
    expect(problems).toEqual([]);
    expect(valueAt(root, 'a')).toMatchObject({ kind: 'array', items: [{ value: '1' }, { value: '2' }] });
  });

  it('are read as far as a broken file goes', () => {
    const { root, problems } = parseJsonValues('{ "a": { "b": "c", "d": [ "e" ');
    expect(stringValue(valueAt(root, 'a', 'b'))).toBe('c');
    expect(problems.map((problem) => problem.message)).toContain('A closing ] is missing');
  });

  it('that are not closed reach to where the text ends', () => {
    const text = '{"a": "bc';
    const value = valueAt(parseJsonValues(text).root, 'a');
    expect(text.slice(value?.inner.start, value?.inner.end)).toBe('bc');
  });

  it('know no null', () => {
    const { root } = parseJsonValues('{ "a": null, "b": [null, 1] }');
    expect(valueAt(root, 'a')).toBeUndefined();
    expect(valueAt(root, 'b')).toMatchObject({ items: [{ value: '1' }] });
  });

  it('are not read when they nest without end', () => {
    const { root, problems } = parseJsonValues('['.repeat(500_000));
    expect(root).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  it('make a document of the dictionary at a path', () => {
    const values = parseJsonValues('{ "expo": { "ios": { "infoPlist": { "a": true } } } }');
    expect(jsonDocument(values, ['expo', 'ios', 'infoPlist'])).toMatchObject({
      format: 'json',
      root: { kind: 'dict', entries: [{ key: 'a' }] },
    });
    expect(jsonDocument(values, ['expo', 'android']).root).toBeUndefined();
  });

  it('are what a JSON parser reads, whatever the blanks', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(0, 1, 2, '\t'), (value, blanks) => {
        const text = JSON.stringify(value, null, blanks);
        const { root, problems } = parseJsonValues(text);
        expect(problems).toEqual([]);
        expect(plain(root, text)).toEqual(withoutNullItems(value));
      }),
    );
  });

  it('never stop a reader, and lie in the text', () => {
    const pieces = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'a', '1', '//', '/*', '\\', '\n', '😀');
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          const { root, problems } = parseJsonValues(text);
          for (const range of [...problems.map((problem) => problem.range), ...rangesOf(root)]) {
            expect(0 <= range.start && range.start <= range.end && range.end <= text.length).toBe(true);
          }
        },
      ),
    );
  });
});

function rangesOf(node: PlistNode | undefined): readonly { start: number; end: number }[] {
  if (node === undefined) return [];
  if (node.kind === 'array') return [node.range, node.inner, ...node.items.flatMap(rangesOf)];
  if (node.kind !== 'dict') return [node.range, node.inner];
  return [
    node.range,
    ...node.entries.flatMap((entry) => [entry.keyRange, entry.keyElement, ...rangesOf(entry.value)]),
  ];
}
