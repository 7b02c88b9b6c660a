/** Which systems reach a place of a file. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { availabilityAt } from '../../../server/src/core/program/availability';
import { loadGrammars, parseFile } from '../../support/code-rules';

beforeAll(loadGrammars);

function at(text: string, path = 'a.swift') {
  return availabilityAt(parseFile(path, text), text.indexOf('here'));
}

const nothing = { atLeast: undefined, isForOlder: false };
const older = { atLeast: undefined, isForOlder: true };

function from(atLeast: string) {
  return { atLeast, isForOlder: false };
}

describe('availability in Swift', () => {
  it.each<[string, string, ReturnType<typeof at>]>([
    ['nothing', 'func f() { here() }', nothing],
    ['a branch', 'func f() { if #available(iOS 16.4, *) { here() } }', from('16.4')],
    ['the other branch', 'func f() { if #available(iOS 16, *) { } else { here() } }', older],
    ['a branch for others', 'func f() { if #unavailable(iOS 16) { here() } }', older],
    ['behind a guard', 'func f() {\n  guard #available(iOS 15, *) else { return }\n  here()\n}', from('15')],
    ['in a guard', 'func f() {\n  guard #available(iOS 15, *) else {\n    here()\n    return\n  }\n}', older],
    ['behind a branch that leaves', 'func f() {\n  if #available(iOS 15, *) { return }\n  here()\n}', older],
    ['behind a branch that goes on', 'func f() {\n  if #available(iOS 15, *) { g() }\n  here()\n}', nothing],
    [
      'the highest of several',
      'func f() { if #available(iOS 9, *) { if #available(iOS 10, *) { here() } } }',
      from('10'),
    ],
    ['another platform', 'func f() { if #available(macOS 14, *) { here() } }', nothing],
    ['a function', '@available(iOS 17, *)\nfunc f() { here() }', from('17')],
    ['a type', '@available(iOS 17.0, *)\nstruct S { func f() { here() } }', from('17.0')],
    ['the long form', '@available(iOS, introduced: 14)\nfunc f() { here() }', from('14')],
    ['outdated code', '@available(iOS, deprecated: 15)\nfunc f() { here() }', older],
    ['a closure', 'func f() { if #available(iOS 16, *) { run { here() } } }', from('16')],
  ])('knows %s', (_name, text, expected) => {
    expect(at(text)).toEqual(expected);
  });
});

describe('availability in Objective-C', () => {
  it.each<[string, string, ReturnType<typeof at>]>([
    ['a branch', 'void f(void) { if (@available(iOS 13.0, *)) { here(); } }', from('13.0')],
    ['the other branch', 'void f(void) { if (@available(iOS 13.0, *)) { } else { here(); } }', older],
    ['a branch that leaves', 'void f(void) { if (@available(iOS 13, *)) { return; }\n here(); }', older],
  ])('knows %s', (_name, text, expected) => {
    expect(at(text, 'a.m')).toEqual(expected);
  });
});

it('never fails, and says nothing where there are no checks', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (noise, offset) => {
      const text = `func f() { ${noise.replaceAll('@', '').replaceAll('#', '')} }`;
      expect(availabilityAt(parseFile('a.swift', text), offset)).toEqual(nothing);
    }),
    { numRuns: 60 },
  );
});
