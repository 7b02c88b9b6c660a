import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseSwift } from '../../../server/src/core/syntax/swift-normalise';
import { nextSwiftCut } from '../../../server/src/core/syntax/swift-scanner';
import { SwiftSource } from '../../../server/src/core/syntax/swift-source';
import { SAMPLE } from './support';

/** Long enough to be kept in parts. */
const LONG = SAMPLE.repeat(3);

const PIECES = [
  ...[
    '',
    'x',
    ' ',
    '\n',
    '\r\n',
    '{',
    '}',
    '(',
    ')',
    '()',
    ';',
    '"',
    '"""',
    '\\(',
    '#"',
    '/',
    '/*',
    '*/',
    '// ',
    '`',
  ],
  ...[
    '#/',
    '/#',
    '<#',
    '#>',
    '#if DEBUG\n',
    '#else\n',
    '#endif\n',
    'try ',
    'await\n',
    'try?\n',
    ': ',
    'A<',
    '>.b',
    '😀',
  ],
  ...[
    '\n}\nfunc f() { g() }\n',
    '}\n@objc var a = ()\n',
    'catch A, B ',
    'throws(E)',
    'case 1 ..< 3 =',
    '#warning("a")',
  ],
];

describe('SwiftSource', () => {
  it('gives after every edit what the whole text gives', () => {
    const edit = fc.tuple(fc.nat(LONG.length), fc.nat(40), fc.constantFrom(...PIECES));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let text = LONG;
        const source = new SwiftSource(text);
        for (const [start, length, piece] of edits) {
          text = text.slice(0, start) + piece + text.slice(start + length);
          expect(source.update(text)).toEqual(normaliseSwift(text));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives for a whole text what normalising it gives, wherever it is cut', () => {
    const text = fc
      .array(fc.constantFrom(...PIECES, 'func a() {}\n', '}\n', 'let b: Int\n'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.string(), (code, more) => {
        const whole = `${code}${more}\n}\nfunc last() { try? a() }\n${code}`;
        const source = new SwiftSource('');
        expect(source.normalised).toEqual(normaliseSwift(''));
        expect(source.update(whole.repeat(4))).toEqual(normaliseSwift(whole.repeat(4)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('nextSwiftCut', () => {
  const cuts = (text: string): string[] => {
    const found: number[] = [];
    nextSwiftCut(text, 0, (cut) => {
      found.push(cut);
      return false;
    });
    return found.map((cut) => text.slice(cut, cut + 6));
  };

  it('finds declarations behind closing braces', () => {
    const text = 'func a() {\n}\n  // says\n  @objc var b = 1\n  func c() { d() }\n\nstruct E { }\nf()\n';
    expect(cuts(text)).toEqual(['@objc ', 'struct']);
  });

  it('finds none inside of strings and comments', () => {
    expect(cuts('let a = """\n}\nfunc b() { }\n"""\n/*\n}\nfunc c() { }\n*/')).toEqual([]);
    expect(cuts('let a = "\\({ }\nfunc b() { }\n)"')).toEqual([]);
    expect(cuts('let a = #/\n}\nfunc b() { }\n/#')).toEqual([]);
  });
});
