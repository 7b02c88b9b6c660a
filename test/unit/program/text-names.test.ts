import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextNames } from '../../../server/src/core/program/text-names';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 30 });
const name = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 });

describe('TextNames', () => {
  it('finds every place of a name, also where places overlap', () => {
    expect(new TextNames('aaba').places('a')).toEqual([0, 1, 3]);
    expect(new TextNames('aaaa').places('aa')).toEqual([0, 1, 2]);
    expect(new TextNames('aaba').has('c')).toBe(false);
  });

  it('finds nothing nowhere', () => {
    expect(new TextNames('aaba').places('')).toEqual([]);
  });

  it('finds after edits what it finds in the text alone', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), fc.array(name), (texts, names) => {
        let known: TextNames | undefined;
        for (const each of texts) {
          known = new TextNames(each, known);
          for (const wanted of names)
            expect(known.places(wanted)).toEqual(new TextNames(each).places(wanted));
        }
      }),
    );
  });

  it('finds after typing into the middle what it finds in the text alone', () => {
    fc.assert(
      fc.property(text, text, text, text, name, (start, old, now, end, wanted) => {
        const before = new TextNames(start + old + end);
        before.places(wanted);
        const after = start + now + end;
        expect(new TextNames(after, before).places(wanted)).toEqual(new TextNames(after).places(wanted));
      }),
      { numRuns: 1000 },
    );
  });
});
