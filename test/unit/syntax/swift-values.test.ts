import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { ManifestScope } from '../../../server/src/core/project/packages/manifest-scope';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import type { PlistNode } from '../../../server/src/core/syntax/plist-types';
import { SwiftValues } from '../../../server/src/core/syntax/swift-values';
import type { TextRange } from '../../../server/src/core/text';
import { plain } from '../../support/plist';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
beforeAll(() => parser.load('swift'));

/** Reads the value of the global `value` of a file. */
function read(text: string) {
  const program = parseSwift(parser, text);
  const values = new SwiftValues(program, text, new ManifestScope(program));
  const initial = program.globals.find(({ name }) => name === 'value')?.initial;
  const node = initial && values.value(initial);
  return {
    node,
    plain: plain(node),
    isComplete: values.isComplete,
    cut: ({ start, end }: TextRange) => text.slice(start, end),
  };
}

describe('plist values in Swift', () => {
  it.each([
    ['"audio"', 'audio'],
    ['.string("audio")', 'audio'],
    ['#"a"b"#', 'a"b'],
    ['true', true],
    ['.boolean(false)', false],
    ['12', { kind: 'integer', value: '12' }],
    ['-3', { kind: 'integer', value: '-3' }],
    ['.real(1.5)', { kind: 'real', value: '1.5' }],
    ['[]', []],
    ['[:]', new Map()],
    ['.array([.string("a"), "b"])', ['a', 'b']],
    ['["a"] + ["b", "c"]', ['a', 'b', 'c']],
    ['"a" + "b"', 'ab'],
    ['["k": ["n": .dictionary([:])]]', new Map([['k', new Map([['n', new Map()]])]])],
    ['"audio" as Plist.Value', 'audio'],
  ])('are read from %s', (written, expected) => {
    expect(read(`let value: Plist.Value = ${written}\n`)).toMatchObject({
      plain: expected,
      isComplete: true,
    });
  });

  it('are read through constants, and found where these are declared', () => {
    const { node, cut, isComplete } = read(`let mode = "audio"
enum Keys { static let modes = "UIBackgroundModes" }
let modes: Plist.Value = .array([.string(mode)])
let value = [Keys.modes: modes, "name": "\\(mode) app"]
`);
    expect(plain(node)).toEqual(
      new Map<string, unknown>([
        ['UIBackgroundModes', ['audio']],
        ['name', 'audio app'],
      ]),
    );
    expect(isComplete).toBe(true);
    const [first] = node?.kind === 'dict' ? node.entries : [];
    expect(first && [cut(first.keyElement), first.value && cut(first.value.range)]).toEqual([
      'Keys.modes',
      '.array([.string(mode)])',
    ]);
    const item = first?.value?.kind === 'array' ? first.value.items[0] : undefined;
    expect(item && cut(item.range)).toBe('"audio"');
  });

  it('have what stands between their quotes and brackets', () => {
    const { node, cut } = read('// 🎧\nlet value = ["🎧 key": .string("audio")]\n');
    const [entry] = node?.kind === 'dict' ? node.entries : [];
    expect(node && cut(node.inner)).toBe('"🎧 key": .string("audio")');
    expect(entry?.value && [cut(entry.keyRange), cut(entry.value.inner)]).toEqual(['🎧 key', 'audio']);
  });

  it.each([
    ['other', undefined],
    ['helper()', undefined],
    ['["a", helper()]', ['a']],
    [
      '["a": helper(), "b": "c"]',
      new Map([
        ['a', ''],
        ['b', 'c'],
      ]),
    ],
    ['[other: "a"]', new Map()],
    ['base.merging(["a": "b"])', undefined],
    ['nil', undefined],
    ['("a", "b")', undefined],
    ['"\\(other)"', undefined],
    ['.string("a", "b")', undefined],
  ])('are not complete in %s', (written, expected) => {
    expect(read(`let value: Plist.Value = ${written}\n`)).toMatchObject({
      plain: expected,
      isComplete: false,
    });
  });

  it('are not complete in what code may have changed', () => {
    const { plain: values, isComplete } = read(
      'var list = ["a"]\nlist.append("b")\nlet value = ["k": list]\n',
    );
    expect(values).toEqual(new Map([['k', ['a']]]));
    expect(isComplete).toBe(false);
  });

  it('end, however constants refer to each other', () => {
    expect(read('let a = b\nlet b = a\nlet value = [a, b]\n').isComplete).toBe(false);
    const doubled = Array.from({ length: 30 }, (_, i) => `let x${i + 1} = [x${i}, x${i}]`);
    const started = Date.now();
    expect(read(`let x0 = "a"\n${doubled.join('\n')}\nlet value = x30\n`).isComplete).toBe(false);
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('have ranges that cut the value out of any layout', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('\n', '\r\n'), (value, lineEnd) => {
        const text = `// 🎧${lineEnd}let value: Plist.Value = ${render(value, lineEnd)}${lineEnd}`;
        const { node, isComplete, cut } = read(text);
        expect(isComplete).toBe(true);
        expect(plain(node)).toEqual(expectedOf(value));
        for (const each of node === undefined ? [] : nodes(node)) {
          const again = read(`let value: Plist.Value = ${cut(each.range)}\n`);
          expect(again.plain).toEqual(plain(each));
        }
      }),
      { numRuns: 60 },
    );
  });
});

type Value =
  | { readonly wrap: boolean; readonly text: string }
  | { readonly wrap: boolean; readonly items: readonly Value[] }
  | { readonly wrap: boolean; readonly entries: Readonly<Record<string, Value>> };

const words = fc.constantFrom('audio', 'a b', 'é🎧', '$(X)', '', '[x', '// y');
const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ wrap: fc.boolean(), text: words }),
    fc.record({ wrap: fc.boolean(), items: fc.array(tie('value'), { maxLength: 3 }) }),
    fc.record({
      wrap: fc.boolean(),
      entries: fc.dictionary(fc.constantFrom('one', 'two', '🎧'), tie('value'), { maxKeys: 3 }),
    }),
  ),
})).value;

function render(value: Value, lineEnd: string): string {
  const wrapped = (name: string, written: string) => (value.wrap ? `.${name}(${written})` : written);
  if ('text' in value) return wrapped('string', `"${value.text}"`);
  if ('items' in value) {
    return wrapped('array', `[${value.items.map((item) => render(item, lineEnd)).join(`,${lineEnd}  `)}]`);
  }
  const entries = Object.entries(value.entries).map(([key, item]) => `"${key}": ${render(item, lineEnd)}`);
  return wrapped(
    'dictionary',
    entries.length === 0 ? '[:]' : `[${lineEnd}  ${entries.join(', ')},${lineEnd}]`,
  );
}

function expectedOf(value: Value): unknown {
  if ('text' in value) return value.text;
  if ('items' in value) return value.items.map(expectedOf);
  return new Map(Object.entries(value.entries).map(([key, item]) => [key, expectedOf(item)]));
}

function nodes(node: PlistNode): readonly PlistNode[] {
  if (node.kind === 'array') return [node, ...node.items.flatMap(nodes)];
  if (node.kind !== 'dict') return [node];
  return [node, ...node.entries.flatMap((entry) => (entry.value === undefined ? [] : nodes(entry.value)))];
}
