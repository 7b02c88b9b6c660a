import { describe, expect, test } from 'vitest';
import type { Unit } from '../../../server/src/core/rules/context';
import { suppressionsOf } from '../../../server/src/core/rules/suppressions';
import { parsePlist } from '../../../server/src/core/syntax/plist';

/** A source of which only the comments matter; `/* … *\/` and `// …` are its comments. */
function code(text: string): Unit {
  const comments = [...text.matchAll(/\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/g)].map((match) => ({
    range: { start: match.index, end: match.index + match[0].length },
  }));
  const program = {
    language: 'swift',
    imports: [],
    types: [],
    functions: [],
    globals: [],
    comments,
    errors: [],
  } as const;
  const topLevel = { statements: [], range: { start: 0, end: 0 } };
  return { kind: 'program', uri: 'file:///a.swift', text, program: { ...program, topLevel } };
}

function plist(text: string): Unit {
  return { kind: 'plist', uri: 'file:///Info.plist', text, role: 'info', document: parsePlist(text) };
}

function described(unit: Unit): readonly string[] {
  return suppressionsOf(unit).map(
    ({ codes, line, reason }) => `${line}: ${codes.join(' ')} (${reason ?? ''})`,
  );
}

describe('a suppression comment', () => {
  test('at the end of a line speaks of that line', () => {
    expect(described(code('a()\nb() // background-modes:ignore some-rule -- known\nc()'))).toEqual([
      '1: some-rule (known)',
    ]);
  });

  test('on a line of its own speaks of the next line', () => {
    expect(described(code('// background-modes:ignore some-rule\nb()'))).toEqual(['1: some-rule ()']);
  });

  test('may be one of several above a line, with other comments between them', () => {
    const text =
      '  // background-modes:ignore one\n  /* why\n so */\n  // background-modes:ignore two/case -- yes\nb()';
    expect(described(code(text))).toEqual(['4: one ()', '4: two/case (yes)']);
  });

  test('may name several rules', () => {
    expect(described(code('b() /* background-modes:ignore one, two/case -- a -- b */'))).toEqual([
      '0: one two/case (a -- b)',
    ]);
  });

  test('without a rule says nothing', () => {
    expect(described(code('b() // background-modes:ignore -- everything'))).toEqual([]);
    expect(described(code('b() // background-modes:ignored one'))).toEqual([]);
  });

  test('counts CR, LF and CRLF as line ends', () => {
    expect(described(code('a()\r\n\rb() // background-modes:ignore one\r\nc()'))).toEqual(['2: one ()']);
  });

  test('in XML gives its reason after a colon, where two hyphens are not allowed', () => {
    const text =
      '<plist><array>\n<!-- background-modes:ignore one: the host needs it -->\n<string>x</string></array></plist>';
    expect(described(plist(text))).toEqual(['2: one (the host needs it)']);
  });

  test('in a string of a property list is no comment', () => {
    expect(
      described(plist('<plist><string><![CDATA[<!-- background-modes:ignore one -->]]></string></plist>')),
    ).toEqual([]);
  });
});
