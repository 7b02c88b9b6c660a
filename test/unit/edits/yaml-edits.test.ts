import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  addEntry,
  addStringToArray,
  moveStringToArray,
  removeArrayItem,
  replaceString,
} from '../../../server/src/core/features/edits/plist-edits';
import {
  removeEntry,
  renameKey,
  replaceItem,
} from '../../../server/src/core/features/edits/plist-entry-edits';
import { dictEntry, stringItems, valueAt } from '../../../server/src/core/syntax/plist-query';
import type { PlistDocument } from '../../../server/src/core/syntax/plist-types';
import { parseYamlValues } from '../../../server/src/core/syntax/yaml-values';
import { applyEdits, type TextEdit } from '../../../server/src/core/text';
import { modes } from '../../support/plist';
import { type YamlStyle, type YamlValue, yamlStyles, yamlText } from '../../support/yaml-text';

const KEY = 'UIBackgroundModes';
const PATH = ['targets', 'App', 'info', 'properties'];

type Edit = (text: string, document: PlistDocument) => readonly TextEdit[] | undefined;

function documentAt(text: string, path = PATH): PlistDocument {
  const { root, problems } = parseYamlValues(text);
  return { format: 'yaml', root: valueAt(root, ...path), problems };
}

function edited(text: string, edit: Edit, path = PATH): string | undefined {
  const edits = edit(text, documentAt(text, path));
  return edits && applyEdits(text, edits);
}

const withAudio: Edit = (text, document) => addStringToArray(text, document, KEY, 'audio');
const add = (text: string) => edited(text, withAudio, []);
const item = (document: PlistDocument, index = 0) => stringItems(dictEntry(document.root, KEY)?.value)[index];

describe('adding to YAML', () => {
  it.each([
    ['UIBackgroundModes:\n  - fetch\n', 'UIBackgroundModes:\n  - fetch\n  - audio\n'],
    ['UIBackgroundModes:\n- fetch\nB: 1\n', 'UIBackgroundModes:\n- fetch\n- audio\nB: 1\n'],
    ['UIBackgroundModes:\n  - fetch', 'UIBackgroundModes:\n  - fetch\n  - audio'],
    [
      "UIBackgroundModes:\n    - 'fetch' # feed\n",
      "UIBackgroundModes:\n    - 'fetch' # feed\n    - 'audio'\n",
    ],
    ['UIBackgroundModes: ["fetch"] # x\n', 'UIBackgroundModes: ["fetch", "audio"] # x\n'],
    [
      'UIBackgroundModes: [\n  fetch,\n  voip,\n]\n',
      'UIBackgroundModes: [\n  fetch,\n  voip,\n  audio,\n]\n',
    ],
    ['UIBackgroundModes: []\n', 'UIBackgroundModes: [audio]\n'],
    ['UIBackgroundModes:\n', 'UIBackgroundModes:\n  - audio\n'],
    ['UIBackgroundModes: fetch\n', 'UIBackgroundModes: [fetch, audio]\n'],
    ['{UIBackgroundModes: [fetch]}\n', '{UIBackgroundModes: [fetch, audio]}\n'],
    ['A: 1 # one\n# end\n', 'A: 1 # one\nUIBackgroundModes:\n  - audio\n# end\n'],
    ['A:\n- 1\n- 2\n', 'A:\n- 1\n- 2\nUIBackgroundModes:\n- audio\n'],
    ['A: [x]\n', 'A: [x]\nUIBackgroundModes: [audio]\n'],
    ['A: |\n  text\n  more\n', 'A: |\n  text\n  more\nUIBackgroundModes:\n  - audio\n'],
    ['A:\r\n    B: 1\r\n', 'A:\r\n    B: 1\r\nUIBackgroundModes:\r\n    - audio\r\n'],
    ['{}\n', '{UIBackgroundModes: [audio]}\n'],
  ])('turns %j into %j', (before, after) => {
    expect(add(before)).toBe(after);
    expect(add(after)).toBe(after);
  });

  it.each([
    ['an alias in its place', 'x: &modes [fetch]\nUIBackgroundModes: *modes\n'],
    ['an anchor that others may refer to', 'UIBackgroundModes: &modes [fetch]\nB: *modes\n'],
    ['a map that has an anchor', '&all\nUIBackgroundModes: [fetch]\n'],
    ['values that are merged in', 'x: &base\n  A: 1\n<<: *base\n'],
    ['a value of another kind', 'UIBackgroundModes: {audio: true}\n'],
    ['two documents', 'A: 1\n---\nB: 2\n'],
    ['a broken file', 'A: [1\n'],
    ['items that are more than a dash and a word', 'UIBackgroundModes:\n  - - fetch\n'],
  ])('declines %s', (_, text) => {
    expect(add(text)).toBeUndefined();
  });

  it.each([
    ['yes'],
    ['123'],
    ['a: b'],
    ['- x'],
    ['#'],
    ['it\'s "me"'],
    ['[x]'],
    ['null'],
    ['$(X)'],
    ['ü 🎧'],
  ])('quotes %j where it has to', (value) => {
    const text = edited('A: 1\n', (source, document) => addEntry(source, document, 'B', value), []);
    expect(parse(text ?? '')).toEqual({ A: 1, B: value });
  });
});

describe('other edits of YAML', () => {
  const remove: Edit = (text, document) => {
    const first = item(document);
    return first && removeArrayItem(text, document, first);
  };

  it.each([
    [
      'UIBackgroundModes:\n  - fetch # feed\n  # next\n  - voip\n',
      'UIBackgroundModes:\n  # next\n  - voip\n',
    ],
    ['UIBackgroundModes:\n- fetch\nB: 1\n', 'UIBackgroundModes: []\nB: 1\n'],
    ['UIBackgroundModes: [fetch, voip]\n', 'UIBackgroundModes: [voip]\n'],
    ['UIBackgroundModes: [fetch]\n', 'UIBackgroundModes: []\n'],
  ])('takes an item out: %j to %j', (before, after) => {
    expect(edited(before, remove, [])).toBe(after);
  });

  it('leaves aliases alone', () => {
    const text = 'x: &mode fetch\nUIBackgroundModes: [voip, *mode, audio]\n';
    const removal =
      (index: number): Edit =>
      (source, document) => {
        const node = item(document, index);
        return node && removeArrayItem(source, document, node);
      };
    expect(edited(text, removal(0), [])).toBe(text.replace('voip, ', ''));
    expect(edited(text, removal(2), [])).toBe(text.replace(', audio', ''));
    const lines = text.replace('[voip, *mode, audio]', '\n- voip\n- *mode\n- audio');
    expect(edited(lines, removal(2), [])).toBe(lines.replace('- audio\n', ''));
    expect(edited(lines, removal(1), [])).toBeUndefined();
  });

  it('takes an entry out with all that it holds', () => {
    const text = 'A: 1\nUIBackgroundModes:\n  - fetch\n  - voip\nB: 2\n';
    const edit: Edit = (source, document) => {
      const entry = dictEntry(document.root, KEY);
      return entry && removeEntry(source, document, entry);
    };
    expect(edited(text, edit, [])).toBe('A: 1\nB: 2\n');
  });

  it('keeps the quotes of a string that it replaces', () => {
    const text = 'UIBackgroundModes: [\'feed\', "x", y]\n';
    const at = (index: number): Edit => {
      return (source, document) => {
        const node = item(document, index);
        return node && replaceString(source, document, node, 'fetch');
      };
    };
    expect(edited(text, at(0), [])).toBe(text.replace("'feed'", "'fetch'"));
    expect(edited(text, at(1), [])).toBe(text.replace('"x"', '"fetch"'));
    expect(edited(text, at(2), [])).toBe(text.replace('y]', 'fetch]'));
  });

  it('renames keys and splits items', () => {
    const renamed = edited(
      'UIBackgroundMode: [fetch]\n',
      (source, document) => {
        const entry = dictEntry(document.root, 'UIBackgroundMode');
        return entry && renameKey(source, document, entry, KEY);
      },
      [],
    );
    expect(renamed).toBe('UIBackgroundModes: [fetch]\n');
    const split = edited(
      'UIBackgroundModes:\n  - fetch audio # two\n',
      (source, document) => {
        const node = item(document);
        return node && replaceItem(source, document, node, ['fetch', 'audio']);
      },
      [],
    );
    expect(split).toBe('UIBackgroundModes:\n  - fetch # two\n  - audio\n');
  });

  it.each([
    [
      'UIBackgroundModes:\n  - alarm\n  - fetch\n',
      'UIBackgroundModes:\n  - fetch\nWKBackgroundModes:\n  - alarm\n',
    ],
    ['UIBackgroundModes:\n  - alarm\n', 'UIBackgroundModes: []\nWKBackgroundModes:\n  - alarm\n'],
    [
      'UIBackgroundModes: [fetch, alarm]\nWKBackgroundModes: [x]\n',
      'UIBackgroundModes: [fetch]\nWKBackgroundModes: [x, alarm]\n',
    ],
  ])('moves an item to another array: %j to %j', (before, after) => {
    const move: Edit = (source, document) => {
      const node = stringItems(dictEntry(document.root, KEY)?.value).find(({ value }) => value === 'alarm');
      return node && moveStringToArray(source, document, node, 'WKBackgroundModes');
    };
    expect(edited(before, move, [])).toBe(after);
  });
});

type YamlMap = { readonly [key: string]: YamlValue };

const words = fc.constantFrom('audio', 'voip', 'a b', "it's", 'yes', '1', 'x: y', '# no', '🎧', '');
const leaves: fc.Arbitrary<YamlValue> = fc.oneof(words, fc.boolean(), fc.array(words, { maxLength: 3 }));
const maps: fc.Arbitrary<YamlMap> = fc.dictionary(fc.constantFrom('A', 'B', 'NSx', 'path'), leaves, {
  maxKeys: 3,
});
const properties: fc.Arbitrary<YamlMap> = fc
  .tuple(maps, fc.option(fc.uniqueArray(modes, { maxLength: 3 }), { nil: undefined }), maps)
  .map(([before, list, after]) => ({ ...before, ...(list === undefined ? {} : { [KEY]: list }), ...after }));

function spec(own: YamlMap, around: YamlMap): YamlMap {
  return {
    name: 'Sample',
    targets: {
      Other: around,
      App: { type: 'application', info: { path: 'Info.plist', properties: own }, ...around },
    },
    schemes: around,
  };
}

describe('edits of generated YAML', () => {
  const check = (run: (own: YamlMap, around: YamlMap, style: YamlStyle, mode: string) => void) =>
    fc.assert(fc.property(properties, maps, yamlStyles, modes, run), { numRuns: 150 });

  it('add a value and change nothing else, and nothing at all the second time', () => {
    check((own, around, style, mode) => {
      const text = yamlText(spec(own, around), style);
      const edit: Edit = (source, document) => addStringToArray(source, document, KEY, mode);
      const once = edited(text, edit) ?? '';
      const list = own[KEY];
      const known = Array.isArray(list) ? list : [];
      const wanted = known.includes(mode) ? known : [...known, mode];
      expect(read(once)).toEqual(spec({ ...own, [KEY]: wanted }, around));
      expect(edited(once, edit)).toBe(once);
      expect(once.match(/#/g)?.length).toBe(text.match(/#/g)?.length);
      if (style.lineEnd === '\r\n') expect(once.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    });
  });

  it('take a value out and change nothing else', () => {
    check((own, around, style, mode) => {
      const list = own[KEY];
      fc.pre(Array.isArray(list) && list.includes(mode));
      const text = yamlText(spec(own, around), style);
      const once = edited(text, (source, document) => {
        const node = stringItems(dictEntry(document.root, KEY)?.value).find(({ value }) => value === mode);
        return node && removeArrayItem(source, document, node);
      });
      const rest = Array.isArray(list) ? list.filter((value) => value !== mode) : [];
      expect(read(once ?? '')).toEqual(spec({ ...own, [KEY]: rest }, around));
    });
  });

  it('move a value to another array and change nothing else', () => {
    check((own, around, style, mode) => {
      const list = own[KEY];
      fc.pre(Array.isArray(list) && list.includes(mode));
      const once = edited(yamlText(spec(own, around), style), (source, document) => {
        const node = stringItems(dictEntry(document.root, KEY)?.value).find(({ value }) => value === mode);
        return node && moveStringToArray(source, document, node, 'WKBackgroundModes');
      });
      const rest = Array.isArray(list) ? list.filter((value) => value !== mode) : [];
      expect(read(once ?? '')).toEqual(spec({ ...own, [KEY]: rest, WKBackgroundModes: [mode] }, around));
    });
  });

  it('take an entry out and change nothing else', () => {
    check((own, around, style) => {
      fc.pre(Object.hasOwn(own, KEY));
      const text = yamlText(spec(own, around), style);
      const once = edited(text, (source, document) => {
        const entry = dictEntry(document.root, KEY);
        return entry && removeEntry(source, document, entry);
      });
      const rest = Object.fromEntries(Object.entries(own).filter(([key]) => key !== KEY));
      expect(read(once ?? '')).toEqual(spec(rest, around));
    });
  });
});

function read(text: string): unknown {
  return parse(text.replace('\ufeff', ''));
}
