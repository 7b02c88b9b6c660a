import { describe, expect, it } from 'vitest';
import { contains, type TextRange } from '../../../server/src/core/text';
import { lower, SAMPLE } from './support';

function isRange(value: unknown): value is TextRange {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

describe('ranges', () => {
  it('are offsets of the original text, behind emoji and Windows line ends too', () => {
    const text = '// 👩‍👩‍👧 "é"\r\nfunc 名前() {\r\n  try? a.b(c: "😀") // d\r\n  e()\r\n}\r\n';
    const slice = (range: { start: number; end: number } | undefined) =>
      range && text.slice(range.start, range.end);
    const file = lower(text);
    const [fn] = file.functions;
    expect(file.errors).toEqual([]);
    expect(slice(fn?.nameRange)).toBe('名前');
    expect(slice(fn?.body?.range)).toBe('{\r\n  try? a.b(c: "😀") // d\r\n  e()\r\n}');
    expect(fn?.body?.statements.map(({ range }) => slice(range))).toEqual(['try? a.b(c: "😀")', 'e()']);
    expect(file.comments.map(({ range }) => slice(range))).toEqual(['// 👩‍👩‍👧 "é"', '// d']);
  });

  it('name what diagnostics point at', () => {
    const text = 'final class A { static let b = 1; @objc func c(d e: Int, f: Int) { } }\nextension G.H { }';
    const slice = (range: { start: number; end: number } | undefined) =>
      range && text.slice(range.start, range.end);
    const [type, extension] = lower(text).types;
    expect(slice(type?.nameRange)).toBe('A');
    expect(slice(type?.properties[0]?.nameRange)).toBe('b');
    expect(slice(type?.properties[0]?.range)).toBe('static let b = 1');
    expect(slice(type?.methods[0]?.range)).toBe('@objc func c(d e: Int, f: Int) { }');
    expect(
      type?.methods[0]?.params.map(({ labelRange, range }) => [slice(labelRange), slice(range)]),
    ).toEqual([
      ['d', 'd e: Int'],
      ['f', 'f: Int'],
    ]);
    expect(slice(extension?.nameRange)).toBe('H');
  });

  it('lie inside of the range of what they are a part of', () => {
    // The condition of a catch clause stands before the body that it is put into.
    const text = SAMPLE.replace(' where error.isFatal', '');
    const outside: string[] = [];
    const check = (value: unknown, outer: TextRange, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (isRange(value)) {
        if (!contains(outer, value)) outside.push(`${path}: ${text.slice(value.start, value.end)}`);
        return;
      }
      const inner = 'range' in value && isRange(value.range) ? value.range : outer;
      for (const [name, field] of Object.entries(value)) {
        check(field, name === 'range' ? outer : inner, `${path}.${name}`);
      }
    };
    check(lower(text), { start: 0, end: text.length }, '');
    expect(outside).toEqual([]);
  });

  it('do not depend on line ends', () => {
    const texts = (text: string) => {
      const found: string[] = [];
      const collect = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        if ('nameRange' in value) {
          const { start, end } = value.nameRange as { start: number; end: number };
          found.push(text.slice(start, end));
        }
        Object.values(value).forEach(collect);
      };
      collect(lower(text));
      return found;
    };
    const names = texts(SAMPLE);
    expect(names).toContain('beginBackgroundTask');
    expect(texts(SAMPLE.replaceAll('\n', '\r\n'))).toEqual(
      names.map((name) => name.replaceAll('\n', '\r\n')),
    );
  });
});
