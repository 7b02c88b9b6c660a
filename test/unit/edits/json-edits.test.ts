import fc from 'fast-check';
import { type ParseError, parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import {
  addStringToArray,
  moveStringToArray,
  removeArrayItem,
  replaceString,
} from '../../../server/src/core/features/edits/plist-edits';
import { removeEntry, replaceByArray } from '../../../server/src/core/features/edits/plist-entry-edits';
import { jsonDocument, parseJsonValues } from '../../../server/src/core/syntax/json-values';
import { dictEntry, stringItems } from '../../../server/src/core/syntax/plist-query';
import type { PlistDocument, PlistScalar } from '../../../server/src/core/syntax/plist-types';
import { applyEdits, type TextEdit } from '../../../server/src/core/text';
import { modes } from '../../support/plist';

const KEY = 'UIBackgroundModes';
const PATH = ['expo', 'ios', 'infoPlist'];

type Edit = (text: string, document: PlistDocument) => readonly TextEdit[] | undefined;

function edited(text: string, edit: Edit, path: readonly string[] = []): string | undefined {
  const edits = edit(text, jsonDocument(parseJsonValues(text), path));
  return edits && applyEdits(text, edits);
}

const withAudio: Edit = (text, document) => addStringToArray(text, document, KEY, 'audio');
const found = (document: PlistDocument, value: string, key = KEY): PlistScalar | undefined =>
  stringItems(dictEntry(document.root, key)?.value).find((node) => node.value === value);

describe('adding to JSON', () => {
  it.each([
    ['{"UIBackgroundModes": ["fetch"]}', '{"UIBackgroundModes": ["fetch", "audio"]}'],
    ['{ "A": 1 }', '{ "A": 1, "UIBackgroundModes": ["audio"] }'],
    ['{\n  "A": 1\n}\n', '{\n  "A": 1,\n  "UIBackgroundModes": ["audio"]\n}\n'],
    ['{\n  "A": 1, // one\n}\n', '{\n  "A": 1, // one\n  "UIBackgroundModes": ["audio"],\n}\n'],
    ['{\n  "A": 1 // one\n}\n', '{\n  "A": 1, // one\n  "UIBackgroundModes": ["audio"]\n}\n'],
    ['{\n  "A": 1 /* , */\n}\n', '{\n  "A": 1, /* , */\n  "UIBackgroundModes": ["audio"]\n}\n'],
    [
      '{\r\n\t"A": [\r\n\t\t"x"\r\n\t]\r\n}',
      '{\r\n\t"A": [\r\n\t\t"x"\r\n\t],\r\n\t"UIBackgroundModes": [\r\n\t\t"audio"\r\n\t]\r\n}',
    ],
    [
      '{\n  "UIBackgroundModes": [\n    "a", "b",\n    "c"\n  ]\n}',
      '{\n  "UIBackgroundModes": [\n    "a", "b",\n    "c",\n    "audio"\n  ]\n}',
    ],
    ['{\n  "UIBackgroundModes": []\n}', '{\n  "UIBackgroundModes": ["audio"]\n}'],
    [
      '{\n  "UIBackgroundModes": [\n    // none\n  ]\n}',
      '{\n  "UIBackgroundModes": [\n    // none\n    "audio"\n  ]\n}',
    ],
    ['{}', '{"UIBackgroundModes": ["audio"]}'],
    ['{\n}\n', '{\n  "UIBackgroundModes": ["audio"]\n}\n'],
    ['{"UIBackgroundModes": "fetch"}', '{"UIBackgroundModes": ["fetch", "audio"]}'],
    ['{"UIBackgroundModes": ["]", "//"]}', '{"UIBackgroundModes": ["]", "//", "audio"]}'],
  ])('turns %j into %j', (before, after) => {
    expect(edited(before, withAudio)).toBe(after);
    expect(edited(after, withAudio)).toBe(after);
  });

  it.each([['{"UIBackgroundModes": true}'], ['{"A": }'], ['[]'], [''], ['{"UIBackgroundModes": ["a" "b"]}']])(
    'declines %s',
    (text) => {
      expect(edited(text, withAudio)).toBeUndefined();
    },
  );
});

describe('other edits of JSON', () => {
  const remove =
    (value: string): Edit =>
    (text, document) => {
      const node = found(document, value);
      return node && removeArrayItem(text, document, node);
    };

  it.each([
    ['["a", "b", "c"]', 'a', '["b", "c"]'],
    ['["a", "b", "c"]', 'c', '["a", "b"]'],
    ['["a"]', 'a', '[]'],
    ['["a", "b",]', 'b', '["a",]'],
    ['[\n  "a", // first\n  "b"\n]', 'b', '[\n  "a" // first\n]'],
    ['[\n  "a", // first\n  "b"\n]', 'a', '[\n  "b"\n]'],
    ['["a" /* one */, "b"]', 'a', '[ /* one */, "b"]'],
  ])('takes an item out of %s', (array, value, rest) => {
    const result = edited(`{"UIBackgroundModes": ${array}}`, remove(value));
    if (rest.includes('[ /*')) expect(parse(result ?? '')).toEqual({ [KEY]: ['b'] });
    else expect(result).toBe(`{"UIBackgroundModes": ${rest}}`);
  });

  it('takes an entry out with its comma', () => {
    const text = '{\n  "A": 1,\n  "UIBackgroundModes": [\n    "x"\n  ]\n}';
    const once = edited(text, (source, document) => {
      const entry = dictEntry(document.root, KEY);
      return entry && removeEntry(source, document, entry);
    });
    expect(once).toBe('{\n  "A": 1\n}');
  });

  it('replaces strings and other values', () => {
    const text = '{"UIBackgroundModes": ["feed"], "B": {"audio": true}}';
    const replaced = edited(text, (source, document) => {
      const node = found(document, 'feed');
      return node && replaceString(source, document, node, 'a "b" \\');
    });
    expect(parse(replaced ?? '')).toEqual({ UIBackgroundModes: ['a "b" \\'], B: { audio: true } });
    const array = edited(text, (source, document) => {
      const node = dictEntry(document.root, 'B')?.value;
      return node && replaceByArray(source, document, node, ['audio']);
    });
    expect(array).toBe('{"UIBackgroundModes": ["feed"], "B": ["audio"]}');
  });

  it('moves an item to another array', () => {
    const move: Edit = (text, document) => {
      const node = found(document, 'alarm');
      return node && moveStringToArray(text, document, node, 'WKBackgroundModes');
    };
    expect(edited('{\n  "UIBackgroundModes": ["alarm", "x"]\n}', move)).toBe(
      '{\n  "UIBackgroundModes": ["x"],\n  "WKBackgroundModes": ["alarm"]\n}',
    );
  });
});

const leaves = fc.oneof(
  fc.constantFrom('', 'a, b', '"]', '// no', '/*', 'é🎧', '\\'),
  fc.boolean(),
  fc.integer(),
  fc.constant(null),
  fc.array(fc.constantFrom('x', ',', ']'), { maxLength: 3 }),
);
const objects = fc.dictionary(fc.constantFrom('A', 'b"c', 'd,'), leaves, { maxKeys: 3 });
const plists = fc
  .tuple(objects, fc.option(fc.uniqueArray(modes, { maxLength: 3 }), { nil: undefined }), objects)
  .map(([before, list, after]) => ({ ...before, ...(list === undefined ? {} : { [KEY]: list }), ...after }));
const styles = fc.record({
  space: fc.constantFrom(0, 2, 4, '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  isCommented: fc.boolean(),
  hasTrailingCommas: fc.boolean(),
  bom: fc.constantFrom('', '\ufeff'),
});
type Style = typeof styles extends fc.Arbitrary<infer T> ? T : never;
type Values = Readonly<Record<string, unknown>>;

function config(own: Values, around: Values): unknown {
  return { name: 'Sample', ...around, expo: { ios: { ...around, infoPlist: own }, plugins: [around] } };
}

function render(own: Values, around: Values, style: Style): string {
  const lines = JSON.stringify(config(own, around), null, style.space).split('\n');
  const written = lines.map((line, index) => {
    const isLast = /^\s*[\]}]/.test(lines[index + 1] ?? '') && !/[,[{]$/.test(line);
    const comma = style.hasTrailingCommas && isLast ? ',' : '';
    return line + comma + (style.isCommented && lines.length > 1 ? ' // note, "x"' : '');
  });
  return style.bom + written.join(style.lineEnd);
}

function read(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace('\ufeff', ''), errors, { allowTrailingComma: true });
  expect(errors).toEqual([]);
  return value;
}

describe('edits of generated JSON', () => {
  const check = (run: (own: Values, around: Values, style: Style, mode: string) => void) =>
    fc.assert(fc.property(plists, objects, styles, modes, run), { numRuns: 300 });
  const notes = (text: string) => text.split('// note').length;

  it('add a value and change nothing else, and nothing at all the second time', () => {
    check((own, around, style, mode) => {
      const text = render(own, around, style);
      const edit: Edit = (source, document) => addStringToArray(source, document, KEY, mode);
      const once = edited(text, edit, PATH) ?? '';
      const list = own[KEY];
      const known: unknown[] = Array.isArray(list) ? list : [];
      expect(read(once)).toEqual(
        config({ ...own, [KEY]: known.includes(mode) ? known : [...known, mode] }, around),
      );
      expect(edited(once, edit, PATH)).toBe(once);
      expect(notes(once)).toBe(notes(text));
      if (style.lineEnd === '\r\n') expect(once.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      if (!style.isCommented && !style.hasTrailingCommas && style.bom === '')
        expect(JSON.parse(once)).toEqual(read(once));
    });
  });

  it('take a value out and change nothing else', () => {
    check((own, around, style, mode) => {
      const list = own[KEY];
      fc.pre(Array.isArray(list) && list.includes(mode));
      const once = edited(
        render(own, around, style),
        (source, document) => {
          const node = found(document, mode);
          return node && removeArrayItem(source, document, node);
        },
        PATH,
      );
      const rest = Array.isArray(list) ? list.filter((value) => value !== mode) : [];
      expect(read(once ?? '')).toEqual(config({ ...own, [KEY]: rest }, around));
    });
  });

  it('move a value to another array and change nothing else', () => {
    check((own, around, style, mode) => {
      const list = own[KEY];
      fc.pre(Array.isArray(list) && list.includes(mode));
      const text = render(own, around, style);
      const once = edited(
        text,
        (source, document) => {
          const node = found(document, mode);
          return node && moveStringToArray(source, document, node, 'WKBackgroundModes');
        },
        PATH,
      );
      const rest = Array.isArray(list) ? list.filter((value) => value !== mode) : [];
      expect(read(once ?? '')).toEqual(config({ ...own, [KEY]: rest, WKBackgroundModes: [mode] }, around));
    });
  });

  it('take an entry out and change nothing else', () => {
    check((own, around, style) => {
      fc.pre(Object.hasOwn(own, KEY));
      const once = edited(
        render(own, around, style),
        (source, document) => {
          const entry = dictEntry(document.root, KEY);
          return entry && removeEntry(source, document, entry);
        },
        PATH,
      );
      const rest = Object.fromEntries(Object.entries(own).filter(([key]) => key !== KEY));
      expect(read(once ?? '')).toEqual(config(rest, around));
    });
  });
});
