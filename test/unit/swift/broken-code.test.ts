import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr } from '../../../server/src/core/program/ir';
import { printProgram } from '../../../server/src/core/program/print';
import { lower, printed, SAMPLE } from './support';

/** Replaces a stretch of `text`: [where, how much, by what]. */
const mutation = fc.tuple(
  fc.nat(SAMPLE.length),
  fc.nat(30),
  fc.constantFrom(
    '',
    '{',
    '}',
    '(',
    ')',
    '"',
    '\\(',
    '#if ',
    '#endif\n',
    '/*',
    '<',
    '@',
    'case ',
    'try ',
    'func ',
    ': ',
    '?',
    '\0',
    '\ud83d',
  ),
);

function mutate(text: string, [start, length, inserted]: readonly [number, number, string]): string {
  return text.slice(0, start) + inserted + text.slice(start + length);
}

/** Every object with a `range` anywhere inside of `value`. */
function ranges(value: unknown, found: { start: number; end: number }[] = []) {
  if (typeof value !== 'object' || value === null) return found;
  if (
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  ) {
    found.push({ start: value.start, end: value.end });
  }
  for (const field of Object.values(value)) ranges(field, found);
  return found;
}

describe('broken code', () => {
  it('never throws, prints, and keeps every range inside of the text', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const text = mutations.reduce(mutate, SAMPLE);
        const file = lower(text);
        expect(() => printProgram(file)).not.toThrow();
        for (const { start, end } of ranges(file)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      {
        numRuns: 300,
        // What lies behind the closing braces that were added for it.
        examples: [
          [
            [
              [110, 13, ''],
              [1432, 15, '<'],
              [1252, 12, ''],
            ],
          ],
        ],
      },
    );
  });

  it('never throws on a file cut anywhere', () => {
    fc.assert(
      fc.property(fc.nat(SAMPLE.length), (length) => {
        expect(() => lower(SAMPLE.slice(0, length))).not.toThrow();
        expect(() => lower(SAMPLE.slice(length))).not.toThrow();
      }),
    );
  });

  it('says where it understood nothing', () => {
    const text = 'func a() { b() }\n%%% )\nfunc c() { }';
    const { errors } = lower(text);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ start, end }) => start >= 16 && end <= text.length)).toBe(true);
    expect(lower(SAMPLE).errors).toEqual([]);
  });

  it('keeps the functions of a class that is not finished', () => {
    const lines = printed('class A {\n  func b() { c() }\n  func d() { if e {\n  func f() { g() }\n').join(
      '\n',
    );
    expect(lines).toContain('c()');
    expect(lines).toContain('g()');
  });

  it('keeps the calls of a statement that is not finished', () => {
    expect(printed('func a() {\n  b()\n  c.d(e(), \n  f()\n}').join('\n')).toMatch(
      /b\(\)[\s\S]*e\(\)[\s\S]*f\(\)/,
    );
  });

  it('does not let an unfinished string swallow what follows', () => {
    expect(printed('func a() {\n  let s = "b\n  c()\n}\nfunc d() { }')).toEqual([
      'function a()',
      '  let s = unknown()',
      '  c()',
      'function d()',
    ]);
  });

  it('answers for an empty file and for one without code', () => {
    expect(printed('')).toEqual(['']);
    expect(printed('// nothing\n')).toEqual(['']);
  });
});

describe('wide code', () => {
  it.each([
    ['names', (n: number) => `let ${'a, '.repeat(n)}a`],
    ['statements', (n: number) => 'a()\n'.repeat(n)],
    ['arguments', (n: number) => `f(${'a, '.repeat(n)}a)`],
    ['errors', (n: number) => '% ) '.repeat(n)],
    ['operators', (n: number) => `a${' + a'.repeat(n)}`],
  ])('of 50,000 %s does not overflow the stack', (_name, repeat) => {
    expect(() => printProgram(lower(repeat(50_000)))).not.toThrow();
    expect(() => printProgram(lower(`func body() {\n${repeat(50_000)}\n}`))).not.toThrow();
  });
});

describe('deep nesting', () => {
  const depth = (expr: Expr): number => {
    let levels = 0;
    for (let inner: Expr | undefined = expr; inner?.kind === 'call'; inner = inner.args[0]?.value) levels++;
    return levels;
  };

  it.each([
    ['calls', (n: number) => `${'f('.repeat(n)}x${')'.repeat(n)}`],
    ['parentheses', (n: number) => `${'('.repeat(n)}x${')'.repeat(n)}`],
    ['closures', (n: number) => `${'f { '.repeat(n)}x${' }'.repeat(n)}`],
    ['ifs', (n: number) => `${'if a { '.repeat(n)}x${' }'.repeat(n)}`],
    ['chains', (n: number) => `a${'.b()'.repeat(n)}`],
    ['prefixes', (n: number) => `${'!'.repeat(n)}x`],
    ['ternaries', (n: number) => `${'a ? b : '.repeat(n)}c`],
    ['types', (n: number) => `let a: ${'['.repeat(n)}Int${']'.repeat(n)}`],
    ['interpolations', (n: number) => `${'"\\('.repeat(n)}x${')"'.repeat(n)}`],
    ['#if', (n: number) => `${'#if A\n'.repeat(n)}x\n${'#endif\n'.repeat(n)}`],
    ['patterns', (n: number) => `let ${'('.repeat(n)}a, b${')'.repeat(n)} = c`],
  ])('of %s ends in unknown instead of a stack overflow', (_name, nest) => {
    const file = lower(`func body() {\n${nest(3000)}\n}`);
    expect(() => printProgram(file)).not.toThrow();
  });

  it('is understood as far as real code goes', () => {
    const [fn] = lower(`func body() { ${'f('.repeat(60)}x${')'.repeat(60)} }`).functions;
    const [statement] = fn?.body?.statements ?? [];
    expect(statement?.kind === 'expr' && depth(statement.expr)).toBe(60);
  });
});
