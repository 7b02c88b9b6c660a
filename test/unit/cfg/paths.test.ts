/** Control flow, told by the calls that each path makes on its way out of a function. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCfg, type Step } from '../../../server/src/core/program/cfg';
import { solve } from '../../../server/src/core/program/dataflow';
import type { Expr } from '../../../server/src/core/program/ir';
import { childExprs } from '../../../server/src/core/program/walk';
import { loadGrammars, parseFile } from '../../support/code-rules';

beforeAll(loadGrammars);

/** Names of the calls with a short name in an expression, in the order of evaluation. */
function callsIn(expr: Expr): string[] {
  const inner = childExprs(expr).flatMap(callsIn);
  return expr.kind === 'call' && expr.name.length === 1 ? [...inner, expr.name] : inner;
}

function exprsOf(step: Step): readonly Expr[] {
  switch (step.kind) {
    case 'eval':
    case 'result':
      return [step.expr];
    case 'declare':
      return step.variable.initial === undefined ? [] : [step.variable.initial];
    case 'unknown':
      return step.exprs;
    default:
      return [];
  }
}

/** Every path as the calls it makes, each at most once, and how it leaves. */
function paths(path: string, body: string): string[] | undefined {
  const isSwift = path.endsWith('.swift');
  const text = isSwift ? `func f() throws {\n${body}\n}\n` : `void f(void) {\n${body}\n}\n`;
  const block = parseFile(path, text).functions[0]?.body;
  const cfg = block && buildCfg(block);
  const exits =
    cfg &&
    solve<string>(cfg, {
      initial: '',
      step: (step, state) =>
        exprsOf(step)
          .flatMap(callsIn)
          .reduce((trace, name) => (trace.includes(name) ? trace : trace + name), state),
      thrown: (_step, state) => state,
      assume: (_assumption, state) => state,
      key: (state) => state,
    });
  return exits && [...new Set(exits.map(({ state, exit }) => `${state} ${exit.kind}`.trim()))].sort();
}

describe('paths through Swift', () => {
  it.each<[string, string, string[]]>([
    ['a sequence', 'a()\nb()', ['ab end']],
    ['if', 'if x { a() }\nb()', ['ab end', 'b end']],
    ['if else', 'if x { a() } else { b(); return }\nc()', ['ac end', 'b return']],
    ['else if', 'if x { a() } else if y { b() } else { c() }', ['a end', 'b end', 'c end']],
    [
      '&& and ||',
      'if a() && b() || c() { d() }',
      ['abcd end', 'abc end', 'abd end', 'acd end', 'ac end'].sort(),
    ],
    ['!', 'if !a() { return }\nb()', ['a return', 'ab end']],
    ['guard', 'guard let x = a() else { b(); return }\nc()', ['ab return', 'ac end']],
    ['true', 'if true { a() } else { b() }', ['a end']],
    ['while', 'while a() { b() }\nc()', ['abc end', 'ac end']],
    ['while true', 'while true { a()\nif x { break }\nb() }\nc()', ['abc end', 'ac end']],
    ['repeat', 'repeat { a() } while b()\nc()', ['abc end']],
    ['for', 'for x in a() { b() }\nc()', ['abc end', 'ac end']],
    ['continue', 'for x in y { if z { continue }\na() }\nb()', ['ab end', 'b end']],
    [
      'labels',
      'o: for x in y { while true { if z { break o }\na()\ncontinue o } }\nb()',
      ['ab end', 'b end'],
    ],
    ['a labelled block', 'o: do { a()\nif x { break o }\nb() }\nc()', ['abc end', 'ac end']],
    [
      'switch',
      'switch x { case .one: a()\ncase .two: break\ndefault: b()\nreturn }\nc()',
      ['ac end', 'b return', 'c end'],
    ],
    [
      'fallthrough',
      'switch x { case 1: a()\nfallthrough\ncase 2: b()\ndefault: c() }',
      ['ab end', 'b end', 'c end'],
    ],
    ['defer', 'defer { a() }\nif x { return }\nb()', ['a return', 'ba end']],
    ['several defers', 'defer { a() }\ndefer { b() }\nc()', ['cba end']],
    ['a defer that is not reached', 'if x { return }\ndefer { a() }', ['a end', 'return']],
    ['a defer of an inner block', 'do { defer { a() }\nb() }\nc()', ['bac end']],
    [
      'a defer in a loop',
      'for x in y { defer { a() }\nif z { break }\nb() }\nc()',
      ['ac end', 'bac end', 'c end'],
    ],
    ['throw', 'defer { a() }\nthrow b()', ['ba throw']],
    ['try', 'a()\ntry b()\nc()', ['a try', 'abc end']],
    ['try?', 'a()\ntry? b()\nc()', ['abc end']],
    ['do and catch', 'do { try a() } catch { b() }\nc()', ['ac end', 'bc end']],
    ['a catch that does not match', 'do { try a() } catch is E { b() }', ['a end', 'b end', 'throw']],
    ['a throw that is caught', 'do { throw a() } catch { b() }', ['ab end']],
    ['fatalError', 'guard x else { a()\nfatalError() }\nb()', ['b end']],
    ['closures', 'let x = { return a() }\nb { c() }', ['b end']],
    ['#available', 'if #available(iOS 17, *) { a() } else { b() }', ['a end', 'b end']],
    [
      'the same #available twice',
      'if #available(iOS 17, *) { a() }\nif #available(iOS 17, *) { b() }',
      ['ab end', 'end'],
    ],
    ['the same condition twice', 'if x.y { a() }\nc()\nif !x.y { b() }', ['ac end', 'cb end']],
    [
      'two values of a condition that leave no other trace',
      'if x {}\nif x { a() } else { b() }',
      ['a end', 'b end'],
    ],
    ['a condition that changes', 'if x { a() }\nx = y\nif x { b() }', ['a end', 'ab end', 'b end', 'end']],
    [
      'the same case twice',
      'switch x { case .one: a()\ndefault: b() }\nswitch x { case .one: c()\ndefault: d() }',
      ['ac end', 'bd end'],
    ],
    ['another platform', '#if os(watchOS)\na()\nreturn\n#else\nb()\n#endif', ['b end']],
    ['the simulator', '#if targetEnvironment(simulator)\na()\n#else\nb()\n#endif', ['b end']],
    ['an unknown flag', '#if DEBUG\na()\n#endif\nb()', ['ab end', 'b end']],
    ['a flag twice', '#if DEBUG\na()\n#endif\n#if DEBUG\nb()\n#endif', ['ab end', 'end']],
  ])('%s', (_title, body, expected) => {
    expect(paths('a.swift', body)).toEqual(expected);
  });
});

describe('paths through Objective-C', () => {
  it.each<[string, string, string[]]>([
    ['a C loop', 'for (int i = a(); b(); c()) { d(); }\ne();', ['abdce end', 'abe end']],
    ['an endless loop', 'for (;;) { a(); if (x) break; }\nb();', ['ab end']],
    ['do while', 'do { a(); } while (b());\nc();', ['abc end']],
    [
      'a switch without default',
      'switch (x) { case 1: a(); break; case 2: b(); }\nc();',
      ['ac end', 'bc end', 'c end'],
    ],
    [
      'a case that falls through',
      'switch (x) { case 1: a(); case 2: b(); break; default: c(); }',
      ['ab end', 'b end', 'c end'],
    ],
    [
      '@finally',
      '@try { a(); if (x) return; } @catch (id e) { b(); } @finally { c(); }',
      ['ac end', 'ac return', 'bc end'],
    ],
    ['a pool', '@autoreleasepool { a(); if (x) { return; } }\nb();', ['a return', 'ab end']],
  ])('%s', (_title, body, expected) => {
    expect(paths('a.m', body)).toEqual(expected);
  });

  it('has no answer for goto', () => {
    expect(paths('a.m', 'goto out;\na();\nout: b();')).toBeUndefined();
  });
});

it('has no answer when there are too many paths', () => {
  const branches = Array.from({ length: 26 }, (_, i) => `if x${i} { ${String.fromCharCode(97 + i)}() }`);
  expect(paths('a.swift', branches.join('\n'))).toBeUndefined();
});
