import { describe, expect, it } from 'vitest';
import type { CallExpr } from '../../../server/src/core/program/ir';
import { printExpr } from '../../../server/src/core/program/print-exprs';
import { body, expression } from './support';

/** One line for the expression; closures are tested elsewhere. */
function shape(text: string): string {
  return printExpr(expression(text)).text;
}

function call(text: string): CallExpr {
  const expr = expression(text);
  if (expr.kind !== 'call') throw new Error(`Not a call: ${text}`);
  return expr;
}

describe('operators', () => {
  it.each([
    ['a && !b || c', '((a && (!b)) || c)'],
    ['a || b && c', '(a || (b && c))'],
    ['-x.y + 2 * z', '((-x.y) + (2 * z))'],
    ['!a.b.c()', '(!a.b.c())'],
    ['a & b | c << 1', '((a & b) | (c << 1))'],
    ['a ?? b ?? c', '(a ?? (b ?? c))'],
    ['a ?? b as? C', '(a ?? (b as? C))'],
    ['a == b as! C', '(a == (b as! C))'],
    ['x is A && y', '((x is A) && y)'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['x = a ? b.c() : d', 'x = (a ? b.c() : d)'],
    ['x += a + b', 'x += (a + b)'],
    ['options |= .a', 'options |= .a'],
    ['a ... b - 1', '(a ... (b - 1))'],
    ['a <> b + c', '(a <> (b + c))'],
    ['f(&self.x)', 'f((&self.x))'],
    ['(a + b) * c', '((a + b) * c)'],
    ['.pi + x', '(.pi + x)'],
    ['arr.reduce(0, +)', 'arr.reduce(0, +)'],
  ])('groups %s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('gives up on the structure of absurdly long chains, but keeps their calls', () => {
    const expr = expression(Array.from({ length: 1000 }, (_, i) => `f${i}()`).join(' + '));
    expect(expr.kind).toBe('unknown');
    expect(expr.kind === 'unknown' && expr.children.length).toBe(1000);
  });
});

describe('try and await', () => {
  it.each([
    ['try f()', '(try f())'],
    ['x = try await f() + g()', 'x = (try (await (f() + g())))'],
    ['try x = f()', '(try x = f())'],
    ['try? await f() ?? x', '(try? (await (f() ?? x)))'],
    ['f(try g(), await h())', 'f((try g()), (await h()))'],
    ['try! a.b().c', '(try! a.b().c)'],
    ['(try? f())?.g()', '(try? f())?.g()'],
    ['"\\(try f())"', 'interpolated((try f()))'],
    ['a ? try b() : c()', '(a ? (try b()) : c())'],
    ['try\n  f()', '(try f())'],
    ['x = try .init(y)', 'x = (try .init(y))'],
    ['x = #selector(tick)', 'x = unknown(tick)'],
    ['x = #selector(A.tick(_:))', 'x = unknown(A.tick)'],
  ])('covers what is to the right in %s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('covers the value of a declaration and of a return', () => {
    expect(body('let x = try await f()\nreturn try g()')).toEqual([
      'let x = (try (await f()))',
      'return (try g())',
    ]);
  });

  it('starts at the keyword', () => {
    const expr = expression('try f()');
    expect(expr.range).toEqual({ start: 14, end: 21 });
  });
});

describe('calls', () => {
  it.each([
    ['f(x)', 'f(x)'],
    ['a.f(b: x, _: y)', 'a.f(b: x, y)'],
    ['CXProvider(configuration: c)', 'new CXProvider(configuration: c)'],
    ['CXProvider.init(configuration: c)', 'new init making CXProvider(configuration: c)'],
    ['A.B(x)', 'A.new B(x)'],
    ['A.B.init(x)', 'A.new init making B(x)'],
    ['.init(x)', '.init(x)'],
    ['.a(x).b()', '.a(x).b()'],
    ['f(x)(y)', 'f(x).(y)'],
    ['a?.b.c()', 'a?.b?.c()'],
    ['completion?(x)', 'completion?(x)'],
    ['completion!(x)', 'completion(x)'],
    ['self.completion!(x)', 'self.completion(x)'],
    ['a!.b()', 'a!.b()'],
    ['super.init(frame: .zero)', 'super.init(frame: .zero)'],
    ['type(of: x).make()', 'type(of: x).make()'],
    ['Foo<Int>(a: 1)', 'new Foo(a: 1)'],
    ['Foo<Int>.make(1)', 'Foo.make(1)'],
    ['[Int](repeating: 0, count: 1)', 'new Array(repeating: 0, count: 1)'],
    ['[String: Int]()', 'new Dictionary()'],
    ['x[1, a: 2]', 'x[1, a: 2]'],
    ['x?[1]?.f()', 'x[1]?.f()'],
    ['self.f(a:b:)', 'self.f'],
    ['#selector(f(_:))', 'unknown(f)'],
    ['f(\\.a.b, \\A.b[0])', 'f(unknown(), unknown())'],
    ['#expect(a == b)', '#expect((a == b))'],
    ['done(.success(()))', 'done(.success(tuple[]))'],
    ['f(#function, #isolation, /a+/)', 'f(unknown(), unknown(), unknown())'],
    ['`default`.f()', 'default.f()'],
  ])('lowers %s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('resets the optional chain at parentheses', () => {
    expect(call('(a?.b)!.c()').isOptionalChain).toBe(false);
    expect(call('a?.b!.c()').isOptionalChain).toBe(true);
  });

  it('names the member, and the type of an initialiser', () => {
    const at = (text: string) => {
      const { nameRange } = call(text);
      return `func body() {\n${text}\n}`.slice(nameRange.start, nameRange.end);
    };
    expect(at('a.b.f(x)')).toBe('f');
    expect(at('A.B.init(x)')).toBe('B');
    expect(at('CXProvider(configuration: c)')).toBe('CXProvider');
    expect(at('handlers[0](x)')).toBe('handlers[0]');
  });

  it('keeps labels of trailing closures, and none for the first', () => {
    const { args } = call('f(a: 1) { b() } done: { c() }');
    expect(args.map(({ label, isTrailing }) => [label, isTrailing])).toEqual([
      ['a', false],
      [undefined, true],
      ['done', true],
    ]);
  });
});

describe('closures', () => {
  it('lowers captures, parameters and the implicit return', () => {
    expect(body('f { [weak self, unowned a, id = task] (x: Int, _) -> Bool in x > 0 }')).toEqual([
      'f({1})',
      '  {1} closure [weak self, unowned a, id = task] (x, _)',
      '    return implicitly (x > 0)',
    ]);
  });

  it('returns nothing implicitly from assignments, several statements and Void closures', () => {
    expect(body('f { self.x = 1 }')).toEqual(['f({1})', '  {1} closure ()', '    self.x = 1']);
    expect(body('f { () -> Void in g() }')).toEqual(['f({1})', '  {1} closure ()', '    g()']);
    expect(body('f { a(); b() }')).toEqual(['f({1})', '  {1} closure ()', '    a()', '    b()']);
  });

  it('knows async closures, attributes and empty capture lists', () => {
    const { args } = call('f { @MainActor [] in g() }');
    const [closure] = args.map(({ value }) => value);
    expect(closure?.kind === 'closure' && closure.function.attributes).toEqual(['@MainActor']);
    const asynchronous = call('f { (x) async throws -> Int in x }').args[0]?.value;
    expect(
      asynchronous?.kind === 'closure' && [asynchronous.function.isAsync, asynchronous.function.throws],
    ).toEqual([true, true]);
  });
});

describe('literals', () => {
  it.each([
    ['"a\\n\\u{1F600}\\"\\\\"', '"a\\n😀\\"\\\\"'],
    ['#"a\\n"#', '"a\\\\n"'],
    ['#"a\\#n"#', '"a\\n"'],
    ['"a\\(b)c\\(d.e())"', 'interpolated("a", b, "c", d.e())'],
    ['#"a\\#(b)"#', 'interpolated("a", b)'],
    ['"""\n  a\n    b \\\n  c\n  """', '"a\\n  b c"'],
    ['"""\n  \\(a)\n  b\n  """', 'interpolated(a, "\\nb")'],
    ['"\\(x, privacy: .public)"', 'interpolated(unknown(x, .public))'],
    ['""', '""'],
    ['[a, b,]', 'array[a, b]'],
    ['[a: b, c: d]', 'dictionary[a, b, c, d]'],
    ['[:]', 'dictionary[]'],
    ['(a, x: b)', 'tuple[a, b]'],
    ['0x1F', '0x1F'],
    ['true', 'true'],
    ['x = nil', 'x = nil'],
  ])('decodes %s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it('decodes the same with Windows line ends', () => {
    expect(shape('"""\r\n  a\r\n  b\r\n  """')).toBe('"a\\nb"');
  });
});
