import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { editSpan, reparse } from '../../../server/src/core/syntax/incremental';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
beforeAll(() => parser.load('objc'));

const text = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n', ';', '{', '}', '🎧', '🎵', 'int x;'), {
  maxLength: 30,
});
const joined = text.map((parts) => parts.join(''));

describe('the span of an edit', () => {
  it('is nothing between equal texts', () => {
    expect(editSpan('same', 'same')).toBeUndefined();
  });

  it('covers what was inserted, removed or replaced', () => {
    expect(editSpan('ad', 'abcd')).toEqual({ start: 1, oldEnd: 1, newEnd: 3 });
    expect(editSpan('abcd', 'ad')).toEqual({ start: 1, oldEnd: 3, newEnd: 1 });
    expect(editSpan('axd', 'ayzd')).toEqual({ start: 1, oldEnd: 2, newEnd: 3 });
    expect(editSpan('aa', 'aaa')).toEqual({ start: 2, oldEnd: 2, newEnd: 3 });
  });

  it('does not separate the halves of a surrogate pair', () => {
    // Both emoji begin with the same half.
    expect(editSpan('a🎧b', 'a🎵b')).toEqual({ start: 1, oldEnd: 3, newEnd: 3 });
  });

  it('turns one text into the other', () => {
    fc.assert(
      fc.property(joined, joined, (before, after) => {
        const span = editSpan(before, after);
        if (span === undefined) return before === after;
        const { start, oldEnd, newEnd } = span;
        return before.slice(0, start) + after.slice(start, newEnd) + before.slice(oldEnd) === after;
      }),
    );
  });
});

describe('parsing again', () => {
  it('gives the tree of a fresh parse', () => {
    fc.assert(
      fc.property(joined, joined, (before, after) => {
        const old = parser.parse('objc', before);
        const fresh = parser.parse('objc', after);
        if (old === undefined || fresh === undefined) throw new Error('Parsing was stopped');
        const again = reparse(parser, 'objc', old, before, after);
        expect(again?.rootNode.toString()).toBe(fresh.rootNode.toString());
        again?.delete();
        fresh.delete();
      }),
    );
  });

  it('answers nothing when it is stopped', () => {
    const before = 'int a;\n'.repeat(20_000);
    const old = parser.parse('objc', before);
    if (old === undefined) throw new Error('Parsing was stopped');
    expect(reparse(parser, 'objc', old, before, `{${before}`, () => true)).toBeUndefined();
  });
});
