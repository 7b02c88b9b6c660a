import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseSwift } from '../../../server/src/core/syntax/swift-normalise';
import { SAMPLE } from './support';

/** The normalised text with its runs of blanks shortened. */
function normalised(text: string): string {
  return normaliseSwift(text).text.replace(/ +/g, ' ').trim();
}

/** `form@word`: each blanked effect with the word behind it. */
function effects(text: string): string[] {
  return [...normaliseSwift(text).effects].flatMap(([offset, list]) =>
    list.map(({ form, start }) => `${form}@${/^\w+/.exec(text.slice(offset))?.[0]} from ${start}`),
  );
}

describe('normaliseSwift', () => {
  it.each([
    ['let a = try? await b()', 'let a = b()'],
    ['x = try! f()', 'x = f()'],
    ['nonisolated(unsafe) var a = 1', 'var a = 1'],
    ['isolated deinit { }', 'deinit { }'],
    ['func `a b c`() { }', 'func `a_b_c`() { }'],
    ['func f() throws(MyError) { }', 'func f() throws { }'],
    ['do throws(MyError) { }', 'do { }'],
    ['done(.success(()))', 'done(.success(0 ))'],
    ['return ()', 'return 0'],
    ['a ? b() : ()', 'a ? b() : 0'],
    ['f(x: ())', 'f(x: 0 )'],
    ['func f(a: sending Foo, b: borrowing [Bar]) { }', 'func f(a: Foo, b: [Bar]) { }'],
    ['consuming func f() { }', 'func f() { }'],
    ['g(consume x)', 'g( x)'],
    ['do { } catch A.b, C.d { }', 'do { } catch A.b { }'],
    ['associatedtype T: A, B', 'associatedtype T: A'],
    ['let a: [3 of Int]', 'let a: [ Int]'],
    ['f { [] in g() }', 'f { g() }'],
    ['outer : for a in b { }', 'outer: for a in b { }'],
    ['f(#isolation)', 'f(_isolation)'],
    ['let r = /a"[b]/', 'let r = _______'],
    ['let token = <#Your token#>', 'let token = ______________'],
    ['@available(iOS 17, *)\n#Preview { }', '#Preview { }'],
    ['#warning("later")', ''],
    ['Promise<Void> { f() }', 'Promise { f() }'],
    ['Promise<(a: A, B)>.pending()', 'Promise .pending()'],
    ['case a(_: Int)', 'case a( Int)'],
    ['if case 200 ..< 300 = code { }', 'if 200 ..< 300~= code { }'],
    ['a() ; b()', 'a(); b()'],
    ['let s = "abc', 'let s = ____'],
    ['let s = "a\\(b)c', 'let s = "a\\(b)"'],
    ['f(24 /* hours */ * 60)', 'f(24 * 60)'],
  ])('rewrites %s', (text, expected) => {
    expect(normalised(text)).toBe(expected);
  });

  it.each([
    'let a = "try await #if ()" + f(#"nonisolated(unsafe)"#)',
    'foo.try(x)\nfunc await() { }\nlet `try` = 1',
    'f(try: 1, await: 2)',
    'func f(a: ()) -> ()\nlet a: () = b',
    'let f: (()) -> Void',
    'handler?()\nhandler!()\ninit() { }\nsuper.init()',
    'let a: Promise<Void> { get }\nextension Foo<Bar> { }\nif a < b { }\nf(a < b, c > d)',
    'catch { }\nx.catch { a, b in }',
    'label: for a in b { }\nx ? y : for_',
    'f(copy: a)\nlet copy = a\ncopy(b)\nx.consume(y)',
    'case .a(_): f(_, b)',
    'a / b / c',
  ])('leaves %s alone', (text) => {
    expect(normaliseSwift(text).text).toBe(text);
  });

  it('leaves strings alone, but not the code in their interpolations', () => {
    expect(normalised('"try \\(try f()) try"')).toBe('"try \\( f()) try"');
  });

  it('remembers what try and await stood where', () => {
    expect(effects('a = try? await b()')).toEqual(['try?@b from 4', 'await@b from 9']);
    expect(effects('try a()\nfor try await c in d { }')).toEqual([
      'try@a from 0',
      'try@c from 12',
      'await@c from 16',
    ]);
  });

  it('ties an effect to the code behind a modifier that is blanked as well', () => {
    expect(effects('try consume x')).toEqual(['try@x from 0']);
  });

  it('blanks directives and keeps their regions', () => {
    const text = 'a\n#if os(iOS) // c\nb\n#else\nd\n#endif\ne';
    const { text: result, directives } = normaliseSwift(text);
    expect(result).not.toContain('#');
    expect(directives).toHaveLength(1);
    expect(directives[0]?.branches.map(({ range }) => text.slice(range.start, range.end).trim())).toEqual([
      '// c\nb',
      'd',
    ]);
  });

  it('keeps the length and every line break of any text', () => {
    const pieces = [
      ...'"\\()#/*\n{}<>;:`_ ',
      '\r\n',
      'try ',
      'await',
      '#if ',
      '#endif\n',
      'case ',
      '😀',
      'catch ',
      '()',
      'in',
      ' = ',
    ];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces) }), (text) => {
        const result = normaliseSwift(text).text;
        expect(result.length).toBe(text.length);
        expect(result.replace(/[^\r\n]/g, '.')).toBe(text.replace(/[^\r\n]/g, '.'));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the length and every line break of a real file cut anywhere', () => {
    fc.assert(
      fc.property(fc.nat(SAMPLE.length), fc.nat(SAMPLE.length), (a, b) => {
        const text = SAMPLE.slice(Math.min(a, b), Math.max(a, b));
        const result = normaliseSwift(text).text;
        expect(result.replace(/[^\r\n]/g, '.')).toBe(text.replace(/[^\r\n]/g, '.'));
      }),
    );
  });

  it.each([
    '() ',
    'a: (), ',
    'case 1 ',
    'associatedtype T: A ',
    '#/ ',
    '#/\n',
    '/a ',
    '<# ',
    'throws( ',
    '"\\(',
    '/* ',
    'catch ',
    'A<',
    '`',
  ])(
    'takes no quadratic time for endless %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(400_000 / piece.length));
      expect(normaliseSwift(text).text.length).toBe(text.length);
    },
    5000,
  );
});
