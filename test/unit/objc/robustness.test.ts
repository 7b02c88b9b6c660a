import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProgramFile } from '../../../server/src/core/program/ir';
import { ObjcDocument } from '../../../server/src/core/program/parse-objc';
import { normaliseObjc } from '../../../server/src/core/syntax/objc-normalise';
import { parse, parser } from '../../support/objc';
import { plainModel } from '../../support/plain-model';

beforeAll(() => parser.load('objc'));

const sample = `#import <UIKit/UIKit.h>
#define LIMIT 30 // seconds
NS_ASSUME_NONNULL_BEGIN
typedef NS_ENUM(NSInteger, State) { StateIdle, StateBusy NS_SWIFT_NAME(busy) };
typedef void (^Done)(NSError *_Nullable error);
@interface Uploader : NSObject <Source>
@property (nonatomic, copy) Done done;
#if TARGET_OS_IOS
- (void)start NS_REQUIRES_SUPER;
#endif
@end
NS_ASSUME_NONNULL_END
@implementation Uploader {
  UIBackgroundTaskIdentifier _task;
}
- (void)start {
  __block UIBackgroundTaskIdentifier task = UIBackgroundTaskInvalid; // 🎧
  @weakify(self)
  task = [[UIApplication sharedApplication] beginBackgroundTaskWithName:@"up\\n" expirationHandler:^{
#ifdef DEBUG
    NSLog(@"%@", @{@"a": @[@1, @YES]});
#else
    [self stop];
#endif
  }];
  if (@available(iOS 13.0, *) && (self.state = [self next])) { self.done(nil); } else if (!x) return;
  for (NSString *name in [self names]) { switch (name.length) { case 1: break; default: continue; } }
  @try { run((int)x ?: 3); } @catch (NSException *e) { @throw e; } @finally { _task = 0; }
}
@end
`;

const pieces = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    "'",
    '@"',
    '//',
    '/*',
    '*/',
    '\\',
    '\n',
    '\r\n',
    '\r',
    '#if X\n',
    '#else\n',
  ],
  ...[
    '#endif\n',
    '@end',
    '@implementation A\n',
    '\n- (void)a {',
    '^{',
    ';',
    ':',
    ',',
    '=',
    '🎧',
    '\ud83c',
    ' ',
    'NS_ENUM(',
  ],
  ...[
    'case 1:',
    'if (',
    'else ',
    'extern "C" {',
    'RCT_EXPORT_METHOD(',
    '@property ',
    '@{',
    'x',
    '?',
    '__attribute__((',
    '\0',
  ],
);
const junk = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** The sample with one stretch replaced. */
const mutated = fc
  .tuple(fc.nat(sample.length), fc.nat(60), junk)
  .map(([at, removed, inserted]) => sample.slice(0, at) + inserted + sample.slice(at + removed));

function rangesOf(file: ProgramFile): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  JSON.stringify(file, (key, value: unknown) => {
    if (/range$/i.test(key) && value !== undefined) ranges.push(value as { start: number; end: number });
    return value;
  });
  return ranges;
}

describe('normalising', () => {
  it('keeps the length and every line end', () => {
    fc.assert(
      fc.property(fc.oneof(junk, mutated), (text) => {
        const result = normaliseObjc(text).text;
        expect(result.length).toBe(text.length);
        expect(result.replace(/[^\r\n]/g, ' ')).toBe(text.replace(/[^\r\n]/g, ' '));
      }),
      { numRuns: 120 },
    );
  });

  it('changes nothing the second time', () => {
    expect(normaliseObjc(normaliseObjc(sample).text).text).toBe(normaliseObjc(sample).text);
  });
});

describe('lowering', () => {
  it('understands the sample, whatever the line ends', () => {
    for (const text of [sample, sample.replaceAll('\n', '\r\n')]) {
      expect(parse(text).errors).toEqual([]);
      expect(parse(text).types.map(({ name }) => name)).toEqual(['State', 'Uploader', 'Uploader']);
    }
  });

  it('never throws, and places everything inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(junk, mutated), (text) => {
        for (const { start, end } of rangesOf(parse(text))) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('never throws on a truncated file', () => {
    for (let end = 0; end < sample.length; end += 7)
      expect(parse(sample.slice(0, end)).language).toBe('objc');
  });

  it('counts offsets in UTF-16 units', () => {
    const text = '// 🎧🎧\nvoid play(void) { start(@"🎧", x); }';
    const [stmt] = parse(text).functions[0]?.body?.statements ?? [];
    const call = stmt?.kind === 'expr' && stmt.expr.kind === 'call' ? stmt.expr : undefined;
    expect(text.slice(call?.range.start, call?.range.end)).toBe('start(@"🎧", x)');
    expect(text.slice(call?.args[1]?.range.start, call?.args[1]?.range.end)).toBe('x');
  });

  it('answers plain data', () => {
    const file = parse(sample);
    expect(structuredClone(file)).toEqual(file);
  });
});

describe('an open document', () => {
  it('lowers every edit to what a fresh parse gives', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(sample.length), fc.nat(30), junk), { maxLength: 5 }), (edits) => {
        const document = new ObjcDocument(parser, sample);
        let text = sample;
        for (const [at, removed, inserted] of edits) {
          text = text.slice(0, at) + inserted + text.slice(at + removed);
          expect(plainModel(document.update(text))).toEqual(parse(text));
        }
        document.dispose();
      }),
      { numRuns: 40 },
    );
  });

  it('lowers to the same when nothing changes', () => {
    const document = new ObjcDocument(parser, sample);
    const first = plainModel(document.program);
    expect(plainModel(document.update(sample))).toEqual(first);
    document.dispose();
  });
});
