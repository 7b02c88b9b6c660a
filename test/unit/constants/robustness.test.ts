/** Whatever the code looks like, its constants are found without errors and in bounded time. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { summariseConstants } from '../../../server/src/core/program/constants';
import { loadGrammars, parseFile } from '../../support/code-rules';
import { shownIn } from '../../support/constants';

beforeAll(loadGrammars);

const names = ['a', 'b', 'c', 'A', 'B', 'self', 'make'];
const name = fc.constantFrom(...names);

/** Expressions that refer to each other at random. */
const { expr } = fc.letrec<{ expr: string }>((tie) => ({
  expr: fc.oneof(
    { depthSize: 'small' },
    name,
    fc.constantFrom('"x"', '.y', 'true', '[]', '{ $0 }', 'nil'),
    fc.tuple(name, name).map(([base, member]) => `${base}.${member}`),
    fc.tuple(name, name, name).map((path) => `${path.join('().')}.${path.join('.')}`),
    fc.constantFrom(
      'rawValue',
      'self.rawValue',
      'A.a.b',
      'A.a.rawValue',
      'switch self { case .a: a\ndefault: b }',
    ),
    fc.tuple(tie('expr'), tie('expr')).map(([left, right]) => `(${left} + ${right})`),
    fc.tuple(tie('expr'), tie('expr')).map(([left, right]) => `(flag ? ${left} : ${right})`),
    tie('expr').map((inner) => `make(${inner})`),
    tie('expr').map((inner) => `"\\(${inner})"`),
    tie('expr').map((inner) => `[${inner}, ${inner}]`),
  ),
}));

const member = fc.oneof(
  fc.tuple(name, expr).map(([id, value]) => `static let ${id} = ${value}`),
  fc.tuple(name, expr).map(([id, value]) => `var ${id}: String { ${value} }`),
  fc
    .tuple(name, expr)
    .map(([id, value]) => `private func make(_ ${id}: String) -> String { return ${value} }`),
  fc
    .tuple(name, expr, expr)
    .map(
      ([id, first, second]) =>
        `func f() { var ${id} = ${first}\nif flag { ${id} += ${second} }\nhere(${id}) }`,
    ),
  expr.map((value) => `func g() { here(${value}) }`),
  fc.tuple(name, name).map(([id, type]) => `let ${id}: ${type} = unknown()`),
  name.map((id) => `case ${id} = "x"`),
);

const types = fc
  .tuple(name, name, fc.array(member, { maxLength: 6 }))
  .map(
    ([own, base, members]) => `${own === 'A' ? 'enum' : 'class'} ${own}: ${base} {\n${members.join('\n')}\n}`,
  );

describe('constants of any program', () => {
  it('are evaluated without errors, cycles included', () => {
    fc.assert(
      fc.property(
        fc.array(types, { maxLength: 4 }),
        fc.array(member, { maxLength: 3 }),
        (classes, globals) => {
          const code = [...globals, ...classes].join('\n');
          for (const value of shownIn({ 'a.swift': code, 'b.swift': code }))
            expect(typeof value).toBe('string');
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(['a.swift', 'a.m'])('are collected from any text: %s', (path) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        summariseConstants(parseFile(path, `let a = ${text}\nfunc f() -> String { ${text} }`));
      }),
      { numRuns: 100 },
    );
  });

  it('that lead from object to object in circles are unknown', () => {
    const code = `class A { let a: B = make()\nlet b = self.a.b.a.b.a.b }
class B { let a = A.b.a.b.a.b.a\nlet b: A = make()\nlet c = self.a.b.c.a.b.c.a }
func f(x: A) { here(x.a.b.a.b.a.b.a.b.c); here(B.c.a.b.c) }`;
    expect(shownIn({ 'a.swift': code })).toEqual(['?', '?']);
  });

  it('that double at every step stay small', () => {
    const steps = Array.from({ length: 60 }, (_, i) => `let s${i + 1} = flag ? s${i} + s${i} : s${i}`);
    const code = `let s0 = "x"\n${steps.join('\n')}\nfunc f() { here(s60) }`;
    expect(shownIn({ 'a.swift': code })).toEqual(['?']);
  });

  it('that are appended to in branch after branch stay small', () => {
    const branches = Array.from({ length: 200 }, (_, i) => `if flag { s += "${i}" } else { s = s0 }`);
    const code = `func f() { let s0 = "x"\nvar s = s0\n${branches.join('\n')}\nhere(s) }`;
    expect(shownIn({ 'a.swift': code })).toHaveLength(1);
    const doubled = Array.from({ length: 200 }, (_, i) => `if flag { s += "${i}" }`);
    expect(shownIn({ 'a.swift': `func f() { var s = "x"\n${doubled.join('\n')}\nhere(s) }` })).toEqual(['?']);
  });

  it('in a long chain are unknown, not an error', () => {
    const steps = Array.from({ length: 3000 }, (_, i) => `let s${i + 1} = s${i}`);
    expect(shownIn({ 'a.swift': `let s0 = "x"\n${steps.join('\n')}\nfunc f() { here(s3000) }` })).toEqual([
      '?',
    ]);
    const terms = Array.from({ length: 3000 }, () => '"x"').join(' + ');
    expect(shownIn({ 'a.swift': `func f() { here(${terms}) }` })).toEqual(['?']);
  });
});
