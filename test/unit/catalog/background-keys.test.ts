import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backgroundKeys, suggestKey } from '../../../server/src/core/catalog/background-keys';
import { editDistance } from '../../../server/src/core/catalog/edit-distance';
import { generatedKeys } from '../../../server/src/core/project/generated-keys';

const keys = fc.constantFrom(...backgroundKeys);

describe('suggestKey', () => {
  it.each([...generatedKeys, ...backgroundKeys])('has nothing to say about %s, which exists', (key) => {
    expect(suggestKey(key)).toBeUndefined();
    expect(suggestKey(`${key}~ipad`)).toBeUndefined();
  });

  it('knows every key with a letter missing, apart from those as near to another key', () => {
    fc.assert(
      fc.property(keys, fc.nat(), (key, place) => {
        const at = place % key.length;
        const written = key.slice(0, at) + key.slice(at + 1);
        const near = backgroundKeys.filter((other) => editDistance(written, other) <= 2);
        if (near.length === 1) expect(suggestKey(written)).toBe(key);
      }),
    );
  });

  it('answers a key that exists, near to what was written or one of its other names', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const key = suggestKey(written);
        if (key !== undefined) expect(backgroundKeys).toContain(key);
      }),
    );
  });

  it.each(['UILaunchScreen', 'BackgroundModesHelp', 'com.example.UIBackgroundModes', 'LSBackgroundOnly', ''])(
    'is silent about %j',
    (key) => {
      expect(suggestKey(key)).toBeUndefined();
    },
  );
});

describe('editDistance', () => {
  it('is no more than one for one mistake, and the same both ways', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 1 }), fc.nat(), (word, letter, place) => {
        const at = place % (word.length + 1);
        const longer = word.slice(0, at) + letter + word.slice(at);
        expect(editDistance(word, longer)).toBe(1);
        expect(editDistance(longer, word)).toBe(1);
        expect(editDistance(word, word)).toBe(0);
      }),
    );
  });
});
