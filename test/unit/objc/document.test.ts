import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ObjcDocument, parseObjc } from '../../../server/src/core/program/parse-objc';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { plainModel } from '../../support/plain-model';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
await parser.load('objc');

const code = (first: string, between = '') =>
  `@implementation A\n- (void)a { ${first} }\n${between}- (void)b { [self c:^{ d(); }]; }\n@end\nvoid e(done_t f) { f(); }\n`;

const sample = `#import <UIKit/UIKit.h>
#import "Item.h"
#define LIMIT 3
NS_ASSUME_NONNULL_BEGIN
typedef void (^Done)(BOOL done);
typedef NS_ENUM(NSInteger, Mode) { ModeOne, ModeTwo };
@interface Player ()
@property (nonatomic, copy) Done done; // called once
@end

@implementation Player {
    NSInteger _count;
}

/* Keeps 🎧 playing. */
- (void)start:(Done)done {
#if TARGET_OS_IOS
    [self begin:^{ done(YES); }];
#else
    done(NO);
#endif
    NSLog(@"%@ \\"quoted\\"", self);
}

#ifdef DEBUG
- (BOOL)isReady __attribute__((unused)) {
    for (NSInteger i = 0; i < LIMIT; i++) { if (_count == i) return YES; }
    return NO;
}
#endif

RCT_EXPORT_METHOD(stop:(Done)done) {
    @synchronized (self) { done(_count > 0); }
}
@end

static void finish(Done done) { done(YES); }
NS_ASSUME_NONNULL_END
`;

function follow(...versions: readonly string[]): void {
  const document = new ObjcDocument(parser, '');
  for (const text of versions) expect(plainModel(document.update(text))).toEqual(parseObjc(parser, text));
  document.dispose();
}

describe('ObjcDocument', () => {
  it('gives after every edit what a parse of the whole text gives', () => {
    const pieces = fc.constantFrom(
      ...[
        '',
        'x',
        ' ',
        '\n',
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        ';',
        '"',
        '@"',
        '// ',
        '/*',
        '*/',
        '\\',
        '😀',
        '\r\n',
      ],
      ...[
        '#if DEBUG\n',
        '#else\n',
        '#endif\n',
        '- (void)n {\n}\n',
        '@end\n',
        '__unused ',
        'NS_ENUM(',
        '@interface B\n',
      ],
    );
    const edit = fc.tuple(fc.nat(sample.length), fc.nat(12), pieces);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = sample;
        const versions = edits.map(([start, length, piece]) => {
          text = text.slice(0, start) + piece + text.slice(start + length);
          return text;
        });
        follow(sample, ...versions);
      }),
      { numRuns: 100 },
    );
  });

  it('reads a parameter again when its type is no function type any more', () => {
    const text = (typedef: string) =>
      `- (void)first {\n}\n${typedef}\nstatic void finish(Done done) {\n  done();\n}\n`;
    const before = `@implementation A\n${text('typedef void (^Done)(void);')}@end\n`;
    follow(before, before.replace('typedef', 'typedef;'), before);
  });

  it('lowers only what changed', () => {
    const document = new ObjcDocument(parser, code('x();'));
    const before = document.program;
    const after = document.update(code('y();'));
    expect(after.types[0]?.methods[1]).toBe(before.types[0]?.methods[1]);
    expect(after.types[0]?.methods[0]).not.toBe(before.types[0]?.methods[0]);
    document.dispose();
  });

  it('moves what an edit has moved', () => {
    follow(code('x();'), code('longer();'), code(''), code('x();', '\n\n'), code('x();', '- (void)n {}\n'));
  });

  it('sees a directive, a condition or a type around a method that stays the same', () => {
    const between = (os: string) => code('x();', `#if ${os}\n`).replace('@end', '#endif\n@end');
    follow(code('x();'), between('TARGET_OS_IOS'), between('TARGET_OS_WATCH'), code('x();'));
    follow(code('x();'), `typedef void (^done_t)(void);\n${code('x();')}`, code('x();'));
  });

  it('recovers from errors', () => {
    follow(code('x();'), code('x( {'), code('x();'), code('x();', '- (void'), code('x();'));
  });
});
