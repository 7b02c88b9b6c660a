import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../server/src/core/syntax/plist-query';
import type { PlistNode } from '../../../server/src/core/syntax/plist-types';
import { parseYamlValues } from '../../../server/src/core/syntax/yaml-values';
import type { TextRange } from '../../../server/src/core/text';
import { plain } from '../../support/plist';

function read(text: string) {
  const { root, problems } = parseYamlValues(text);
  const cut = ({ start, end }: TextRange) => text.slice(start, end);
  const at = (...path: readonly string[]): PlistNode => {
    const node = valueAt(root, ...path);
    if (node === undefined) throw new Error(`Nothing at ${path.join('.')}`);
    return node;
  };
  return { root, problems, cut, at, plain: plain(root) };
}

describe('the values of a YAML text', () => {
  it('are dictionaries, lists and scalars', () => {
    const { plain: values, problems } = read('name: App\nmodes:\n- audio\n- "fetch"\nempty: {}\nnone:\n');
    expect(values).toEqual(
      new Map<string, unknown>([
        ['name', 'App'],
        ['modes', ['audio', 'fetch']],
        ['empty', new Map()],
        ['none', ''],
      ]),
    );
    expect(problems).toEqual([]);
  });

  it.each([
    ['yes', true],
    ['Off', false],
    ['true', true],
    ['"yes"', 'yes'],
    ['yEs', 'yEs'],
    ['12', { kind: 'integer', value: '12' }],
    ['1.10', { kind: 'real', value: '1.10' }],
    ['1.1.0', '1.1.0'],
    ["'1.10'", '1.10'],
    ['!!str 12', '12'],
    ['2024-01-02', { kind: 'date', value: '2024-01-02' }],
    ['~', '~'],
  ])('read the scalar %s as XcodeGen does', (written, value) => {
    expect(read(`key: ${written}`).plain).toEqual(new Map([['key', value]]));
  });

  it('have ranges with and without their quotes and brackets', () => {
    const { at, cut, root } = read(
      '\ufeff# top\r\n"a key": [one, "two"] # note\r\nblock:\r\n  - three\r\n\r\nlast: x\r\n',
    );
    const list = at('a key');
    expect([cut(list.range), cut(list.inner)]).toEqual(['[one, "two"]', 'one, "two"']);
    const two = list.kind === 'array' ? list.items[1] : undefined;
    expect(two && [cut(two.range), cut(two.inner)]).toEqual(['"two"', 'two']);
    const entry = root?.kind === 'dict' ? root.entries[0] : undefined;
    expect(entry && [cut(entry.keyElement), cut(entry.keyRange)]).toEqual(['"a key"', 'a key']);
    expect(cut(at('block').range)).toBe('- three');
    expect(root && cut(root.range).endsWith('last: x')).toBe(true);
  });

  it('count through aliases, and are found at them', () => {
    const { at, cut } = read('base: &modes [audio, fetch]\napp:\n  modes: *modes\n');
    const modes = at('app', 'modes');
    expect(plain(modes)).toEqual(['audio', 'fetch']);
    expect(modes.kind === 'array' && modes.items.map((item) => cut(item.range))).toEqual([
      '*modes',
      '*modes',
    ]);
  });

  it('count through merge keys, below what is written beside them', () => {
    const { at, cut } = read(
      'a: &a {one: 1st, two: 2nd}\nb: &b {two: x, three: 3rd}\nc:\n  <<: [*a, *b]\n  one: own\n',
    );
    expect(plain(at('c'))).toEqual(
      new Map([
        ['two', '2nd'],
        ['three', '3rd'],
        ['one', 'own'],
      ]),
    );
    expect([cut(at('c', 'two').range), cut(at('c', 'three').range)]).toEqual(['*a', '*b']);
  });

  it('use the last anchor before the alias', () => {
    expect(plain(read('a: &x 1st\nb: *x\nc: &x 2nd\nd: *x\n').at('b'))).toBe('1st');
    expect(plain(read('a: &x 1st\nb: *x\nc: &x 2nd\nd: *x\n').at('d'))).toBe('2nd');
  });
});

describe('broken YAML', () => {
  it('is reported where it is broken, and the rest is read', () => {
    const { problems, cut, at } = read('name: App\ntargets:\n\tApp: 1\nmodes: [audio\n');
    expect(problems.map((problem) => cut(problem.range))).toContain('\t');
    expect(plain(at('name'))).toBe('App');
  });

  it('says which alias means nothing', () => {
    const { problems, cut } = read('a: *nothing\nb: 1\n');
    expect(problems.map((problem) => cut(problem.range))).toEqual(['*nothing']);
  });

  it('does not follow an alias into itself', () => {
    expect(plain(read('a: &x [one, *x]\n').at('a'))).toEqual(['one']);
  });

  it.each(['[', '- ', '{a: ', '? ', 'a: '])('does not fall into %j repeated', (piece) => {
    const { root, problems } = parseYamlValues(piece.repeat(20_000));
    expect(root).toBeUndefined();
    expect(problems).toHaveLength(1);
  });

  it('does not unfold aliases of aliases without end', () => {
    const levels = Array.from({ length: 30 }, (_, i) =>
      i === 0 ? 'l0: &l0 [x, x]' : `l${i}: &l${i} [*l${i - 1}, *l${i - 1}, *l${i - 1}]`,
    );
    const started = Date.now();
    const { problems } = parseYamlValues(levels.join('\n'));
    expect(problems.at(-1)?.message).toContain('too large');
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('never throws, and its ranges stay inside', () => {
    const pieces = fc.constantFrom(
      'a',
      ': ',
      ':',
      '- ',
      '\n',
      '\r\n',
      '  ',
      '\t',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '&x ',
      '*x',
      '<<: ',
      '|',
      '>',
      '# c',
      '!!int ',
      '!',
      '---',
      '...',
      '%',
      '@',
      '`',
      'yes',
      '1.5',
      '🎧',
      '\ufeff',
      '?',
      '\u0085',
      '\0',
    );
    const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const { root, problems } = parseYamlValues(text);
        for (const range of [...problems.map((problem) => problem.range), ...(root ? ranges(root) : [])]) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('ranges', () => {
  it('cut the value out of any layout', () => {
    fc.assert(
      fc.property(documents, layouts, (value, layout) => {
        const text = render(value, layout);
        const { root, problems } = parseYamlValues(text);
        expect(problems).toEqual([]);
        expect(simplified(root)).toEqual(value);
        for (const node of root === undefined ? [] : nodes(root)) {
          const written = text.slice(node.range.start, node.range.end);
          const { column } = position(text, node.range.start);
          const again = parseYamlValues(' '.repeat(column) + written);
          expect(simplified(again.root)).toEqual(simplified(node));
          if (node.kind !== 'string') continue;
          const inside = text.slice(node.inner.start, node.inner.end);
          if (!written.includes('\\') && !written.includes("''")) expect(inside).toBe(node.value);
        }
      }),
      { numRuns: 200 },
    );
  });
});

type Value = string | readonly Value[] | { readonly [key: string]: Value };
interface Layout {
  readonly lineEnd: string;
  readonly isFlow: boolean;
  readonly comment: string;
  readonly bom: string;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  isFlow: fc.boolean(),
  comment: fc.constantFrom('', ' # note: "x" [', ' # 🎧'),
  bom: fc.constantFrom('', '\ufeff'),
});

const words = fc.constantFrom(
  'audio',
  'remote-notification',
  'a b',
  'é🎧',
  "it's",
  'say "x"',
  'yes',
  '12',
  'a: b',
  '$(X)',
  '',
  '[x',
  '# y',
);
const keys = fc.constantFrom('one', 'two', 'a key', 'UIBackgroundModes', '🎧', 'k:v');
const inner: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    words,
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { minKeys: 1, maxKeys: 3 }),
  ),
})).value;
const documents = fc.dictionary(keys, inner, { minKeys: 1, maxKeys: 4 });

function scalar(text: string): string {
  if (/^[A-Za-z][\w-]*$/.test(text) && !/^(yes|no|on|off|true|false)$/i.test(text)) return text;
  return text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function render(value: Value, layout: Layout): string {
  const lines = layout.isFlow ? [flow(value)] : block(value, '', layout);
  return layout.bom + lines.join(layout.lineEnd) + layout.lineEnd;
}

function flow(value: Value): string {
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${scalar(key)}: ${flow(item)}`)
    .join(', ')}}`;
}

function block(value: Value, indent: string, layout: Layout): string[] {
  if (typeof value === 'string') return [indent + scalar(value)];
  const children: readonly (readonly [string, Value])[] = Array.isArray(value)
    ? value.map((item: Value) => ['-', item] as const)
    : Object.entries(value).map(([key, item]) => [`${scalar(key)}:`, item] as const);
  return children.flatMap(([head, item]) =>
    typeof item === 'string'
      ? [`${indent}${head} ${scalar(item)}${layout.comment}`]
      : [`${indent}${head}${layout.comment}`, ...block(item, `${indent}  `, layout)],
  );
}

function simplified(node: PlistNode | undefined): unknown {
  if (node?.kind === 'dict') {
    return Object.fromEntries(node.entries.map((entry) => [entry.key, simplified(entry.value)]));
  }
  if (node?.kind === 'array') return node.items.map(simplified);
  return node?.value;
}

function nodes(node: PlistNode): readonly PlistNode[] {
  const children =
    node.kind === 'dict'
      ? node.entries.flatMap((entry) => entry.value ?? [])
      : node.kind === 'array'
        ? node.items
        : [];
  return [node, ...children.flatMap(nodes)];
}

function ranges(node: PlistNode): readonly TextRange[] {
  return nodes(node).flatMap((each) => [
    each.range,
    each.inner,
    ...(each.kind === 'dict' ? each.entries.flatMap((entry) => [entry.keyRange, entry.keyElement]) : []),
  ]);
}

function position(text: string, offset: number): { readonly column: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return { column: offset - start - (text.startsWith('\ufeff') && start === 0 ? 1 : 0) };
}
