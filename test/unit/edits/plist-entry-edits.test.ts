import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addStringsToArray } from '../../../server/src/core/features/edits/plist-edits';
import {
  mergeEntries,
  moveFromArray,
  moveStrings,
  removeEntry,
  removeFromArray,
  renameKey,
  replaceByArray,
  replaceItem,
} from '../../../server/src/core/features/edits/plist-entry-edits';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import { dictEntry, rootDict, stringItems } from '../../../server/src/core/syntax/plist-query';
import type { PlistDocument, PlistEntry, PlistScalar } from '../../../server/src/core/syntax/plist-types';
import { applyEdits, type TextEdit } from '../../../server/src/core/text';
import { layouts, type PlainValue, plain, render, roots } from '../../support/plist';
import { hasPlistutil, throughPlistutil } from '../../support/plistutil';

type Root = Map<string, PlainValue>;
type EntryEdit = (
  text: string,
  document: PlistDocument,
  entry: PlistEntry,
) => readonly TextEdit[] | undefined;

/** Edits one entry of every generated property list; `expected` says what the root then holds, in order. */
function checkEntryEdit(edit: EntryEdit, expected: (root: Root, key: string) => Root): void {
  fc.assert(
    fc.property(roots, layouts, fc.nat(), (root, layout, choice) => {
      const text = render(root, layout);
      const document = parsePlist(text);
      const entries = rootDict(document)?.entries ?? [];
      const entry = entries[choice % Math.max(entries.length, 1)];
      fc.pre(entry !== undefined);
      const edits = entry === undefined ? undefined : edit(text, document, entry);
      fc.pre(edits !== undefined);
      const once = applyEdits(text, edits ?? []);
      const after = parsePlist(once);
      expect(after.problems).toEqual([]);
      const wanted = expected(root, entry?.key ?? '');
      expect([...contents(after)]).toEqual([...wanted]);
      expect(once.includes('\r\n') ? once.replaceAll('\r\n', '') : once).not.toContain('\r');
      if (hasPlistutil && layout.bom === '' && choice % 8 === 0)
        expect(plain(parsePlist(throughPlistutil(once) ?? '').root)).toEqual(plain(after.root));
    }),
  );
}

function contents(document: PlistDocument): Root {
  const root = plain(document.root);
  if (!(root instanceof Map)) throw new Error('No dictionary');
  return root;
}

const words = fc.constantFrom('audio', 'fetch', 'a & b');

describe('renameKey', () => {
  it('changes the name and nothing else, in every layout', () => {
    checkEntryEdit(
      (text, document, entry) => renameKey(text, document, entry, 'New & <key>'),
      (root, key) => new Map([...root].map(([name, value]) => [name === key ? 'New & <key>' : name, value])),
    );
  });
});

describe('removeEntry', () => {
  it('takes key and value and nothing else, in every layout', () => {
    checkEntryEdit(
      (text, document, entry) => removeEntry(text, document, entry),
      (root, key) => new Map([...root].filter(([name]) => name !== key)),
    );
  });

  it('leaves no empty line behind', () => {
    const text =
      '<plist>\n<dict>\n\t<key>A</key>\n\t<array>\n\t</array>\n\t<key>B</key>\n\t<true/>\n</dict>\n</plist>\n';
    const document = parsePlist(text);
    const [entry] = rootDict(document)?.entries ?? [];
    expect(entry && applyEdits(text, removeEntry(text, document, entry) ?? [])).toBe(
      '<plist>\n<dict>\n\t<key>B</key>\n\t<true/>\n</dict>\n</plist>\n',
    );
  });
});

describe('replaceByArray', () => {
  it('puts strings in the place of any value, in every layout', () => {
    checkEntryEdit(
      (text, document, { value }) => value && replaceByArray(text, document, value, ['audio', 'a & b']),
      (root, key) =>
        new Map([...root].map(([name, value]) => [name, name === key ? ['audio', 'a & b'] : value])),
    );
  });

  it('indents the array as the file does', () => {
    const text = '<plist>\r\n<dict>\r\n  <key>A</key>\r\n  <string>x</string>\r\n</dict>\r\n</plist>';
    const document = parsePlist(text);
    const value = rootDict(document)?.entries[0]?.value;
    expect(value && applyEdits(text, replaceByArray(text, document, value, ['x', 'y']) ?? [])).toBe(
      '<plist>\r\n<dict>\r\n  <key>A</key>\r\n  <array>\r\n    <string>x</string>\r\n    <string>y</string>\r\n  </array>\r\n</dict>\r\n</plist>',
    );
  });

  it('declines a broken file', () => {
    const text = '<plist><dict><key>A</key><string>x</string><key>B</key></dict></plist>';
    const document = parsePlist(text);
    const value = rootDict(document)?.entries[0]?.value;
    expect(value && replaceByArray(text, document, value, ['x'])).toBeUndefined();
  });
});

describe('replaceItem', () => {
  it.each([
    [
      ['x', 'y'],
      ['x', 'y', 'last'],
    ],
    [[], ['last']],
  ])('puts %j in the place of one item, in every layout', (values, wanted) => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const text = render(new Map<string, PlainValue>([['A', [true, 'last']]]), layout);
        const document = parsePlist(text);
        const value = rootDict(document)?.entries[0]?.value;
        const item = value?.kind === 'array' ? value.items[0] : undefined;
        if (item === undefined) throw new Error('No item');
        const after = parsePlist(applyEdits(text, replaceItem(text, document, item, values) ?? []));
        expect(after.problems).toEqual([]);
        expect(contents(after).get('A')).toEqual(wanted);
      }),
    );
  });
});

describe('moveStrings', () => {
  it('moves strings to the root and leaves everything else, in every layout', () => {
    fc.assert(
      fc.property(
        roots,
        layouts,
        fc.array(fc.constantFrom('audio', 'fetch', 'voip')),
        (root, layout, values) => {
          const nested = new Map<string, PlainValue>([
            ['UIBackgroundModes', values],
            ['Kept', true],
          ]);
          const text = render(new Map([...root, ['Nested', nested]]), layout);
          const document = parsePlist(text);
          const inner = rootDict(document)?.entries.find(({ key }) => key === 'Nested')?.value;
          const entry = inner?.kind === 'dict' ? inner.entries[0] : undefined;
          fc.pre(typeof root.get('Target') !== 'boolean' && entry !== undefined);
          const edits = entry && moveStrings(text, document, entry, 'Target');
          const after = parsePlist(applyEdits(text, edits ?? []));
          expect(after.problems).toEqual([]);
          expect(contents(after)).toEqual(
            new Map<string, PlainValue>([
              ...root,
              ['Nested', new Map([['Kept', true]])],
              ['Target', [...new Set(values)]],
            ]),
          );
        },
      ),
    );
  });

  it('declines what is no list of strings', () => {
    const text = '<plist><dict><key>A</key><array><true/></array></dict></plist>';
    const document = parsePlist(text);
    const [entry] = rootDict(document)?.entries ?? [];
    expect(entry && moveStrings(text, document, entry, 'B')).toBeUndefined();
  });
});

describe('addStringsToArray', () => {
  it('adds what is missing, in order, and nothing the second time', () => {
    fc.assert(
      fc.property(roots, layouts, (root, layout) => {
        const values = ['audio', 'x', 'fetch', 'x'];
        const add = (text: string) => addStringsToArray(text, parsePlist(text), 'UIBackgroundModes', values);
        const text = render(root, layout);
        const before = root.get('UIBackgroundModes');
        const once = applyEdits(text, add(text) ?? []);
        const kept = Array.isArray(before) ? before : typeof before === 'string' ? [before] : [];
        const after = contents(parsePlist(once)).get('UIBackgroundModes');
        expect(new Set(Array.isArray(after) ? after : [])).toEqual(
          new Set([...kept.filter((value) => value !== ''), 'audio', 'x', 'fetch']),
        );
        expect(add(once)).toEqual([]);
      }),
    );
  });
});

describe.each(['UIBackgroundModes', 'WKBackgroundModes'])('an item of %s', (key) => {
  const other = key === 'UIBackgroundModes' ? 'WKBackgroundModes' : 'UIBackgroundModes';

  /** Edits one item of the array, and compares what is left of both arrays. */
  function check(
    edit: (text: string, document: PlistDocument, item: PlistScalar) => readonly TextEdit[] | undefined,
    moved: (value: string) => readonly string[],
  ): void {
    fc.assert(
      fc.property(roots, layouts, fc.nat(), (root, layout, choice) => {
        const text = render(root, layout);
        const document = parsePlist(text);
        const items = stringItems(dictEntry(document.root, key)?.value);
        const index = choice % Math.max(items.length, 1);
        const item = items[index];
        fc.pre(item !== undefined);
        const edits = item && edit(text, document, item);
        fc.pre(edits !== undefined);
        const after = parsePlist(applyEdits(text, edits ?? []));
        expect(after.problems).toEqual([]);
        const rest = items.filter((_, at) => at !== index).map(({ value }) => value);
        const values = contents(after);
        expect(values.get(key)).toEqual(rest.length === 0 ? undefined : rest);
        for (const value of moved(item?.value ?? '')) expect(values.get(other)).toContain(value);
        for (const [name, value] of root) {
          if (name !== key && name !== other) expect(values.get(name)).toEqual(value);
        }
      }),
    );
  }

  it('is removed, the last one with its key', () => {
    check(
      (text, document, item) => removeFromArray(text, document, key, item),
      () => [],
    );
  });

  it('is moved, the last one with its key', () => {
    check(
      (text, document, item) => moveFromArray(text, document, key, item, other),
      (value) => [value],
    );
  });

  it('is moved under another name', () => {
    check(
      (text, document, item) => moveFromArray(text, document, key, item, other, 'b & c'),
      () => ['b & c'],
    );
  });
});

describe('mergeEntries', () => {
  it('unites two arrays in the first, in every layout', () => {
    fc.assert(
      fc.property(layouts, fc.array(words), fc.array(words), (layout, first, second) => {
        const text = render(
          new Map<string, PlainValue>([
            ['A', first],
            ['Other', true],
            ['B', second],
          ]),
          layout,
        );
        const document = parsePlist(text);
        const [a, , b] = rootDict(document)?.entries ?? [];
        if (a === undefined || b === undefined) throw new Error('No entries');
        const after = parsePlist(applyEdits(text, mergeEntries(text, document, a, b) ?? []));
        expect(after.problems).toEqual([]);
        const added = [...new Set(second)].filter((value) => !first.includes(value));
        expect([...contents(after)]).toEqual([
          ['A', [...first, ...added]],
          ['Other', true],
        ]);
      }),
    );
  });

  it('declines what is no list', () => {
    const text = '<plist><dict><key>A</key><true/><key>A</key><false/></dict></plist>';
    const document = parsePlist(text);
    const [a, b] = rootDict(document)?.entries ?? [];
    expect(a && b && mergeEntries(text, document, a, b)).toBeUndefined();
  });
});

describe('an array that an element around it gives its key', () => {
  const opening = '<config-file parent="Modes">';
  const text = `<widget>\n  ${opening}\n    <array>\n      <string>fetch</string>\n    </array>\n  </config-file>\n</widget>\n`;
  const start = text.indexOf(opening);
  const inner = { start: start + opening.length, end: text.indexOf('</config-file>') };
  const array = parsePlist(' '.repeat(inner.start) + text.slice(inner.start, inner.end));
  const keyRange = { start: text.indexOf('Modes'), end: text.indexOf('Modes') + 'Modes'.length };
  const entry = { key: 'Modes', keyRange, keyElement: keyRange, value: array.root };
  const range = { start, end: inner.end + '</config-file>'.length };
  const root = { kind: 'dict', range, inner, isSelfClosing: false, entries: [entry] } as const;
  const document: PlistDocument = { ...array, root };

  it('takes further items, and no more than that', () => {
    expect(applyEdits(text, addStringsToArray(text, document, 'Modes', ['audio']) ?? [])).toBe(
      text.replace('fetch</string>', 'fetch</string>\n      <string>audio</string>'),
    );
    expect(addStringsToArray(text, document, 'Other', ['audio'])).toBeUndefined();
    expect(removeEntry(text, document, entry)).toBeUndefined();
    expect(renameKey(text, document, entry, 'Other')).toBeUndefined();
  });
});
