import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextObjcCut } from '../../../server/src/core/syntax/objc-cuts';
import { normaliseObjc } from '../../../server/src/core/syntax/objc-normalise';
import { ObjcSource } from '../../../server/src/core/syntax/objc-source';

const METHOD = `- (void)start:(void (^)(BOOL done))done NS_SWIFT_NAME(start(_:)) {
#if TARGET_OS_IOS
    [self begin:^{ done(YES); }];
#else
    done(NO);
#endif
    NSLog(@"%@ }", self); // not a brace }
    if (FOO_BAR(self)) { RUN_ONCE(done) }
}

`;

/** Long enough to be kept in parts. */
const LONG = `#import "A.h"
#define LIMIT 3
typedef NS_ENUM(NSInteger, Mode) { ModeOne, ModeTwo };
@implementation A {
    NSInteger _count;
}
${METHOD.repeat(18)}
static int helper(void) { return LIMIT; }

${METHOD.repeat(18)}@end
`;

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
    '[',
    ';',
    '"',
    '@"',
    '\\',
    '/*',
    '*/',
    '// ',
    '-',
    '- (',
    '😀',
  ],
  ...[
    '#if DEBUG\n',
    '#ifdef A\n',
    '#else\n',
    '#endif\n',
    '#if 0\n',
    '#define X {\n',
    'NS_ENUM(',
    'FOO_BAR(',
    '__unused ',
  ],
  ...[
    '- (void)n {\n}\n',
    '+ (void)n;\n',
    '@end\n',
    '@implementation B\n',
    '@interface B {\n',
    'extern "C" {\n',
    '}}',
  ],
  ...['RCT_EXPORT_METHOD(a:(int)b)\n', '\n}\n- (int)c\n{'],
];

describe('ObjcSource', () => {
  it('gives after every edit what the whole text gives', () => {
    const edit = fc.tuple(fc.nat(LONG.length), fc.nat(40), fc.constantFrom(...PIECES));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let text = LONG;
        const source = new ObjcSource(text);
        expect(source.normalised).toEqual(normaliseObjc(text));
        for (const [start, length, piece] of edits) {
          text = text.slice(0, start) + piece + text.slice(start + length);
          expect(source.update(text)).toEqual(normaliseObjc(text));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('nextObjcCut', () => {
  const cuts = (text: string): string[] => {
    const found: number[] = [];
    nextObjcCut(text, 0, (cut) => {
      found.push(cut);
      return false;
    });
    return found.map((cut) => text.slice(cut, text.indexOf(' {', cut)));
  };

  it('finds methods behind closing braces', () => {
    expect(
      cuts('@implementation A\n- (void)b {\n}\n// c\n- (void)d { if (e) { }\n}\n+ (int)f { }\n@end\n'),
    ).toEqual(['- (void)d', '+ (int)f']);
  });

  it('goes on behind a method that lacks a brace', () => {
    expect(cuts('@implementation A\n- (void)b { if (x) { y();\n}\n- (void)c { }\n')).toEqual(['- (void)c']);
  });

  it('finds none inside of conditional compilation, nor behind what may reach further', () => {
    expect(cuts('@implementation A\n#if B\n- (void)c { }\n- (void)d { }\n')).toEqual([]);
    expect(cuts('@implementation A\nint f() {\n- (void)c { }\n- (void)d { }\n')).toEqual([]);
    expect(cuts('@implementation A\n- (void)b {\n#if C\n}\n#endif\n- (void)d { }\n- (void)e { }\n')).toEqual(
      [],
    );
  });
});
