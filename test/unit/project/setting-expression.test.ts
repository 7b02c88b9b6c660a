import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandSettings } from '../../../server/src/core/project/setting-expression';

const values: Readonly<Record<string, string>> = {
  NAME: 'My App',
  KIND: 'NAME',
  EMPTY: '',
  FILE: '/a/b/Info.tar.plist',
  DIGIT: '1st-App!',
};
const lookup = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
const expand = (text: string) => expandSettings(text, lookup);
/** Xcode takes braces for parentheses. */
const inBraces = (text: string) => text.replaceAll('(', '{').replaceAll(')', '}');

describe('expandSettings', () => {
  it.each([
    ['$(NAME)', 'My App'],
    [inBraces('$(NAME)'), 'My App'],
    ['$NAME/Info.plist', 'My App/Info.plist'],
    [`a $(NAME) b ${inBraces('$(NAME)')}`, 'a My App b My App'],
    ['$($(KIND))', 'My App'],
    [`\${${'$(KIND)'}}`, 'My App'],
    ['[$(EMPTY)]', '[]'],
    ['no variable', 'no variable'],
    ['5$ and $$HOME', '5$ and $HOME'],
  ])('expands %s', (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  it.each([
    ['$(NAME:lower)', 'my app'],
    ['$(NAME:upper)', 'MY APP'],
    ['$(NAME:rfc1034identifier)', 'My-App'],
    ['$(NAME:c99extidentifier)', 'My_App'],
    ['$(DIGIT:c99extidentifier)', '_st_App_'],
    ['$(DIGIT:rfc1034identifier:lower)', '1st-app-'],
    ['$(FILE:dir)', '/a/b/'],
    ['$(FILE:file)', 'Info.tar.plist'],
    ['$(FILE:base)', 'Info.tar'],
    ['$(FILE:suffix)', '.plist'],
    ['$(EMPTY:default=x)', 'x'],
    ['$(MISSING:default=$(NAME))', 'My App'],
    ['$(NAME:default=x)', 'My App'],
    ['$(NAME:lower:default=x)', 'my app'],
    ['$(MISSING:default=a:b)', 'a:b'],
  ])('applies the modifiers of %s', (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  it.each(['$(MISSING)', 'a$(MISSING)b', '$(NAME:nosuchmodifier)', '$(NAME', '$(NAME}', '$(constructor)'])(
    'does not know %s',
    (text) => {
      expect(expand(text)).toBeUndefined();
    },
  );

  it('never throws, and leaves texts without a dollar sign alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '(', ')', '{', '}', ':', 'NAME', 'x') }), (text) => {
        const result = expand(text);
        if (!text.includes('$')) expect(result).toBe(text);
      }),
    );
  });
});
