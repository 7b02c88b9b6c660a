import { beforeAll, describe, expect, it } from 'vitest';
import { parse, parser, printed } from '../../support/objc';

beforeAll(() => parser.load('objc'));

function around(hole: string): string {
  return `@implementation A
- (void)one { [a first]; }
- (void)two {
  [b before];
  ${hole}
  [c after];
}
- (void)three { [d last]; }
@end
void tail(void) { e(); }
`;
}

describe('while a method is being written', () => {
  it.each([
    'if (x) {',
    'dispatch_async(q, ^{',
    '}',
    '[x run:^{',
    'if (x',
    '[self.foo ',
    'return [',
    'self.',
    '@"abc',
    'x = (',
  ])('the methods around it stay intact after %s', (hole) => {
    const file = parse(around(hole));
    const methods = file.types[0]?.methods.map(({ name }) => name);
    expect(methods).toEqual(['one', 'two', 'three']);
    const lines = printed(around(hole));
    expect(lines).toContain('    a.first()');
    expect(lines).toContain('    d.last()');
    expect(lines.at(-2)).toBe('  e()');
    expect(file.errors.length).toBeGreaterThan(0);
    expect(lines.join('\n')).toContain('unknown');
  });

  it('nothing is concluded from a body whose braces do not balance, but its calls are seen', () => {
    const body = parse(around('if (x) {')).types[0]?.methods[1]?.body?.statements ?? [];
    expect(body.map(({ kind }) => kind)).toEqual(['unknown']);
    expect(printed(around('if (x) {')).join('\n')).toContain('c.after()');
  });

  it('arithmetic at the start of a line is not taken for a method', () => {
    const file = parse('@implementation A\n- (int)a {\n  return (b)\n  - (c)\n  + (d);\n}\n@end');
    expect(file.errors).toEqual([]);
    expect(file.types[0]?.methods).toHaveLength(1);
  });
});

describe('C++ and other foreign code', () => {
  it('keeps the calls that can be read', () => {
    const text = `#import "Engine.h"
namespace audio { template <typename T> class Ring : public Base<T> { public: std::vector<T> items; }; }
@implementation Engine
- (void)start {
  std::unique_ptr<audio::Ring<float>> ring(new audio::Ring<float>(3));
  auto task = [[UIApplication sharedApplication] beginBackgroundTaskWithExpirationHandler:^{ stop(); }];
}
@end`;
    expect(printed(text).join('\n')).toContain('beginBackgroundTaskWithExpirationHandler:');
  });

  it('is nested without limit and still answered', () => {
    const depth = 5_000;
    for (const [open, close] of [
      ['(', ')'],
      ['{', '}'],
      ['[x a:', ']'],
      ['^{', '}'],
      ['if (x) {', '}'],
      ['!', ''],
    ]) {
      const text = `void f(void) { x = ${open?.repeat(depth)}1${close?.repeat(depth)}; }\nvoid g(void);`;
      expect(parse(text).language).toBe('objc');
    }
    const chain = `void f(void) { x = ${'a + '.repeat(depth)}b; ${'if (a) b(); else '.repeat(depth)} c(); }`;
    expect(parse(chain).functions[0]?.name).toBe('f');
  });
});
