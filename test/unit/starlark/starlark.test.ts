import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argument, parseStarlark, type StarlarkValue } from '../../../server/src/core/syntax/starlark';

/** Values as plain data; `?` stands for what is unknown. */
function plain(value: StarlarkValue | undefined): unknown {
  switch (value?.kind) {
    case 'string':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'name':
      return { name: value.name };
    case 'sum':
      return { sum: value.operands.map(plain) };
    case 'call':
      return { [value.name]: value.args.map(({ name, value: inner }) => [name ?? '', plain(inner)]) };
    default:
      return '?';
  }
}

const assigned = (text: string) => plain(parseStarlark(`X = ${text}\n`).names.get('X'));

describe('a BUILD file', () => {
  it('is a list of calls with named arguments', () => {
    const text = `load("@build_bazel_rules_apple//apple:ios.bzl", "ios_application")
# The app.
ios_application(
    name = "App",  # its name
    infoplists = [":Info.plist", "//shared:Modes.plist",],
    entitlements = select({":debug": "a", "//conditions:default": "b"}),
    deps = [":Lib"] + COMMON,
)
`;
    const { calls } = parseStarlark(text);
    expect(calls.map(({ name }) => name)).toEqual(['load', 'ios_application']);
    const app = calls[1];
    if (app === undefined) throw new Error('No call');
    expect(plain(argument(app, 'name'))).toBe('App');
    expect(plain(argument(app, 'infoplists'))).toEqual([':Info.plist', '//shared:Modes.plist']);
    expect(plain(argument(app, 'entitlements'))).toEqual({ select: [['', '?']] });
    expect(plain(argument(app, 'deps'))).toEqual({ sum: [[':Lib'], { name: 'COMMON' }] });
    expect(argument(app, 'families')).toBeUndefined();
    const name = argument(app, 'name');
    expect(text.slice(name?.range.start, name?.range.end)).toBe('"App"');
    expect(text.slice(app.range.start, app.range.end)).toMatch(/^ios_application\([\s\S]*\)$/);
  });

  it('has strings of all kinds', () => {
    expect(
      assigned(`["a\\n\\"", 'b"', r"c\\d", """e
f""", '''g''']`),
    ).toEqual(['a\n"', 'b"', 'c\\d', 'e\nf', 'g']);
  });

  it('has tuples, parentheses and calls in lists', () => {
    expect(assigned('("a", "b")')).toEqual(['a', 'b']);
    expect(assigned('("a")')).toBe('a');
    expect(assigned('[glob(["*.swift"], exclude = []), "x"]')).toEqual([
      {
        glob: [
          ['', ['*.swift']],
          ['exclude', []],
        ],
      },
      'x',
    ]);
    expect(assigned('native.glob(["a"])')).toEqual({ 'native.glob': [['', ['a']]] });
  });

  it.each([
    '"a" % 1',
    '["a" for b in c]',
    '{"a": "b"}',
    '"a" if b else "c"',
    '-1',
    'a[0]',
    '"a".format(1)',
    'not a',
  ])('has values that are computed: %s', (text) => expect(JSON.stringify(assigned(text))).toContain('?'));

  it('does not read statements of functions', () => {
    const { calls, names } = parseStarlark('def f():\n    ios_application(name = "A")\n    X = 1\nreal()\n');
    expect(calls.map(({ name }) => name)).toEqual(['real']);
    expect(names.has('X')).toBe(false);
  });

  it('does not know a name that is assigned twice', () => {
    expect(plain(parseStarlark('A = "b"\nA = "c"\n').names.get('A'))).toBe('?');
    expect(plain(parseStarlark('A = ["b"]\nA += ["c"]\n').names.get('A'))).toBe('?');
  });

  it('is read as far as it is not broken', () => {
    const { calls } = parseStarlark('a(name = "one", b = [}\nc = (\n"x)\nd(name = )\n)\n');
    expect(plain(calls[0] && argument(calls[0], 'name'))).toBe('one');
    expect(parseStarlark('x(\n)\ny(name = "two\n)\nz()\n').calls.map(({ name }) => name)).toEqual([
      'x',
      'y',
      'z',
    ]);
  });

  it('may have any number of blanks', () => {
    expect(parseStarlark(`X =${' '.repeat(10_000_000)}1`).names.size).toBe(1);
  });

  it('may nest without end', () => {
    expect(parseStarlark(`X = ${'['.repeat(200_000)}`).names.size).toBe(1);
    expect(parseStarlark(`X = ${'f('.repeat(100_000)}`).names.size).toBe(1);
  });

  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    value: fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(tie('value'), { maxLength: 4 })),
  })).value;

  it('gives back the lists and strings that are written', () => {
    fc.assert(
      fc.property(value, (data) => {
        // Escapes of control characters are written differently in JSON: they are left out.
        const text = JSON.stringify(data).replace(/\\[bfu]/g, '');
        fc.pre(text === JSON.stringify(data));
        expect(assigned(text)).toEqual(data);
      }),
    );
  });

  it('never stops a reader', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'''",
      'a',
      '=',
      '+',
      ',',
      '.',
      '\n',
      '#',
      '\\',
      ' ',
      '1',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { range } of parseStarlark(text).calls) {
          expect(0 <= range.start && range.start <= range.end && range.end <= text.length).toBe(true);
        }
      }),
    );
  });
});
