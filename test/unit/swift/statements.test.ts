import { describe, expect, it } from 'vitest';
import { printBlock } from '../../../server/src/core/program/print-stmts';
import { body, lower, printed, statementsOf } from './support';

describe('conditions', () => {
  it('lowers if-let chains, patterns and availability', () => {
    expect(
      body(
        'if let a = f(), var b, a > 1, case .x(let c, _)? = d, #available(iOS 16, *) { g() } else { h() }',
      ),
    ).toEqual([
      'if bind a = f()',
      '  and bind b = b',
      '  and (a > 1)',
      '  and bind c as case .x(let c, _)? = d',
      '  and #available(iOS 16, *)',
      '  g()',
      'else',
      '  h()',
    ]);
  });

  it('nests else-if', () => {
    expect(body('if a { b() } else if c { d() } else { e() }')).toEqual([
      'if a',
      '  b()',
      'else',
      '  if c',
      '    d()',
      '  else',
      '    e()',
    ]);
  });

  it('lowers guard with effects in its condition', () => {
    expect(
      body('guard let self, let x = try? await f(y) as? Z, #unavailable(iOS 12) else { return }'),
    ).toEqual([
      'guard bind self = self',
      '  and bind x = (try? (await (f(y) as? Z)))',
      '  and #unavailable(iOS 12)',
      'else',
      '  return',
    ]);
  });

  it('keeps the type of a binding', () => {
    const [statement] = statementsOf('func f() { if let a: Int = b { } }');
    const clause = statement?.kind === 'if' ? statement.clauses[0] : undefined;
    expect(clause?.kind === 'bind' && clause.type?.name).toBe('Int');
  });
});

describe('switch', () => {
  it('lowers patterns, where, several patterns, fallthrough and default', () => {
    expect(
      body(`switch try f() {
      case .a(let x, _), .b: g(); fallthrough
      case let (y, .c) where y > 1: break
      case is Foo: h()
      case let z as Bar: i(z)
      case 1...3, "s": j()
      @unknown default: k()
      }`),
    ).toEqual([
      'switch (try f())',
      '  case .a(let x, _) binding x',
      '  case .b',
      '    g()',
      '    fallthrough',
      '    falls through',
      '  case let (y, .c) binding y where (y > 1)',
      '    break',
      '  case is Foo',
      '    h()',
      '  case let z as Bar binding z',
      '    i(z)',
      '  case 1...3',
      '  case "s"',
      '    j()',
      '  default',
      '    k()',
    ]);
  });

  it('reads if and switch as expressions', () => {
    expect(body('let a = if b { f() } else { g() }\nlet c = switch d { case .x: 1\ndefault: 2 }')).toEqual([
      'let a = {1}',
      '  {1} control',
      '    if b',
      '      f()',
      '    else',
      '      g()',
      'let c = {1}',
      '  {1} control',
      '    switch d',
      '      case .x',
      '        1',
      '      default',
      '        2',
    ]);
  });
});

describe('loops', () => {
  it('lowers for with patterns, where and labels', () => {
    expect(
      body('outer: for case let .x(a) in s where a > 1 { continue outer }\nfor (i, v) in p.q() { break }'),
    ).toEqual(['outer: for a in s', '  where (a > 1)', '  continue outer', 'for i, v in p.q()', '  break']);
  });

  it('suspends and throws where for-await takes an element', () => {
    expect(body('for try await a in b { c() }')).toEqual(['for a in (try (await b))', '  c()']);
  });

  it('lowers while and repeat', () => {
    expect(body('while let a = b(), c { d() }\nlast: repeat { e() } while f')).toEqual([
      'while bind a = b()',
      '  and c',
      '  d()',
      'last: repeat',
      '  e()',
      'while f',
    ]);
  });
});

describe('leaving a scope', () => {
  it('lowers defer, do, catch, throw and labelled blocks', () => {
    expect(
      body(`defer { a() }
      do { try b() } catch let e as MyError where e.isFatal { throw e } catch A.b, A.c { } catch { c(error) }
      do { d() }
      end: do { break end }
      choice: if x { break choice }`),
    ).toEqual([
      'defer',
      '  a()',
      'try',
      '  (try b())',
      'catch let e as MyError where e.isFatal binding e',
      '  e.isFatal',
      '  throw e',
      'catch A.b',
      'catch all binding error',
      '  c(error)',
      'do',
      '  d()',
      'end: do',
      '  break end',
      'choice: plain',
      '  if x',
      '    break choice',
    ]);
  });

  it('catches everything with a plain binding, but not with a list or a type', () => {
    const catchesAll = (clause: string) => {
      const [statement] = statementsOf(`func f() { do { try g() } ${clause} { } }`);
      return statement?.kind === 'try' ? statement.catches[0]?.catchesAll : undefined;
    };
    expect(catchesAll('catch')).toBe(true);
    expect(catchesAll('catch let e')).toBe(true);
    expect(catchesAll('catch let e where a')).toBe(false);
    expect(catchesAll('catch is A')).toBe(false);
    expect(catchesAll('catch A.b')).toBe(false);
    expect(catchesAll('catch let e as A, let e as B')).toBe(false);
  });

  it('does not take the next line for a label or a value', () => {
    expect(body('for a in b { if c { break\n}\nd() }\nwhile e { continue\nf() }')).toEqual([
      'for a in b',
      '  if c',
      '    break',
      '  d()',
      'while e',
      '  continue',
      '  f()',
    ]);
  });
});

describe('declarations in bodies', () => {
  it('lowers variables, tuples and several in one declaration', () => {
    expect(
      body(
        'let a = 1, b: Int\nlet (c, d) = (e(), f())\nvar (g, h) = i()\nlet _ = j()\n_ = k()\nasync let l = m()',
      ),
    ).toEqual([
      'let a = 1',
      'let b: Int',
      'let c = e()',
      'let d = f()',
      'var g = unknown(i())',
      'var h = unknown()',
      'let _ = j()',
      '_ = k()',
      'async let l = m()',
    ]);
  });

  it('lowers local functions, and the functions of local types', () => {
    expect(body('func a(b: Int) -> Int { b }\nclass C { func d() { e() } }')).toEqual([
      'function a(b: Int) -> Int',
      '  return implicitly b',
      'method d()',
      '  e()',
    ]);
  });
});

describe('#if', () => {
  it('keeps branches apart, nested ones too', () => {
    expect(
      body('a()\n#if os(iOS)\nb()\n#if DEBUG\nc()\n#endif\n#elseif os(tvOS)\nd()\n#else\n#endif\ne()'),
    ).toEqual([
      'a()',
      '#if os(iOS)',
      '  b()',
      '  #if DEBUG',
      '    c()',
      '#if (!os(iOS) && os(tvOS))',
      '  d()',
      '#if (!os(iOS) && !os(tvOS))',
      'e()',
    ]);
  });

  it('finds the branches of the inner block when the outer one is inside #if itself', () => {
    expect(body('#if A\nif x {\n#if B\ny()\n#endif\n}\n#endif')).toEqual([
      '#if A',
      '  if x',
      '    #if B',
      '      y()',
    ]);
  });

  it('says nothing about a case of a switch where it is not compiled', () => {
    expect(body('switch a {\n#if os(iOS)\ncase .b: c()\n#endif\ndefault: d()\n}')).toEqual([
      'switch a',
      '  case .b',
      '    #if os(iOS)',
      '      c()',
      '    #if !os(iOS)',
      '      unknown',
      '  default',
      '    d()',
    ]);
  });

  it('makes calls in the middle of a chain conditional', () => {
    expect(body('a()\n  #if os(iOS)\n  .b()\n  #endif\n  .c()')).toEqual([
      'unknown(a(), {1}).c()',
      '  {1} control',
      '    #if os(iOS)',
      '      unknown().b()',
    ]);
  });

  it('ignores diagnostics', () => {
    expect(body('a()\n#warning("b")\nc()')).toEqual(['a()', 'c()']);
  });
});

describe('top level', () => {
  it('lowers the statements of a script', () => {
    expect(
      printed(
        '#!/usr/bin/swift\nimport Foundation\nlet a = 1\nfunc f() { }\nif a > 0 { f() }\ntry await g()\nthrow h',
      ),
    ).toEqual([
      'import Foundation',
      'let a = 1',
      'function f()',
      'top level',
      '  if (a > 0)',
      '    f()',
      '  (try (await g()))',
      '  throw h',
    ]);
  });
});

describe('names of modifiers at file level', () => {
  it.each(['prefix', 'postfix', 'infix'])('%s is read as a name', (word) => {
    const { errors, topLevel } = lower(`let ${word}: A\n${word} = 1\n${word}.append(2)\n${word}?.b()\n`);
    expect(errors).toEqual([]);
    expect([...printBlock(topLevel)].slice(-3)).toEqual([`${word} = 1`, `${word}.append(2)`, `${word}?.b()`]);
  });

  it('and as a modifier in front of a declaration', () => {
    expect(lower('prefix operator +++\nprefix func +++ (a: A) -> A { a }\n').functions).toHaveLength(1);
  });
});
