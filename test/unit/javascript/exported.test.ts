import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportedObject } from '../../../server/src/core/syntax/javascript/exported';
import type { PlistNode } from '../../../server/src/core/syntax/plist-types';

function plain(node: PlistNode | undefined): unknown {
  if (node === undefined) return null;
  switch (node.kind) {
    case 'dict':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
    case 'array':
      return node.items.map(plain);
    case 'integer':
    case 'real':
      return Number(node.value);
    default:
      return node.value;
  }
}

const data = (text: string) => plain(exportedObject(text)?.root);

describe('the object that a module exports', () => {
  it.each([
    ['export default { a: 1 };'],
    ['module.exports = { a: 1 }'],
    ['module.exports = () => ({ a: 1 });'],
    ['export default (config) => ({ a: 1 })'],
    ['export default ({ config }: ConfigContext): ExpoConfig => ({ a: 1 });'],
    ['export default config => ({ a: 1 })'],
    ['export default () => { const b = { c: 1 }; return { a: 1 }; }'],
    ['module.exports = function (config) { return { a: 1 } }'],
    ['export default function make({ config }: Context): Partial<Config> {\n  return { a: 1 };\n}\n'],
    ['const config = { a: 1 };\nmodule.exports = config;'],
    ['const config: ExpoConfig = { a: 1 } as const\nexport default config'],
    ['export default { a: 1 } satisfies ExpoConfig;'],
    ['export default ({ a: 1 } as Config)'],
    ['// export default { b: 2 }\n/* module.exports = { b: 2 } */\nexport default { a: 1 }'],
  ])('is found in %s', (text) => expect(data(text)).toEqual({ a: 1 }));

  it.each([
    ['const a = { b: 1 };'],
    ['export default withPlugin({ a: 1 });'],
    ['export default () => { if (x) return { a: 1 }; return { a: 2 }; }'],
    ['const config = { a: 1 };\nconfig.a = 2;\nexport default config;'],
    ['let config = { a: 1 };\nconfig = { a: 2 };\nexport default config;'],
    ['export default { a: 1 }.a'],
    ['export default'],
    ['const a = b; const b = a; export default a;'],
    [''],
  ])('is not known in %s', (text) => expect(exportedObject(text)).toBeUndefined());

  it('has keys and strings of all kinds, with their ranges', () => {
    const text = `export default { 'a': "b", c: 'd\\'e', f: \`g\`, h: [true, 1.5, null,], };`;
    expect(data(text)).toEqual({ a: 'b', c: "d'e", f: 'g', h: [true, 1.5] });
    const [first, second] = exportedObject(text)?.root.entries ?? [];
    const cut = (range: { start: number; end: number } | undefined) => text.slice(range?.start, range?.end);
    expect([cut(first?.keyElement), cut(first?.keyRange), cut(first?.value?.range)]).toEqual([
      `'a'`,
      'a',
      '"b"',
    ]);
    expect([cut(second?.keyElement), cut(second?.value?.inner)]).toEqual(['c', "d\\'e"]);
  });

  it('says what it leaves out', () => {
    const text = 'export default { a: b(), c: `d$'.concat(
      '{e}`, ...f, g, h: { [i]: 1 }, j: 1 + 2, k() {}, l: "m" };',
    );
    const exported = exportedObject(text);
    expect(plain(exported?.root)).toEqual({ a: null, c: null, g: null, h: {}, j: null, k: null, l: 'm' });
    expect(exported?.open.map(({ start }) => text.slice(start, start + 1))).toEqual(['{', '{']);
    const cut = exported?.values.map(({ start, end }) => text.slice(start, end));
    expect(cut).toEqual(expect.arrayContaining(['b()', 'g', '1 + 2', 'k']));
  });

  it('may nest without end', () => {
    const deep = exportedObject(`export default { a: ${'['.repeat(100_000)} }`);
    expect(deep?.values).not.toEqual([]);
  });

  it('is what JSON says, since JSON is JavaScript', () => {
    const safe = fc
      .jsonValue({ maxDepth: 4 })
      .filter((value) => !/\\u|__proto__/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(safe, (value) => {
        const text = `module.exports = ${JSON.stringify({ value }, null, 2)};\n`;
        expect(JSON.stringify(data(text))).toBe(JSON.stringify({ value: withoutForeign(value) }));
      }),
    );
  });

  it('never stops a reader', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      ',',
      ':',
      '"',
      '`',
      '${',
      '=>',
      '...',
      'a',
      '1',
      '\n',
      '/',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = `export default {${parts.join('')}`;
        const { range } = exportedObject(text)?.root ?? { range: { start: 0, end: 0 } };
        expect(range.start <= range.end && range.end <= text.length).toBe(true);
      }),
    );
  });
});

/** Lists lose what a property list has no value for, and numbers with a sign are computed. */
function withoutForeign(value: unknown): unknown {
  if (isForeign(value)) return null;
  if (Array.isArray(value)) return value.filter((item) => !isForeign(item)).map(withoutForeign);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutForeign(item)]));
}

function isForeign(value: unknown): boolean {
  return value === null || (typeof value === 'number' && !/^\d+(\.\d+)?(e\d+)?$/.test(JSON.stringify(value)));
}
