import { beforeAll, describe, expect, it } from 'vitest';
import { parse, parser, printed } from '../../support/objc';

beforeAll(() => parser.load('objc'));

describe('classes', () => {
  it('name what they inherit, without type arguments', () => {
    const file = parse(
      '@interface Queue<T> : NSObject <NSCoding, NSCopying>\n@end\n@protocol Source <NSObject>\n@end',
    );
    expect(file.types).toMatchObject([
      { kind: 'class', name: 'Queue', inherits: ['NSObject', 'NSCoding', 'NSCopying'] },
      { kind: 'protocol', name: 'Source', inherits: ['NSObject'] },
    ]);
  });

  it('are extended by categories, class extensions and implementations', () => {
    const file = parse(
      '@interface A ()\n@end\n@interface A (Audio) <P>\n@end\n@implementation A\n@end\n@implementation A (Audio)\n@end',
    );
    expect(file.types.map(({ kind, name, inherits }) => [kind, name, inherits])).toEqual([
      ['extension', 'A', []],
      ['extension', 'A', ['P']],
      ['extension', 'A', []],
      ['extension', 'A', []],
    ]);
  });

  it('have properties with their attributes', () => {
    const [type] = parse(`@interface A : B
      @property (nonatomic, weak, readonly) id<PlayerDelegate> delegate;
      @property (class, readonly) A *shared;
      @property (nonatomic, copy, nullable) void (^completion)(BOOL);
      @property (getter=isReady) BOOL ready;
      @property (nonatomic) IBOutlet UILabel *first, *second;
    @end`).types;
    expect(type?.properties.map(({ name, isWeak, isStatic }) => [name, isWeak, isStatic])).toEqual([
      ['delegate', true, false],
      ['shared', false, true],
      ['completion', false, false],
      ['ready', false, false],
      ['first', false, false],
      ['second', false, false],
    ]);
    expect(type?.properties[0]).toMatchObject({
      attributes: ['nonatomic', 'weak', 'readonly'],
      type: { name: 'id', args: [{ name: 'PlayerDelegate' }] },
    });
    expect(type?.properties[2]?.type).toMatchObject({
      isFunction: true,
      isOptional: true,
      text: 'void (^)(BOOL)',
    });
    expect(type?.properties[3]?.attributes).toEqual(['getter=isReady']);
  });

  it('have instance variables with their visibility', () => {
    const [type] = parse(
      '@implementation A {\n  int _a;\n@public\n  __weak B *_b;\n}\n@synthesize x = _y;\n@end',
    ).types;
    expect(type?.properties.map(({ name, isWeak, attributes }) => [name, isWeak, attributes])).toEqual([
      ['_a', false, ['ivar']],
      ['_b', true, ['ivar', '@public']],
    ]);
    expect(type?.attributes).toEqual(['@synthesize x = _y']);
  });

  it('leave the C code between their methods to the file', () => {
    const file = parse(
      '@implementation A\nstatic int count = 0;\nstatic void reset(void) { count = 0; }\n- (void)a { }\n@end',
    );
    expect(file.globals.map(({ name }) => name)).toEqual(['count']);
    expect(file.functions.map(({ name }) => name)).toEqual(['reset']);
    expect(file.types[0]?.methods).toHaveLength(1);
  });
});

describe('methods', () => {
  const source = `@implementation A
- (instancetype)initWithName:(NSString *)name { return self; }
- (void)initialise { }
- (void)dealloc { }
+ (A *)shared { return nil; }
- (IBAction)play:(id)sender { }
- (void)application:(UIApplication *)app performFetch:(void (^)(UIBackgroundFetchResult))done { done(0); }
@end`;

  it('have the selector as full name and its first piece as name', () => {
    const methods = parse(source).types[0]?.methods ?? [];
    expect(methods.map(({ kind, name, fullName, isStatic }) => [kind, name, fullName, isStatic])).toEqual([
      ['init', 'initWithName', 'initWithName:', false],
      ['method', 'initialise', 'initialise', false],
      ['deinit', 'dealloc', 'dealloc', false],
      ['method', 'shared', 'shared', true],
      ['method', 'play', 'play:', false],
      ['method', 'application', 'application:performFetch:', false],
    ]);
    expect(methods[4]?.attributes).toEqual(['IBAction']);
  });

  it('have parameters with label, name and type', () => {
    const last = parse(source).types[0]?.methods.at(-1);
    expect(last?.params.map(({ label, name }) => [label, name])).toEqual([
      ['application', 'app'],
      ['performFetch', 'done'],
    ]);
    expect(last?.params[1]?.type?.isFunction).toBe(true);
    expect(source.slice(last?.params[1]?.labelRange.start, last?.params[1]?.labelRange.end)).toBe(
      'performFetch',
    );
    expect(source.slice(last?.nameRange.start, last?.nameRange.end)).toBe('application');
  });

  it('without a body are declarations, optional ones marked', () => {
    const [type] = parse(
      '@protocol P\n- (void)a;\n@optional\n- (void)b:(int)x;\n@required;\n- (void)c;\n@end',
    ).types;
    expect(type?.methods.map(({ fullName, body, attributes }) => [fullName, body, attributes])).toEqual([
      ['a', undefined, []],
      ['b:', undefined, ['optional']],
      ['c', undefined, []],
    ]);
  });

  it('exported to JavaScript by macro are methods', () => {
    const [type] = parse(`@implementation Bridge
RCT_EXPORT_MODULE()
RCT_EXPORT_METHOD(start:(NSString *)name resolver:(RCTPromiseResolveBlock)resolve) { resolve(name); }
RCT_REMAP_METHOD(stopIt, stop:(BOOL)now) { halt(); }
@end`).types;
    expect(type?.methods.map(({ fullName }) => fullName)).toEqual(['start:resolver:', 'stop:']);
  });
});

describe('block types', () => {
  it('are functions under the name that a typedef gives them', () => {
    const file = parse(
      'typedef void (^Done)(BOOL);\ntypedef Done Finished;\ntypedef int Count;\nvoid f(Done a, Finished b, Count c, dispatch_block_t d);',
    );
    expect(file.functions[0]?.params.map(({ type }) => [type?.name, type?.isFunction])).toEqual([
      ['Done', true],
      ['Finished', true],
      ['Count', false],
      ['dispatch_block_t', true],
    ]);
  });

  it('are known before their typedef in the file', () => {
    const file = parse('@interface A\n@property (copy) Done done;\n@end\ntypedef void (^Done)(void);');
    expect(file.types[0]?.properties[0]?.type?.isFunction).toBe(true);
  });
});

describe('globals', () => {
  it('are constants, variables and defines', () => {
    const file = parse(`#define LIMIT 30.0
#define NAME @"refresh" // why
#define ALIAS (kOther)
#define LONG PREFIX @"." NAME
#define OFFSET -1
#define SUM (A + B)
#define FLAG
#define CALL(x) run(x)
extern NSString *const kFoo;
static NSString * const kBar = @"bar";
int a, b = 2;`);
    expect(file.globals.map(({ name, initial, isConstant }) => [name, initial?.kind, isConstant])).toEqual([
      ['LIMIT', 'literal', true],
      ['NAME', 'literal', true],
      ['ALIAS', 'name', true],
      ['LONG', 'literal', true],
      ['OFFSET', 'literal', true],
      ['SUM', 'unknown', true],
      ['kFoo', undefined, true],
      ['kBar', 'literal', true],
      ['a', undefined, false],
      ['b', 'literal', false],
    ]);
    expect(file.globals[1]?.initial).toMatchObject({ type: 'string', value: 'refresh' });
    expect(file.globals[3]?.initial).toMatchObject({
      type: 'string',
      parts: [{ kind: 'name', name: 'PREFIX' }, '.', { kind: 'name', name: 'NAME' }],
    });
    expect(file.globals[4]?.initial).toMatchObject({ type: 'number', value: '-1' });
  });

  it('of enumerations are the constants of a type', () => {
    const file = parse(
      'typedef NS_ENUM(NSInteger, Mode) { ModeA = 1, ModeB NS_SWIFT_NAME(b), };\ntypedef enum { X, Y } Axis;\ntypedef NS_OPTIONS(NSUInteger, Set) { One = 1 << 0 };',
    );
    expect(file.errors).toEqual([]);
    expect(
      file.types.map(({ kind, name, properties }) => [kind, name, properties.map((p) => p.name)]),
    ).toEqual([
      ['enum', 'Mode', ['ModeA', 'ModeB']],
      ['enum', 'Axis', ['X', 'Y']],
      ['enum', 'Set', ['One']],
    ]);
  });

  it('of enumerations may stand inside a class', () => {
    const file = parse('@interface A : B\ntypedef NS_ENUM(NSInteger, Mode) { ModeA };\n- (void)run;\n@end');
    expect(file.errors).toEqual([]);
    expect(file.types.map(({ name }) => name)).toEqual(['A', 'Mode']);
    expect(file.globals).toEqual([]);
  });

  it('come with the imports of the file', () => {
    const file = parse(
      '#import <UIKit/UIKit.h> // views\n#import "Player.h"\n@import AVFoundation.AVFAudio;',
    );
    expect(file.imports.map(({ module }) => module)).toEqual([
      'UIKit/UIKit.h',
      'Player.h',
      'AVFoundation.AVFAudio',
    ]);
  });

  it('of C functions keep their parameters', () => {
    expect(
      printed('static inline BOOL f(int a, void (^b)(void), ...) { b(); return YES; }\nint g(void);'),
    ).toEqual([
      'static function f(_ a: int, _ b: void (^)(void)) -> BOOL',
      '  b()',
      '  return true',
      'function g() -> int',
    ]);
  });
});
