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

function values(text: string, format: 'yaml' | 'json'): Unit {
  const document = { format, root: undefined, problems: [] };
  return { kind: 'plist', uri: `file:///project.${format}`, text, role: 'info', document };
}

function described(unit: Unit): readonly string[] {
  return suppressionsOf(unit).map(
    ({ codes, lines: { from, to }, reason }) =>
      `${from === to ? from : `${from}-${to}`}: ${codes.map(({ code }) => code).join(' ')} (${reason ?? ''})`,
  );
}

describe('a suppression comment', () => {
  test('at the end of a line speaks of that line', () => {
    expect(described(code('a()\nb() // background-modes:ignore some-rule -- known\nc()'))).toEqual([
      '1: some-rule (known)',
    ]);
  });

  test('on a line of its own speaks of the next line', () => {
    expect(described(code('// background-modes:ignore some-rule\nb()'))).toEqual(['0-1: some-rule ()']);
  });

  test('may be one of several above a line, with other comments between them', () => {
    const text =
      '  // background-modes:ignore one\n  /* why\n so */\n  // background-modes:ignore two/case -- yes\nb()';
    expect(described(code(text))).toEqual(['0-4: one ()', '3-4: two/case (yes)']);
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
    expect(described(plist(text))).toEqual(['1-2: one (the host needs it)']);
  });

  test('in a string of a property list is no comment', () => {
    expect(
      described(plist('<plist><string><![CDATA[<!-- background-modes:ignore one -->]]></string></plist>')),
    ).toEqual([]);
  });

  test('for a region ends where another says so, each rule by itself', () => {
    const text = [
      '// background-modes:ignore-start one two -- old code',
      'a()',
      '// background-modes:ignore-end one',
      'b()',
      '// background-modes:ignore-end',
      'c()',
    ].join('\n');
    expect(described(code(text))).toEqual(['0-2: one (old code)', '0-4: two (old code)']);
  });

  test('for a region without an end counts to the end of the file', () => {
    expect(described(code('a()\n// background-modes:ignore-start one\nb()'))).toEqual(['1-Infinity: one ()']);
  });

  test('may speak of the whole file, wherever it stands', () => {
    expect(described(code('a()\nb() // background-modes:ignore-file one/case -- generated'))).toEqual([
      '0-Infinity: one/case (generated)',
    ]);
  });

  test('knows where each rule is named', () => {
    const text = 'b() // background-modes:ignore-file file, one';
    const codes = suppressionsOf(code(text)).flatMap((one) => one.codes);
    expect(codes.map(({ range }) => text.slice(range.start, range.end))).toEqual(['file', 'one']);
    expect(codes[0]?.range.start).toBe(text.indexOf('file,'));
  });

  test('is read in YAML and JSON, and not in their strings', () => {
    const yaml = [
      'a: "# background-modes:ignore one"',
      'b: |',
      '  # background-modes:ignore two',
      '# background-modes:ignore three -- known',
      'c: [] # background-modes:ignore four',
    ].join('\n');
    expect(described(values(yaml, 'yaml'))).toEqual(['3-4: three (known)', '4: four ()']);
    const json = '{ "a": "// background-modes:ignore one", // background-modes:ignore two\n"b": [] }';
    expect(described(values(json, 'json'))).toEqual(['0: two ()']);
  });
});
