import { beforeAll, describe, expect, it } from 'vitest';
import { normaliseObjc } from '../../../server/src/core/syntax/objc-normalise';
import { scanObjc } from '../../../server/src/core/syntax/objc-scanner';
import { parse, parser } from '../../support/objc';

beforeAll(() => parser.load('objc'));

/** What is left of a text, with runs of blanks shown as one. */
function normalised(text: string): string {
  return normaliseObjc(text).text.replace(/\s+/g, ' ').trim();
}

describe('normalising Objective-C', () => {
  it('leaves strings and comments alone', () => {
    const text =
      'NSString *a = @"#if X NS_ENUM(A, B) { // no";\n// NS_ASSUME_NONNULL_BEGIN\n/* #endif\nNS_UNAVAILABLE */\nchar c = \'"\';';
    expect(normaliseObjc(text).text).toBe(text);
  });

  it('takes annotations away', () => {
    expect(normalised('NS_ASSUME_NONNULL_BEGIN\n@interface A : B\n@end\nNS_ASSUME_NONNULL_END')).toBe(
      '@interface A : B @end',
    );
    expect(
      normalised(
        '@interface A : B\n- (id)init NS_UNAVAILABLE;\n- (void)go API_AVAILABLE(ios(13.0), tvos(13)) MY_THING;\n@end',
      ),
    ).toBe('@interface A : B - (id)init ; - (void)go ; @end');
    expect(
      normalised('__attribute__((objc_subclassing_restricted))\nMY_EXPORT\n@interface A : B\n@end'),
    ).toBe('@interface A : B @end');
    expect(normalised('FOO_EXPORT NSString * const kName;')).toBe('NSString * const kName;');
    expect(normalised('typedef NSString *Key NS_TYPED_EXTENSIBLE_ENUM;')).toBe('typedef NSString *Key ;');
    expect(normalised('typedef void (^Done)(void) __attribute__((deprecated("use it (now)")));')).toBe(
      'typedef void (^Done)(void) ;',
    );
    expect(normalised('@protocol P\n- (void)a NS_SWIFT_NAME(b(_:));\n@optional;\n@end')).toBe(
      '@protocol P - (void)a ; @optional @end',
    );
  });

  it('keeps names that only look like annotations', () => {
    for (const text of [
      'extern int FOO_BAR;',
      'extern NSString *const ERROR_UNAVAILABLE;',
      'static NSInteger const MAX_EXPORT = 4;',
      '@implementation A - (void)a { LOG_EVENT(x); y = STATE_UNAVAILABLE; } @end',
      'enum { STATE_AVAILABLE, STATE_UNAVAILABLE = 2, };',
      '@implementation A - (int)b { return KEY_DEPRECATED; } @end',
      'CF_TYPE * x;',
    ]) {
      expect(normalised(text)).toBe(text);
    }
  });

  it('makes enumeration macros enumerations', () => {
    expect(normalised('typedef NS_ENUM(NSInteger, Mode) { A };')).toBe('enum Mode { A };');
    expect(normalised('typedef NS_CLOSED_ENUM(NSInteger, Mode) { A };')).toBe('enum Mode { A };');
    expect(normalised('NS_ERROR_ENUM(Domain, Code) { A };')).toBe('enum Code { A };');
    expect(normalised('NS_ENUM(NSInteger) { A };')).toBe('enum { A };');
  });

  it('opens linkage blocks', () => {
    expect(normalised('extern "C" { void f(void) { g(); } }')).toBe('void f(void) { g(); }');
    expect(normalised('extern "C" void f(void);')).toBe('extern void f(void);');
  });

  it('reads directives with comments and continued lines', () => {
    const text =
      '#define A \\\n  1\n#if X /* why\nnot */ && Y // really\nint a;\n#endif\n#pragma mark - it\'s "here\nint b;';
    expect(normaliseObjc(text).conditionals).toHaveLength(1);
    expect(normaliseObjc(text).comments).toHaveLength(2);
    expect(parse(text).errors).toEqual([]);
    expect(parse(text).globals.map(({ name }) => name)).toEqual(['A', 'a', 'b']);
  });
});

describe('scanning', () => {
  function tokens(text: string): string[] {
    return scanObjc(text).tokens.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
  }

  it('tells tokens apart', () => {
    expect(tokens('@end @"a\\"b" L \'\\\'\' 1.5e-3 x->y')).toEqual([
      'at @end',
      'string @"a\\"b"',
      'word L',
      "character '\\''",
      'number 1.5e-3',
      'word x',
      'punctuation -',
      'punctuation >',
      'word y',
    ]);
  });

  it('ends unterminated strings with their line and unterminated comments with the text', () => {
    expect(tokens('@"open\nnext')).toEqual(['string @"open', 'word next']);
    expect(scanObjc('a /* open').comments).toEqual([{ start: 2, end: 9 }]);
    expect(scanObjc('// one \\\r\ntwo\r\nb').comments).toEqual([{ start: 0, end: 13 }]);
  });

  it('takes a number sign for a directive at the start of a line only', () => {
    expect(tokens('  # if A\nb # c')).toEqual(['directive # if A', 'word b', 'punctuation #', 'word c']);
    expect(tokens('/* x */ #if A')).toEqual(['directive #if A']);
  });
});
