/** Texts of code compared with texts of property lists. */
import { describe, expect, it } from 'vitest';
import {
  oneOf,
  plainText,
  plainTexts,
  possibleValues,
  propertyListText,
  sameText,
  textOf,
} from '../../../server/src/core/program/constants/values';

const refresh = textOf([{ symbol: 'bundle-identifier' }, '.refresh']);

describe('a text of a property list', () => {
  it.each(['$(PRODUCT_BUNDLE_IDENTIFIER).refresh', `$${'{PRODUCT_BUNDLE_IDENTIFIER}'}.refresh`])(
    'is the text of the code whatever the bundle identifier is: %s',
    (text) => {
      expect(propertyListText(text)).toEqual(refresh);
    },
  );

  it.each(['$(PREFIX).refresh', '$(PRODUCT_BUNDLE_IDENTIFIER:rfc1034identifier).refresh'])(
    'is unknown with another variable: %s',
    (text) => {
      expect(propertyListText(text)).toBeUndefined();
    },
  );

  it('can be plain or empty', () => {
    expect(propertyListText('app.refresh')).toEqual(textOf(['app.refresh']));
    expect(propertyListText('')).toEqual({ kind: 'text', parts: [] });
  });
});

describe('two texts', () => {
  it('are compared with the bundle identifier of a target', () => {
    const written = textOf(['app.refresh']);
    expect(sameText(refresh, written, 'app')).toBe(true);
    expect(sameText(refresh, written, 'other')).toBe(false);
    expect(sameText(refresh, written, undefined)).toBeUndefined();
    expect(sameText(refresh, refresh, undefined)).toBe(true);
    expect(sameText(refresh, { kind: 'unknown' }, 'app')).toBeUndefined();
  });

  it('are read as plain text when everything is known', () => {
    expect(plainText(refresh, 'app')).toBe('app.refresh');
    expect(plainText(refresh, undefined)).toBeUndefined();
    expect(plainText({ kind: 'nil' }, 'app')).toBeUndefined();
  });

  it('are several where configurations have different bundle identifiers', () => {
    expect(plainTexts(refresh, ['app', 'app.dev', 'app'])).toEqual(
      new Set(['app.refresh', 'app.dev.refresh']),
    );
    expect(plainTexts(textOf(['a']), ['app', undefined])).toEqual(new Set(['a']));
    expect(plainTexts(refresh, ['app', undefined])).toBeUndefined();
    expect(plainTexts(refresh, [])).toBeUndefined();
  });
});

describe('alternatives', () => {
  const a = textOf(['a']);
  const b = textOf(['b']);

  it('are one value when they are equal', () => {
    expect(oneOf([a, textOf(['a'])])).toEqual(a);
  });

  it('are what the value can be; nothing for unknown', () => {
    const both = oneOf([a, b, { kind: 'unknown' }]);
    expect(possibleValues(both)).toEqual([a, b]);
    expect(both).toMatchObject({ kind: 'one-of', isComplete: false });
    expect(possibleValues({ kind: 'unknown' })).toEqual([]);
  });
});
