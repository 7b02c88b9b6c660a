import { describe, expect, it } from 'vitest';
import { printCondition } from '../../../server/src/core/program/print-conditions';
import { lower, printed } from './support';

describe('types', () => {
  it('lowers classes, structs, enums, actors, protocols and extensions', () => {
    expect(
      printed(`@main final class A: B<C>, D.E, @unchecked Sendable { struct F { enum G { } } }
      actor H { }
      protocol I: AnyObject { var a: Int { get set }; func b(_ c: Int) async throws; init() }
      extension J.K: L where M == N { }`),
    ).toEqual([
      '@main final class A: B, D.E, Sendable',
      '  struct A.F',
      '    enum A.F.G',
      'actor H',
      'protocol I: AnyObject',
      '  var a: Int',
      '  method b(_ c: Int) async throws',
      '  init init()',
      'extension J.K: L',
    ]);
    expect(lower('extension J.K { }').types[0]?.name).toBe('K');
  });

  it('takes enum cases for constants with their raw values', () => {
    expect(
      printed(
        'enum A: String { case b, c = "d"\n indirect case e }\nenum F: Int { case g = 1, h }\nenum I { case j(Int, k: K) }',
      ),
    ).toEqual([
      'enum A: String',
      '  case let b = "b"',
      '  case let c = "d"',
      '  case let e = "e"',
      'enum F: Int',
      '  case let g = 1',
      '  case let h',
      'enum I',
      '  case let j',
    ]);
  });

  it('lowers initialisers, deinitialisers, subscripts and operators', () => {
    expect(
      printed(`class A {
        convenience init?(b c: Int = d()) throws { self.init() }
        deinit { e() }
        subscript(f: Int, g h: Int) -> Int { get { 1 } set { i(newValue) } }
        static subscript(j: Int) -> Int { j }
        class func k() { }
        static func == (l: A, m: A) -> Bool { l.n == m.n }
      }`),
    ).toEqual([
      'class A',
      '  convenience init init(b c: Int) throws',
      '    self.init()',
      '  deinit deinit()',
      '    e()',
      '  subscript subscript(_ f: Int, g h: Int) -> Int',
      '    return implicitly 1',
      '  subscript subscript(_ f: Int, g h: Int, _ newValue: Int)',
      '    i(newValue)',
      '  subscript subscript(_ j: Int) -> Int',
      '    return implicitly j',
      '  static method k()',
      '  static method ==(l: A, m: A) -> Bool',
      '    return implicitly (l.n == m.n)',
    ]);
  });
});

describe('functions', () => {
  const only = (text: string) => {
    const [fn] = lower(text).functions;
    if (fn === undefined) throw new Error('There is no function');
    return fn;
  };

  it.each([
    [
      'func application(_ a: A, didFinishLaunchingWithOptions b: B) { }',
      'application(_:didFinishLaunchingWithOptions:)',
    ],
    ['func f() { }', 'f()'],
    ['func f(a: Int, b c: Int, _: Int) { }', 'f(a:b:_:)'],
    ['func `default`(`in` a: Int) { }', 'default(in:)'],
  ])('names %s', (text, fullName) => {
    expect(only(text).fullName).toBe(fullName);
  });

  it('keeps labels, default values and attributes of parameters where they belong', () => {
    const fn = only(
      '@discardableResult func f(_ a: Int = b(), with c: @escaping (Int) -> Void, @ViewBuilder d: () -> V) { }',
    );
    expect(fn.attributes).toEqual(['@discardableResult']);
    expect(fn.params.map(({ label, name }) => [label, name])).toEqual([
      [undefined, 'a'],
      ['with', 'c'],
      ['d', 'd'],
    ]);
    expect(fn.params[0]?.defaultValue?.kind).toBe('call');
    expect(fn.params[1]?.type).toMatchObject({
      isFunction: true,
      isOptional: false,
      text: '@escaping (Int) -> Void',
    });
  });

  it('returns a lone expression only from functions with a result', () => {
    expect(printed('func a() -> Int { b() }')).toContain('  return implicitly b()');
    expect(printed('func a() { b() }')).toContain('  b()');
    expect(printed('func a() -> Void { b() }')).toContain('  b()');
    expect(printed('func a() -> Int { try b() }')).toContain('  return implicitly (try b())');
  });
});

describe('types as written', () => {
  const type = (text: string) => {
    const [variable] = lower(`var a: ${text}`).globals;
    return variable?.type;
  };

  it.each([
    ['UIKit.UIApplication', 'UIApplication', false, false],
    ['[String: [Int]]?', 'Dictionary', true, false],
    ['[Foo]!', 'Array', true, false],
    ['(() -> Void)?', '', true, true],
    ['@Sendable (Int) async throws -> Void', '', false, true],
    ['any Foo & Bar', 'Foo', false, false],
    ['some View', 'View', false, false],
    ['Foo.Type', 'Type', false, false],
    ['()', 'Void', false, false],
    ['Result<Foo, Error>', 'Result', false, false],
  ])('reads %s', (text, name, isOptional, isFunction) => {
    expect(type(text)).toMatchObject({ name, isOptional, isFunction, text });
  });

  it('keeps type arguments', () => {
    expect(type('Result<[Foo], Error>')?.args.map(({ name }) => name)).toEqual(['Array', 'Error']);
    expect(type('[String: Foo?]')?.args.map(({ name, isOptional }) => [name, isOptional])).toEqual([
      ['String', false],
      ['Foo', true],
    ]);
  });
});

describe('properties', () => {
  it('lowers stored, lazy, weak, static, computed and observed ones', () => {
    expect(
      printed(`class A {
        @objc private(set) lazy var a: Int = b() { willSet { c(newValue) } didSet(old) { d(old) } }
        weak var e: A?
        static let f = "g", h = 1
        var i: Int { j() }
        var k: Int { get async throws { 1 } set(l) { m(l) } }
        var n: () -> Void = { o() }
      }`),
    ).toEqual([
      'class A',
      '  @objc private(set) lazy var a: Int = b()',
      '    accessor willSet(_ newValue: Int)',
      '      c(newValue)',
      '    accessor didSet(_ old: Int)',
      '      d(old)',
      '  weak var e: A?',
      '  static let f = "g"',
      '  static let h = 1',
      '  var i: Int',
      '    accessor get() -> Int',
      '      return implicitly j()',
      '  var k: Int',
      '    accessor get() async throws -> Int',
      '      return implicitly 1',
      '    accessor set(_ l: Int)',
      '      m(l)',
      '  var n: () -> Void = {1}',
      '    {1} closure ()',
      '      return implicitly o()',
    ]);
  });

  it('sets the flags that rules ask for', () => {
    const properties = lower(
      'class A { lazy var a = 1; weak var b: B?; static let c = 1; class var d: Int { 1 } }',
    ).types[0]?.properties;
    expect(
      properties?.map(({ name, isConstant, isStatic, isLazy, isWeak }) => ({
        name,
        isConstant,
        isStatic,
        isLazy,
        isWeak,
      })),
    ).toEqual([
      { name: 'a', isConstant: false, isStatic: false, isLazy: true, isWeak: false },
      { name: 'b', isConstant: false, isStatic: false, isLazy: false, isWeak: true },
      { name: 'c', isConstant: true, isStatic: true, isLazy: false, isWeak: false },
      { name: 'd', isConstant: false, isStatic: true, isLazy: false, isWeak: false },
    ]);
  });
});

describe('#if around declarations', () => {
  it('is on imports, types, members and globals, with all conditions around', () => {
    const file = lower(`#if A
import B
class C {
  #if D
  var e = 1
  func f() { }
  #else
  class G { }
  #endif
}
func h() { }
let i = 1
#endif
import J`);
    const when = (part: { when: readonly Parameters<typeof printCondition>[0][] } | undefined) =>
      part?.when.map(printCondition);
    expect(file.imports.map((part) => [part.module, when(part)])).toEqual([
      ['B', ['A']],
      ['J', []],
    ]);
    const [type] = file.types;
    expect(when(type)).toEqual(['A']);
    expect(when(type?.properties[0])).toEqual(['A', 'D']);
    expect(when(type?.methods[0])).toEqual(['A', 'D']);
    expect(when(type?.types[0])).toEqual(['A', '!D']);
    expect(when(file.functions[0])).toEqual(['A']);
    expect(when(file.globals[0])).toEqual(['A']);
  });
});
