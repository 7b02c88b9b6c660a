import { beforeAll, describe, expect, it } from 'vitest';
import { parse, parser, statement, statements } from '../../support/objc';

beforeAll(() => parser.load('objc'));

describe('literals', () => {
  it.each([
    ['x = @"audio";', 'x = "audio"'],
    ['x = "audio";', 'x = "audio"'],
    ['x = @"a" @"b" "c";', 'x = "abc"'],
    ['x = PREFIX @".b" /* c */ "d";', 'x = interpolated(PREFIX, ".b", "d")'],
    ['x = @"\\"q\\" \\n\\x41\\u00e9\\101";', 'x = "\\"q\\" \\nAéA"'],
    ['x = @"🎧 // no comment";', 'x = "🎧 // no comment"'],
    ['x = YES; ', 'x = true'],
    ['x = FALSE;', 'x = false'],
    ['x = nil;', 'x = nil'],
    ['x = NULL;', 'x = nil'],
    ['x = @YES;', 'x = true'],
    ['x = @3;', 'x = 3'],
    ['x = @(level);', 'x = level'],
    ['x = 0x1F;', 'x = 0x1F'],
    ["x = 'a';", "x = 'a'"],
  ])('%s', (source, expected) => {
    expect(statement(source)).toBe(expected);
  });

  it('of boxed values range over their at sign', () => {
    const text = 'void f(void) { g(@YES); }';
    const [stmt] = parse(text).functions[0]?.body?.statements ?? [];
    const arg = stmt?.kind === 'expr' && stmt.expr.kind === 'call' ? stmt.expr.args[0] : undefined;
    expect(text.slice(arg?.range.start, arg?.range.end)).toBe('@YES');
  });

  it('of collections keep their elements', () => {
    expect(statement('x = @[@1, name, @{@"k": v}];')).toBe('x = array[1, name, dictionary["k", v]]');
  });
});

describe('operators', () => {
  it.each([
    ['options = MixWithOthers | DuckOthers;', 'options = (MixWithOthers | DuckOthers)'],
    ['x += 2;', 'x += 2'],
    ['x |= Flag;', 'x |= Flag'],
    ['x = a ? b : c;', 'x = (a ? b : c)'],
    ['x = a ?: c;', 'x = (a ? unknown() : c)'],
    ['x = (a, b);', 'x = (a , b)'],
    ['x = !ready;', 'x = (!ready)'],
    ['x = -1;', 'x = -1'],
    ['*error = nil;', '(*error) = nil'],
    ['f(&error);', 'f((&error))'],
    ['x = y = z;', 'x = y = z'],
    ['x = (int)[a b];', 'x = (a.b() as! int)'],
    ['x = (__bridge NSString *)ref;', 'x = (ref as! __bridge NSString *)'],
    ['x = a.b.c;', 'x = a.b.c'],
    ['x = self->_player;', 'x = self._player'],
    ['x = map[@"key"][0];', 'x = map["key"][0]'],
  ])('%s', (source, expected) => {
    expect(statement(source)).toBe(expected);
  });

  it('that the model does not know keep the calls in them', () => {
    expect(statement('x = (CGRect){origin(), {1, 2}};')).toBe(
      'x = unknown(unknown(origin(), unknown(1, 2)))',
    );
    expect(statement('x = sizeof(y);')).toBe('x = unknown(y)');
  });

  it('of statement expressions are blocks with a value', () => {
    expect(statements('x = ({ prepare(); 3; });')[0]).toMatch(/^x = /);
    expect(statements('x = ({ prepare(); 3; });').join('\n')).toContain('prepare()');
  });
});

describe('blocks', () => {
  it('are closures with their parameters', () => {
    expect(statements('[task run:^(BOOL ok, NSError *error) { finish(ok); }];')).toEqual([
      'task.run:(run: {1})',
      '  {1} closure (ok, error)',
      '    finish(ok)',
    ]);
  });

  it('may say what they answer', () => {
    expect(statements('f(^BOOL(int a) { return YES; });')).toEqual([
      'f({1})',
      '  {1} closure (a)',
      '    return true',
    ]);
  });

  it('without parameters write void or nothing', () => {
    expect(statements('f(^(void) { g(); });')).toEqual(statements('f(^{ g(); });'));
  });

  it('can be called on the spot', () => {
    expect(statements('^{ g(); }();')).toEqual(['{1}.()', '  {1} closure ()', '    g()']);
  });

  it('have types for their parameters and result', () => {
    const text = 'void f(void) { x = ^id(void (^done)(BOOL), NSArray<NSString *> *names) { return nil; }; }';
    const [stmt] = parse(text).functions[0]?.body?.statements ?? [];
    const value = stmt?.kind === 'expr' && stmt.expr.kind === 'assign' ? stmt.expr.value : undefined;
    if (value?.kind !== 'closure') throw new Error('Expected a closure');
    expect(value.function.returns?.name).toBe('id');
    expect(value.function.params.map(({ type }) => type)).toMatchObject([
      { text: 'void (^)(BOOL)', isFunction: true, name: '' },
      { text: 'NSArray<NSString *> *', isFunction: false, name: 'NSArray', args: [{ name: 'NSString' }] },
    ]);
  });
});
