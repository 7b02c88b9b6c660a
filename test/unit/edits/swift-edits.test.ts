import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addEntry,
  addStringToArray,
  moveStringToArray,
  removeArrayItem,
  replaceString,
} from '../../../server/src/core/features/edits/plist-edits';
import { removeEntry, renameKey } from '../../../server/src/core/features/edits/plist-entry-edits';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { ManifestScope } from '../../../server/src/core/project/packages/manifest-scope';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { dictEntry, stringItems } from '../../../server/src/core/syntax/plist-query';
import type { PlistDocument, PlistScalar } from '../../../server/src/core/syntax/plist-types';
import { SwiftValues } from '../../../server/src/core/syntax/swift-values';
import { applyEdits, type TextEdit } from '../../../server/src/core/text';
import { modes, type PlainValue, plain } from '../../support/plist';
import { testWasm } from '../../support/wasm';

const KEY = 'UIBackgroundModes';
const parser = new TreeParser(testWasm);
beforeAll(() => parser.load('swift'));

/** The value of the global `value`. */
function documentOf(text: string): PlistDocument {
  const program = parseSwift(parser, text);
  const initial = program.globals.find(({ name }) => name === 'value')?.initial;
  const root = initial && new SwiftValues(program, text, new ManifestScope(program)).value(initial);
  return { format: 'swift', root, problems: [] };
}

type Edit = (text: string, document: PlistDocument) => readonly TextEdit[] | undefined;

function edited(text: string, edit: Edit): string | undefined {
  const edits = edit(text, documentOf(text));
  return edits && applyEdits(text, edits);
}

const withAudio: Edit = (text, document) => addStringToArray(text, document, KEY, 'audio');
const found = (document: PlistDocument, value: string): PlistScalar | undefined =>
  stringItems(dictEntry(document.root, KEY)?.value).find((node) => node.value === value);
const without: Edit = (text, document) => {
  const entry = dictEntry(document.root, KEY);
  return entry && removeEntry(text, document, entry);
};

describe('edits of Swift literals', () => {
  it.each([
    ['[:]', '["UIBackgroundModes": ["audio"]]'],
    ['["UIBackgroundModes": ["fetch"]]', '["UIBackgroundModes": ["fetch", "audio"]]'],
    [
      '["UIBackgroundModes": .array([.string("fetch")])]',
      '["UIBackgroundModes": .array([.string("fetch"), .string("audio")])]',
    ],
    ['["UIBackgroundModes": "fetch"]', '["UIBackgroundModes": ["fetch", "audio"]]'],
    ['["UIBackgroundModes": ["a"] + ["b"]]', '["UIBackgroundModes": ["a"] + ["b", "audio"]]'],
    [
      '[\n    "A": "\\(name(1, ["]"]))",\n    "B": #"""\n    ]"\n    """#, // last\n]',
      '[\n    "A": "\\(name(1, ["]"]))",\n    "B": #"""\n    ]"\n    """#, // last\n    "UIBackgroundModes": ["audio"],\n]',
    ],
    [
      '[\n    "A": .init(x, y: [1, 2]) // last\n]',
      '[\n    "A": .init(x, y: [1, 2]), // last\n    "UIBackgroundModes": ["audio"]\n]',
    ],
    [
      '[\n    "UIBackgroundModes": [\n        "fetch",\n    ],\n]',
      '[\n    "UIBackgroundModes": [\n        "fetch",\n        "audio",\n    ],\n]',
    ],
  ])('add a value: %j to %j', (before, after) => {
    expect(edited(`let value = ${before}\n`, withAudio)).toBe(`let value = ${after}\n`);
  });

  it.each([
    [
      'the array is a constant, which others may use',
      'let modes = ["fetch"]\nlet value = ["UIBackgroundModes": modes]\n',
    ],
    ['a comment stands in a comment', 'let value = ["A": "b" /* one /* two */ , */]\n'],
    ['the dictionary is made by code', 'let value = make(["A": "b"])\n'],
  ])('decline when %s', (_, text) => {
    expect(edited(text, withAudio)).toBeUndefined();
  });

  it('leave an empty dictionary behind, and keep the way a string is written', () => {
    const text = 'let value = ["UIBackgroundModes": [.string("feed")]]\n';
    expect(edited(text, without)).toBe('let value = [:]\n');
    const replaced = edited(text, (source, document) => {
      const node = found(document, 'feed');
      return node && replaceString(source, document, node, 'fetch');
    });
    expect(replaced).toBe(text.replace('feed', 'fetch'));
  });

  it('leave constants alone', () => {
    const text = 'let mode = "feed"\nlet value = ["UIBackgroundModes": [mode, "x"]]\n';
    const node = found(documentOf(text), 'feed');
    const edits: Edit[] = [
      (source, document) => node && replaceString(source, document, node, 'fetch'),
      (source, document) => {
        const own = found(document, 'feed');
        return own && removeArrayItem(source, document, own);
      },
    ];
    expect(node).toBeDefined();
    for (const edit of edits) expect(edited(text, edit)).toBeUndefined();
  });

  it('rename keys and move items', () => {
    const text = 'let value = ["UIBackgroundModes": ["alarm"]]\n';
    const renamed = edited(text, (source, document) => {
      const entry = dictEntry(document.root, KEY);
      return entry && renameKey(source, document, entry, 'WKBackgroundModes');
    });
    expect(renamed).toBe(text.replace('UIB', 'WKB'));
    const moved = edited(text, (source, document) => {
      const node = found(document, 'alarm');
      return node && moveStringToArray(source, document, node, 'WKBackgroundModes');
    });
    expect(moved).toBe('let value = ["UIBackgroundModes": [], "WKBackgroundModes": ["alarm"]]\n');
  });

  it('escape as Swift does', () => {
    const once = edited('let value = [:]\n', (source, document) =>
      addEntry(source, document, 'A', 'a"\\(b)\u0001\n'),
    );
    expect(once).toBe('let value = ["A": "a\\"\\\\(b)\\u{0001}\\n"]\n');
  });
});

const words = fc.constantFrom('', 'a, b', '"]', '// no', '/*', 'é🎧', '\\', '\\(x)', ':');
const leaves: fc.Arbitrary<PlainValue> = fc.oneof(
  words,
  fc.boolean(),
  fc.array(words, { maxLength: 3 }),
  fc.constant(new Map<string, PlainValue>()),
);
const entries = fc.array(fc.tuple(fc.constantFrom('A', 'b"c', 'd,', ']'), leaves), { maxLength: 3 });
const plists = fc
  .tuple(entries, fc.option(fc.uniqueArray(modes, { maxLength: 3 }), { nil: undefined }), entries)
  .map(([before, list, after]): Map<string, PlainValue> => {
    const all = new Map([...before, ...after]);
    return list === undefined ? all : new Map([...before, [KEY, list], ...all]);
  });
const styles = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  unit: fc.constantFrom('\t', '  ', '    '),
  isInLines: fc.boolean(),
  isWrapped: fc.boolean(),
  isCommented: fc.boolean(),
  hasTrailingCommas: fc.boolean(),
});
type Style = typeof styles extends fc.Arbitrary<infer T> ? T : never;

function render(root: PlainValue, style: Style): string {
  return `import ProjectDescription${style.lineEnd}let value: [String: Plist.Value] = ${write(root, style, '')}${style.lineEnd}`;
}

function write(value: PlainValue, style: Style, indent: string): string {
  const wrap = (name: string, text: string) =>
    style.isWrapped && indent !== '' ? `.${name}(${text})` : text;
  if (typeof value === 'string') return wrap('string', JSON.stringify(value));
  if (typeof value === 'boolean') return wrap('boolean', String(value));
  const inner = indent + style.unit;
  if (Array.isArray(value))
    return wrap(
      'array',
      group(
        value.map((item) => write(item, style, inner)),
        style,
        indent,
      ),
    );
  if (!(value instanceof Map)) return '0';
  if (value.size === 0) return wrap('dictionary', '[:]');
  const all = [...value].map(([key, item]) => `${JSON.stringify(key)}: ${write(item, style, inner)}`);
  return wrap('dictionary', group(all, style, indent));
}

function group(elements: readonly string[], style: Style, indent: string): string {
  if (elements.length === 0) return '[]';
  const comma = style.hasTrailingCommas ? ',' : '';
  if (!style.isInLines) return `[${elements.join(', ')}${comma}]`;
  const lines = elements.map((element, index) => {
    const note = style.isCommented ? ' // note, "x"' : '';
    return indent + style.unit + element + (index < elements.length - 1 ? ',' : comma) + note;
  });
  return ['[', ...lines, `${indent}]`].join(style.lineEnd);
}

describe('edits of generated Swift literals', () => {
  const check = (run: (root: Map<string, PlainValue>, style: Style, mode: string) => void) =>
    fc.assert(fc.property(plists, styles, modes, run));
  const notes = (text: string) => text.split('// note').length;

  it('are of what the reader reads', () => {
    check((root, style) => {
      expect(plain(documentOf(render(root, style)).root)).toEqual(root);
    });
  });

  it('add a value and change nothing else, and nothing at all the second time', () => {
    check((root, style, mode) => {
      const text = render(root, style);
      const edit: Edit = (source, document) => addStringToArray(source, document, KEY, mode);
      const once = edited(text, edit) ?? '';
      const known = root.get(KEY);
      const list = Array.isArray(known) ? known : [];
      const wanted = list.includes(mode) ? list : [...list, mode];
      expect(plain(documentOf(once).root)).toEqual(new Map([...root, [KEY, wanted]]));
      expect(edited(once, edit)).toBe(once);
      expect(notes(once)).toBe(notes(text));
      if (style.lineEnd === '\r\n') expect(once.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    });
  });

  it('take a value or an entry out and change nothing else', () => {
    check((root, style, mode) => {
      const text = render(root, style);
      fc.pre(root.has(KEY));
      const rest = new Map([...root].filter(([key]) => key !== KEY));
      expect(plain(documentOf(edited(text, without) ?? '').root)).toEqual(rest);
      const list = root.get(KEY);
      fc.pre(Array.isArray(list) && list.includes(mode));
      const once = edited(text, (source, document) => {
        const node = found(document, mode);
        return node && removeArrayItem(source, document, node);
      });
      const left = Array.isArray(list) ? list.filter((value) => value !== mode) : [];
      expect(plain(documentOf(once ?? '').root)).toEqual(new Map([...root, [KEY, left]]));
    });
  });
});
