import { describe, expect, it } from 'vitest';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import {
  booleanValue,
  dictEntry,
  hasVariable,
  isSound,
  placeAt,
  stringItems,
  stringValue,
  valueAt,
} from '../../../server/src/core/syntax/plist-query';

const TEXT =
  '<plist><dict><key>Modes</key><array><string>audio</string><integer>1</integer></array>' +
  '<key>Scene</key><dict><key>Many</key><true/></dict><key>Modes</key><string>last</string></dict></plist>';
const DOCUMENT = parsePlist(TEXT);

describe('plist queries', () => {
  it('take the last of several equal keys', () => {
    expect(stringValue(dictEntry(DOCUMENT.root, 'Modes')?.value)).toBe('last');
  });

  it('follow a path of keys', () => {
    expect(booleanValue(valueAt(DOCUMENT.root, 'Scene', 'Many'))).toBe(true);
    expect(valueAt(DOCUMENT.root, 'Scene', 'Few', 'None')).toBeUndefined();
  });

  it('give the strings of an array only', () => {
    const root = DOCUMENT.root?.kind === 'dict' ? DOCUMENT.root.entries[0]?.value : undefined;
    expect(stringItems(root).map(({ value }) => value)).toEqual(['audio']);
    expect(stringItems(DOCUMENT.root)).toEqual([]);
  });

  it('see build variables', () => {
    expect([hasVariable('$(A)'), hasVariable('x$\u007bA}y'), hasVariable('$A (b)')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('call a document sound only without problems and with a value', () => {
    expect(isSound(DOCUMENT)).toBe(true);
    for (const text of ['', '{ a = b; }', 'bplist00', '<plist/>', '<plist><dict>']) {
      expect(isSound(parsePlist(text))).toBe(false);
    }
  });
});

describe('placeAt', () => {
  it.each([
    ['audio', 'string', 'Modes', 2],
    ['Many', undefined, 'Many', 2],
    ['<true/>', 'boolean', 'Many', 2],
    ['<array>', 'array', 'Modes', 1],
  ])('finds what stands at %s', (needle, kind, key, depth) => {
    const place = placeAt(DOCUMENT, TEXT.indexOf(needle) + 1);
    expect(place?.node?.kind).toBe(kind);
    expect(place?.entry?.key).toBe(key);
    expect(place?.ancestors).toHaveLength(depth);
  });

  it('finds nothing outside of the root', () => {
    expect(placeAt(DOCUMENT, 1)).toBeUndefined();
    expect(placeAt(parsePlist(''), 0)).toBeUndefined();
  });
});
