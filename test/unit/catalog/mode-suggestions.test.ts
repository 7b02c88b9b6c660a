import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestMode } from '../../../server/src/core/catalog/mode-suggestions';
import { backgroundModes, labelsOf } from '../../../server/src/core/catalog/modes';

const anyMode = fc.constantFrom(...backgroundModes);

describe('the suggested mode', () => {
  test.each([
    ['picture-in-picture', 'audio'],
    ['loaction', 'location'],
    ['bluetooth', 'bluetooth-central'],
    ['nearby-interactions', 'nearby-interaction'],
    ['extrenal-accesory', 'external-accessory'],
    ['Audio, AirPlay, and Picture in Picture', 'audio'],
  ])('for %s is %s', (value, mode) => {
    expect(suggestMode(value, 'UIBackgroundModes')?.value).toBe(mode);
  });

  test.each(['', '-', 'turbo', 'notification', 'x', 'constructor', '背景'])('for %j is none', (value) => {
    expect(suggestMode(value, 'UIBackgroundModes')).toBeUndefined();
  });

  test('comes from the key that is asked for first', () => {
    expect(suggestMode('workout', 'WKBackgroundModes')?.value).toBe('workout-processing');
    expect(suggestMode('alarms', 'UIBackgroundModes')).toBeUndefined();
    expect(suggestMode('alarms', 'WKBackgroundModes')?.value).toBe('alarm');
  });

  test('is the mode itself for its value, its wrong names and its labels, in any letter case', () => {
    fc.assert(
      fc.property(anyMode, fc.boolean(), (mode, isUpper) => {
        for (const name of [mode.value, ...(mode.wrongNames ?? []), ...labelsOf(mode)]) {
          const written = isUpper ? name.toUpperCase() : name;
          expect(suggestMode(written, mode.key)?.value).toBe(mode.value);
        }
      }),
    );
  });

  test('survives one dropped letter in long values', () => {
    const long = backgroundModes.filter(({ value, isObsolete }) => value.length > 7 && !isObsolete);
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), (mode, at) => {
        const index = at % mode.value.length;
        const written = mode.value.slice(0, index) + mode.value.slice(index + 1);
        expect(suggestMode(written, mode.key)?.value).toBe(mode.value);
      }),
    );
  });
});
