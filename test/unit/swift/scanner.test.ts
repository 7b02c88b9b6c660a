import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanSwift, TokenKind } from '../../../server/src/core/syntax/swift-scanner';

const names = Object.fromEntries(Object.entries(TokenKind).map(([name, kind]) => [kind, name]));

/** `kind:text` of every token. */
function tokens(text: string): string[] {
  const { count, kinds, starts, ends } = scanSwift(text);
  return Array.from({ length: count }, (_, i) => `${names[kinds[i] ?? 0]}:${text.slice(starts[i], ends[i])}`);
}

function comments(text: string): string[] {
  return scanSwift(text).comments.map(({ start, end }) => text.slice(start, end));
}

describe('scanSwift', () => {
  it('reads interpolated code as code and the rest of the string as string', () => {
    expect(tokens('"a\\(try f("b)"))c"')).toEqual([
      'string:"a\\',
      'punctuation:(',
      'word:try',
      'word:f',
      'punctuation:(',
      'string:"b)"',
      'punctuation:)',
      'punctuation:)',
      'string:c"',
    ]);
  });

  it('takes a backslash in a raw string for text unless the pounds follow', () => {
    expect(tokens('#"a\\(b)"#')).toEqual(['string:#"a\\(b)"#']);
    expect(tokens('#"a\\#(b)"#')).toContain('word:b');
  });

  it('ends a multi-line string at its three quotes only', () => {
    expect(tokens('"""\n"a" try\n""" b')).toEqual(['string:"""\n"a" try\n"""', 'word:b']);
  });

  it('ends an unfinished string with its line', () => {
    expect(tokens('"abc\ntry')).toEqual(['opaque:"abc', 'word:try']);
    expect(tokens('"abc\r\ntry')).toEqual(['opaque:"abc', 'word:try']);
  });

  it('finds nested block comments and line comments, but none in strings', () => {
    expect(comments('/* a /* b */ c */ x // d\n"// e" /* f')).toEqual(['/* a /* b */ c */', '// d', '/* f']);
  });

  it('tells a regular expression from a division', () => {
    expect(tokens('let r = /a"b/')).toContain('opaque:/a"b/');
    expect(tokens('a / b / c')).not.toContain('opaque:/ b /');
    expect(tokens('x = #/a\n"b/#')).toContain('opaque:#/a\n"b/#');
  });

  it('knows which tokens open a line', () => {
    const { opensLine } = scanSwift('a b\r\n  c');
    expect([...opensLine.slice(0, 3)]).toEqual([1, 0, 1]);
  });

  it('gives tokens in order that do not overlap, for any text', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', '\\', '(', ')', '#', '/', '*', '\n', '`', 'a', '1', '.', '<', '>', '😀'),
    });
    fc.assert(
      fc.property(text, (source) => {
        const { count, starts, ends } = scanSwift(source);
        let position = 0;
        for (let i = 0; i < count; i++) {
          expect(starts[i]).toBeGreaterThanOrEqual(position);
          expect(ends[i]).toBeGreaterThanOrEqual(starts[i] ?? 0);
          position = ends[i] ?? 0;
        }
        expect(position).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});
