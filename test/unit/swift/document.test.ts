import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf } from '../../../server/src/core/program/moved';
import { SwiftDocument } from '../../../server/src/core/program/parse-swift';
import { plainModel } from '../../support/plain-model';
import { lower, parser, SAMPLE } from './support';

/** Opens `first`, updates to each of the others, and checks the model of every version. */
function follow(first: string, ...versions: readonly string[]): void {
  const document = new SwiftDocument(parser, first);
  try {
    expect(plainModel(document.program)).toEqual(lower(first));
    for (const text of versions) {
      expect(plainModel(document.update(text))).toEqual(lower(text));
      expect(plainModel(document.program)).toEqual(lower(text));
    }
  } finally {
    document.dispose();
  }
}

describe('SwiftDocument', () => {
  it('gives after every edit what a parse of the whole text gives', () => {
    const pieces = fc.constantFrom(
      '',
      'x',
      ' ',
      '\n',
      '{',
      '}',
      '(',
      ')',
      '"',
      'try ',
      'await ',
      '// ',
      '/*',
      '#if DEBUG\n',
      '#endif\n',
      '\r\n',
      '😀',
      'func f() { g() }\n',
    );
    const edit = fc.tuple(fc.nat(SAMPLE.length), fc.nat(12), pieces);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = SAMPLE;
        const versions = edits.map(([start, length, piece]) => {
          text = text.slice(0, start) + piece + text.slice(start + length);
          return text;
        });
        follow(SAMPLE, ...versions);
      }),
      { numRuns: 60 },
    );
  });

  it('sees changes of what is blanked for the grammar', () => {
    follow(
      'func a() { try? b() }',
      'func a() { try! b() }',
      'func a() {      b() }',
      'func a() { await b() }',
    );
    follow('func a() { f(/x/) }', 'func a() { f(/y/) }');
    follow('func a() { } // b', 'func a() { } // bc', 'func a() { }');
  });

  it('sees a change of the condition around a member that stays the same', () => {
    const text = (os: string) => `class A {\n#if os(${os})\n  func b() { c() }\n#endif\n}`;
    follow(text('iOS'), text('watchOS'), text('macOS'));
  });

  it('sees the end of a directive that reaches out of a member', () => {
    const text = (rest: string) => `func a() {\n#if DEBUG\n  b()\n}\n${rest}`;
    follow(text(''), text('\n\n'), text('#else\n'), text('\n#endif\n'));
  });

  it('sees that a member has become a global function, and the other way round', () => {
    follow(
      'class A {\n  func b() { c() }\n}',
      '       \n  func b() { c() }\n ',
      'class A {\n  func b() { c() }\n}',
    );
  });

  it('sees that a member has become a local function', () => {
    follow('class A {\n\n  func b() { c() }\n\n}', 'class A {\nfunc x() {\n  func b() { c() }\n}\n}');
  });

  it('sees that an error behind a member has it read in another way', () => {
    const text = (rest: string) =>
      `class A {\n  var b: C = .d { didSet { e(b, f) } }${rest}\n  var g: H { i }\n}`;
    follow(text(''), text('"'), text(''));
  });

  it('lowers only what changed', () => {
    const text = (call: string) => `class A {\n  func a() { ${call} }\n  func b() { c() }\n  var d = e()\n}`;
    const document = new SwiftDocument(parser, text('x()'));
    const before = document.program.types[0];
    const after = document.update(text('y()')).types[0];
    expect(after?.methods[1]).toBe(before?.methods[1]);
    expect(after?.methods[0]).not.toBe(before?.methods[0]);
    document.dispose();
  });

  it('keeps the origin of what an edit has only moved', () => {
    const text = (call: string) => `class A {\n  func a() { ${call} }\n  func b() { c() }\n  var d = e()\n}`;
    const document = new SwiftDocument(parser, text('x()'));
    const before = document.program.types[0];
    document.update(text('longer()'));
    const after = document.update(text('longest()')).types[0];
    const [method, moved] = [before?.methods[1], after?.methods[1]];
    const [property, movedProperty] = [before?.properties[0], after?.properties[0]];
    expect(moved).not.toBe(method);
    expect(moved && originOf(moved)).toBe(method);
    expect(movedProperty && originOf(movedProperty)).toBe(property);
    expect(after?.methods[0] && originOf(after.methods[0])).toBe(after?.methods[0]);
    document.dispose();
  });

  it('does nothing for the same text', () => {
    const document = new SwiftDocument(parser, SAMPLE);
    const { program } = document;
    expect(document.update(SAMPLE)).toBe(program);
    document.dispose();
  });

  it('stays readable when disposed of', () => {
    const document = new SwiftDocument(parser, 'func a() { }');
    document.dispose();
    document.dispose();
    expect(document.program.functions[0]?.name).toBe('a');
    expect(document.update('func b() { }').functions[0]?.name).toBe('b');
    document.dispose();
  });
});
