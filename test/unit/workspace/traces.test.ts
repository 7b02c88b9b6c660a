/** Words that speak for a use of a background mode. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modeTraces, tracesOf, traceWords } from '../../../server/src/core/catalog/mode-traces';
import { backgroundModes } from '../../../server/src/core/catalog/modes';
import { sameTraces, tracesIn } from '../../../server/src/core/workspace/traces';

describe('the words of a text', () => {
  it('are all that it holds, overlapping ones too', () => {
    const piece = fc.oneof(
      fc.constantFrom(...traceWords),
      fc.constantFrom(...traceWords).map((word) => word.slice(1)),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(tracesIn(text)).toEqual(traceWords.filter((word) => text.includes(word)).sort());
      }),
    );
  });

  it('are compared one by one', () => {
    expect(sameTraces(['AVKit'], ['AVKit'])).toBe(true);
    expect(sameTraces(['AVKit'], ['WebKit'])).toBe(false);
    expect(sameTraces([], undefined)).toBe(false);
    expect(sameTraces(undefined, undefined)).toBe(true);
  });
});

describe('the table', () => {
  it('knows every mode that is not obsolete, once', () => {
    const known = modeTraces.flatMap(({ modes }) => modes);
    const current = backgroundModes.filter(({ isObsolete }) => isObsolete !== true);
    expect([...known].sort()).toEqual(current.map(({ value }) => value).sort());
  });

  it('counts the names that need a mode among its traces', () => {
    expect(tracesOf('UIBackgroundModes', 'audio')?.words).toContain('AVPictureInPictureController');
    expect(tracesOf('WKBackgroundModes', 'audio')).toBeUndefined();
  });
});
