import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXcconfig } from '../../../server/src/core/syntax/xcconfig';

describe('parseXcconfig', () => {
  it('reads settings with conditions, comments and ranges', () => {
    const text = '// head\r\nINFOPLIST_FILE[sdk=iphoneos*][config=Debug] = App/Info.plist // why\r\n';
    const { assignments, problems } = parseXcconfig(text);
    expect(problems).toEqual([]);
    expect(assignments).toHaveLength(1);
    const [assignment] = assignments;
    expect(assignment).toMatchObject({
      key: 'INFOPLIST_FILE',
      conditions: [
        { name: 'sdk', pattern: 'iphoneos*' },
        { name: 'config', pattern: 'Debug' },
      ],
      value: 'App/Info.plist',
    });
    expect(text.slice(assignment?.keyRange.start, assignment?.keyRange.end)).toBe('INFOPLIST_FILE');
    expect(text.slice(assignment?.valueRange.start, assignment?.valueRange.end)).toBe('App/Info.plist');
  });

  it.each([
    ['A=b', 'b'],
    ['A =', ''],
    ['  A = $(inherited) -ObjC  ', '$(inherited) -ObjC'],
    ['A = b;', 'b'],
    ['A = b ; // c', 'b'],
    ['A = https://example.com', 'https:'],
    ['A = "a = b"', '"a = b"'],
    ['A = b \\\n  c \\\n\nd', 'b c'],
    ['A = b \\', 'b'],
  ])('reads %j as the build system does', (text, value) => {
    expect(parseXcconfig(text).assignments[0]?.value).toBe(value);
  });

  it('reads includes, optional or not, in document order', () => {
    const text = 'A = 1\n#include "Base.xcconfig"\n#include? "a//b.xcconfig" // local\nA = 2\n';
    const { statements, includes, problems } = parseXcconfig(text);
    expect(problems).toEqual([]);
    expect(statements.map(({ kind }) => kind)).toEqual(['assignment', 'include', 'include', 'assignment']);
    expect(includes.map(({ path, isOptional }) => [path, isOptional])).toEqual([
      ['Base.xcconfig', false],
      ['a//b.xcconfig', true],
    ]);
    for (const { path, pathRange } of includes) expect(text.slice(pathRange.start, pathRange.end)).toBe(path);
  });

  it.each([
    'junk',
    '= b',
    'A[sdk] = b',
    'A[sdk=x = b',
    '#include "a',
    '#import "a"',
    '<<<<<<< HEAD',
    'A-B = c',
  ])('reports %j and goes on', (line) => {
    const text = `${line}\nOK = 1\n`;
    const { problems, assignments } = parseXcconfig(text);
    expect(problems.map(({ range }) => text.slice(range.start, range.end))).toEqual([line]);
    expect(assignments.map(({ key }) => key)).toEqual(['OK']);
  });

  it('never throws, and ranges give back what was read', () => {
    const pieces = fc.constantFrom(
      'A',
      '=',
      ' ',
      '\n',
      '\r\n',
      '[',
      ']',
      'sdk',
      '//',
      '#include',
      '?',
      '"',
      ';',
      '\\',
      '$(X)',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const { key, keyRange, value, valueRange } of parseXcconfig(text).assignments) {
          expect(text.slice(keyRange.start, keyRange.end)).toBe(key);
          const written = text.slice(valueRange.start, valueRange.end);
          if (!/[\r\n\u2028]/.test(written)) expect(written).toBe(value);
        }
      }),
    );
  });
});
