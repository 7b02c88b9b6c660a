import { describe, expect, it } from 'vitest';
import { body, printed } from './support';

describe('an initialiser without a type in front of it', () => {
  it('makes what a variable, a parameter or a property is declared as', () => {
    expect(body('let a: R = .init(x: 1)')).toEqual(['let a: R = .new init making R(x: 1)']);
    expect(body('let a: R = try await .init()')).toEqual(['let a: R = (try (await .new init making R()))']);
    expect(printed('class A {\n  var b: R = .init()\n}')).toContain('  var b: R = .new init making R()');
  });

  it('makes what the function returns, wherever that is', () => {
    const text = `func f() -> R {
      if a { return .init(x: 1) }
      guard b else { return c ? .init() : d }
      return e ?? .init(y: 2)
    }`;
    expect(printed(text).filter((line) => line.includes('return'))).toEqual([
      '    return .new init making R(x: 1)',
      '    return (c ? .new init making R() : d)',
      '  return (e ?? .new init making R(y: 2))',
    ]);
    expect(printed('var a: R { .init() }').at(-1)).toMatch(/return implicitly \.new init making R\(\)$/);
  });

  it('makes something else in a closure, whose type is not known', () => {
    const text =
      'func f() -> R {\n  g { return .init() }\n  h { () -> S in return .init() }\n  return .init()\n}';
    expect(printed(text).filter((line) => line.includes('return'))).toEqual([
      '      return .init()',
      '      return .new init making S()',
      '  return .new init making R()',
    ]);
  });

  it('is unknown where nothing is declared', () => {
    expect(body('let a = .init()')).toEqual(['let a = .init()']);
    expect(body('a = .init()')).toEqual(['a = .init()']);
  });
});
