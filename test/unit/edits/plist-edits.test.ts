import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addEntry,
  addStringToArray,
  moveStringToArray,
  removeArrayItem,
  replaceString,
} from '../../../server/src/core/features/edits/plist-edits';
import { newPlist } from '../../../server/src/core/features/edits/plist-writer';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import { dictEntry, isSound, stringItems } from '../../../server/src/core/syntax/plist-query';
import type { PlistDocument, PlistScalar } from '../../../server/src/core/syntax/plist-types';
import { applyEdits, type TextEdit } from '../../../server/src/core/text';
import { layouts, modes, type PlainValue, plain, render, roots } from '../../support/plist';
import { hasPlistutil, throughPlistutil } from '../../support/plistutil';

const KEY = 'UIBackgroundModes';

type Edit = (text: string, document: PlistDocument) => readonly TextEdit[] | undefined;

function edited(text: string, edit: Edit): string | undefined {
  const edits = edit(text, parsePlist(text));
  return edits && applyEdits(text, edits);
}

function withAudio(text: string): string | undefined {
  return edited(text, (source, document) => addStringToArray(source, document, KEY, 'audio'));
}

function items(document: PlistDocument, key = KEY): readonly PlistScalar[] {
  return stringItems(dictEntry(document.root, key)?.value);
}

function inPlist(...lines: string[]): string {
  return ['<plist version="1.0">', ...lines, '</plist>', ''].join('\n');
}

describe('addStringToArray', () => {
  it('adds a line after the last item, in front of comments that follow it', () => {
    const before = [
      '<dict>',
      '\t<key>UIBackgroundModes</key>',
      '\t<array>',
      '\t\t<string>fetch</string> <!-- feed -->',
    ];
    const after = ['\t\t<!-- <string>voip</string> -->', '\t</array>', '</dict>'];
    expect(withAudio(inPlist(...before, ...after))).toBe(
      inPlist(...before, '\t\t<string>audio</string>', ...after),
    );
  });

  it('opens a self-closing array, with the indentation of the file', () => {
    expect(withAudio(inPlist('<dict>', '  <key>UIBackgroundModes</key>', '  <array/>', '</dict>'))).toBe(
      inPlist(
        '<dict>',
        '  <key>UIBackgroundModes</key>',
        '  <array>',
        '    <string>audio</string>',
        '  </array>',
        '</dict>',
      ),
    );
  });

  it.each([['<array></array>'], ['<array>\n    </array>']])('fills the empty %j', (array) => {
    expect(withAudio(inPlist('<dict>', '    <key>UIBackgroundModes</key>', `    ${array}`, '</dict>'))).toBe(
      inPlist(
        '<dict>',
        '    <key>UIBackgroundModes</key>',
        '    <array>',
        '        <string>audio</string>',
        '    </array>',
        '</dict>',
      ),
    );
  });

  it('keeps the comment of an array without items', () => {
    const text = inPlist(
      '<dict>',
      '\t<key>UIBackgroundModes</key>',
      '\t<array><!-- none --></array>',
      '</dict>',
    );
    expect(withAudio(text)).toBe(
      text.replace('<!-- none -->', '<!-- none -->\n\t\t<string>audio</string>\n\t'),
    );
  });

  it('adds key and array at the end of the root', () => {
    expect(withAudio(inPlist('<dict>', '\t<key>A</key>', '\t<true/>', '\t<!-- end -->', '</dict>'))).toBe(
      inPlist(
        '<dict>',
        '\t<key>A</key>',
        '\t<true/>',
        '\t<key>UIBackgroundModes</key>',
        '\t<array>',
        '\t\t<string>audio</string>',
        '\t</array>',
        '\t<!-- end -->',
        '</dict>',
      ),
    );
  });

  it.each(['<dict/>', '<dict></dict>', '<dict>\n</dict>'])('fills the empty root %j', (dict) => {
    expect(withAudio(inPlist(dict))).toBe(
      inPlist(
        '<dict>',
        '\t<key>UIBackgroundModes</key>',
        '\t<array>',
        '\t\t<string>audio</string>',
        '\t</array>',
        '</dict>',
      ),
    );
  });

  it('puts a string that stands in place of the array into one', () => {
    expect(
      withAudio(
        inPlist('<dict>', '\t<key>UIBackgroundModes</key>', '\t<string>a &amp; b</string>', '</dict>'),
      ),
    ).toBe(
      inPlist(
        '<dict>',
        '\t<key>UIBackgroundModes</key>',
        '\t<array>',
        '\t\t<string>a &amp; b</string>',
        '\t\t<string>audio</string>',
        '\t</array>',
        '</dict>',
      ),
    );
  });

  it('stays on one line where the file does', () => {
    const array = '<key>UIBackgroundModes</key><array><string>audio</string></array>';
    expect(withAudio('<plist><dict/></plist>')).toBe(`<plist><dict>${array}</dict></plist>`);
    expect(withAudio(`<plist><dict>${array.replace('audio', 'voip')}</dict></plist>`)).toBe(
      `<plist><dict>${array.replace('<string>', '<string>voip</string><string>')}</dict></plist>`,
    );
  });

  it('keeps CRLF', () => {
    const text = inPlist('<dict>', '\t<key>A</key>', '\t<true/>', '</dict>').replaceAll('\n', '\r\n');
    expect(withAudio(text)?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it.each([
    ['a value of another kind', inPlist('<dict>', '<key>UIBackgroundModes</key>', '<true/>', '</dict>')],
    ['a root that is no dictionary', inPlist('<array/>')],
    ['a broken file', '<plist><dict><key>a</key></dict></plist>'],
    ['a binary file', 'bplist00'],
    ['an OpenStep file', '{ a = b; }'],
    ['an empty file', ''],
  ])('declines %s', (_, text) => {
    expect(withAudio(text)).toBeUndefined();
  });

  it('changes nothing but its array, nothing at all the second time, and a comment never', () => {
    fc.assert(
      fc.property(
        roots,
        layouts,
        modes,
        fc.constantFrom(KEY, 'WKBackgroundModes', 'New & key'),
        (root, layout, mode, key) => {
          const text = render(root, layout);
          const add: Edit = (source, document) => addStringToArray(source, document, key, mode);
          const once = edited(text, add) ?? '';
          const document = parsePlist(once);
          expect(document.problems).toEqual([]);
          expect(plain(document.root)).toEqual(new Map([...root, [key, expectedArray(root.get(key), mode)]]));
          expect(edited(once, add)).toBe(once);
          expect(once.split('<!--').length).toBe(text.split('<!--').length);
          expect(lineEnds(once)).toEqual(layout.isCompact ? [] : [layout.lineEnd]);
        },
      ),
    );
  });

  it.skipIf(!hasPlistutil)('means the same to plistutil (skipped where plistutil is not installed)', () => {
    fc.assert(
      fc.property(roots, layouts, modes, (root, layout, mode) => {
        // plistutil does not read a byte order mark.
        const text = render(root, { ...layout, bom: '' });
        const once = edited(text, (source, document) => addStringToArray(source, document, KEY, mode)) ?? '';
        expect(plain(parsePlist(throughPlistutil(once) ?? '').root)).toEqual(plain(parsePlist(once).root));
      }),
      { numRuns: 40 },
    );
  });
});

describe('addEntry', () => {
  it('adds a string, a boolean or an array, escaped', () => {
    const text = inPlist('<dict/>');
    const once = edited(text, (source, document) =>
      addEntry(source, document, 'NSMicrophoneUsageDescription', 'Voice & <you>'),
    );
    const twice = edited(once ?? '', (source, document) => addEntry(source, document, 'Flag', true));
    expect(twice).toBe(
      inPlist(
        '<dict>',
        '\t<key>NSMicrophoneUsageDescription</key>',
        '\t<string>Voice &amp; &lt;you&gt;</string>',
        '\t<key>Flag</key>',
        '\t<true/>',
        '</dict>',
      ),
    );
  });

  it('leaves a key that is there', () => {
    const text = inPlist('<dict>', '<key>A</key>', '<string>old</string>', '</dict>');
    expect(edited(text, (source, document) => addEntry(source, document, 'A', 'new'))).toBe(text);
  });
});

describe('removeArrayItem', () => {
  it('takes the whole line of an item that has one for itself', () => {
    const text = inPlist('<array>', '\t<string>a</string>', '\t<string>b</string>', '</array>');
    const removed = edited(text, (source, document) => {
      const [first] = stringItems(document.root);
      return first && removeArrayItem(source, document, first);
    });
    expect(removed).toBe(inPlist('<array>', '\t<string>b</string>', '</array>'));
  });

  it('takes the element alone when something else is on its line', () => {
    const text = '<array><string>a</string><string>b</string></array>';
    const removed = edited(text, (source, document) => {
      const [first] = stringItems(document.root);
      return first && removeArrayItem(source, document, first);
    });
    expect(removed).toBe('<array><string>b</string></array>');
  });

  it('takes exactly that item, in every layout', () => {
    fc.assert(
      fc.property(roots, layouts, fc.nat(), (root, layout, choice) => {
        const text = render(root, layout);
        const source = parsePlist(text);
        const all = items(source);
        fc.pre(all.length > 0);
        const index = choice % all.length;
        const item = all[index];
        const edits = item && removeArrayItem(text, source, item);
        const document = parsePlist(edits ? applyEdits(text, edits) : '');
        expect(document.problems).toEqual([]);
        const rest = all.filter((_, at) => at !== index).map(({ value }) => value);
        expect(plain(document.root)).toEqual(new Map([...root, [KEY, rest]]));
      }),
    );
  });
});

describe('replaceString', () => {
  it.each([
    ['<array><string>old</string></array>'],
    ['<array><string/></array>'],
    ['<array><string></string></array>'],
  ])('gives the string in %s an escaped text', (text) => {
    const replaced = edited(text, (source, document) => {
      const [item] = stringItems(document.root);
      return item && replaceString(source, document, item, 'a & <b>');
    });
    expect(replaced).toBe('<array><string>a &amp; &lt;b&gt;</string></array>');
  });
});

describe('moveStringToArray', () => {
  it('moves a value to an array that does not exist yet', () => {
    const text = inPlist(
      '<dict>',
      '\t<key>UIBackgroundModes</key>',
      '\t<array>',
      '\t\t<string>alarm</string>',
      '\t</array>',
      '</dict>',
    );
    const moved = edited(text, (source, document) => {
      const [item] = items(document);
      return item && moveStringToArray(source, document, item, 'WKBackgroundModes');
    });
    expect(plain(parsePlist(moved ?? '').root)).toEqual(
      new Map<string, PlainValue>([
        ['UIBackgroundModes', []],
        ['WKBackgroundModes', ['alarm']],
      ]),
    );
  });

  it('keeps the number of values, in every layout', () => {
    fc.assert(
      fc.property(roots, layouts, (root, layout) => {
        const text = render(root, layout);
        const source = parsePlist(text);
        const [item] = items(source);
        fc.pre(item !== undefined);
        const edits = item && moveStringToArray(text, source, item, 'WKBackgroundModes');
        const document = parsePlist(edits ? applyEdits(text, edits) : '');
        expect(document.problems).toEqual([]);
        const moved = item?.value ?? '';
        expect(items(document).map(({ value }) => value)).toEqual(
          items(source)
            .slice(1)
            .map(({ value }) => value),
        );
        expect(plain(dictEntry(document.root, 'WKBackgroundModes')?.value)).toEqual(
          expectedArray(root.get('WKBackgroundModes'), moved),
        );
      }),
    );
  });
});

describe('newPlist', () => {
  it('is a sound property list laid out as Xcode does it', () => {
    const text = newPlist({ UIBackgroundModes: ['audio'], Flag: false, 'a & b': '<c>' });
    expect(isSound(parsePlist(text))).toBe(true);
    expect(plain(parsePlist(text).root)).toEqual(
      new Map<string, PlainValue>([
        ['UIBackgroundModes', ['audio']],
        ['Flag', false],
        ['a & b', '<c>'],
      ]),
    );
    expect(text).toContain(
      '<dict>\n\t<key>UIBackgroundModes</key>\n\t<array>\n\t\t<string>audio</string>\n\t</array>\n',
    );
    expect(plain(parsePlist(newPlist({})).root)).toEqual(new Map());
  });

  it.skipIf(!hasPlistutil)('means the same to plistutil (skipped where plistutil is not installed)', () => {
    const text = newPlist({ UIBackgroundModes: ['audio'], 'a & b': '<c>' });
    expect(plain(parsePlist(throughPlistutil(text) ?? '').root)).toEqual(plain(parsePlist(text).root));
  });
});

function expectedArray(before: PlainValue | undefined, added: string): PlainValue {
  if (Array.isArray(before)) return before.includes(added) ? before : [...before, added];
  return typeof before === 'string' && before.trim() !== '' && before !== added ? [before, added] : [added];
}

function lineEnds(text: string): string[] {
  return [...new Set(text.match(/\r\n|\n|\r/g) ?? [])];
}
