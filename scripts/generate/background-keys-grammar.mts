/** Writes the grammar that marks background keys and modes in XML property lists, whichever grammar colours the rest. */
import { backgroundKeys } from '../../server/src/core/catalog/background-keys';
import { backgroundModes } from '../../server/src/core/catalog/modes';

interface Rule {
  readonly comment?: string;
  readonly name?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly match?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

type Captures = Readonly<Record<string, { readonly name: string }>>;

/** `$base` would be this grammar, as it is injected. */
const everythingElse: Rule = { include: 'text.xml.plist' };

/** Tags look as they do in syntaxes/plist.tmLanguage.json and in the grammar of VS Code for XML. */
const punctuation = { name: 'punctuation.definition.tag.xml' };
const tagName = { name: 'entity.name.tag.localname.xml' };
const tagScopes: Captures = { 1: punctuation, 2: tagName, 3: punctuation };

export function backgroundKeysGrammar(): string {
  const keysWithModes = [...new Set(backgroundModes.map(({ key }) => key))];
  const otherKeys = backgroundKeys.filter((key) => !keysWithModes.some((other) => other === key));
  const grammar = {
    name: 'Background keys and modes in property lists',
    scopeName: 'plist.background-keys.injection',
    injectionSelector: 'L:text.xml - comment - string',
    patterns: [...keysWithModes.map(keyWithModes), { match: keyElement(otherKeys), captures: keyScopes }],
  };
  return `${JSON.stringify(grammar, undefined, 2)}\n`;
}

/** From the key to the end of its array; what is no known mode there looks as it does everywhere. */
function keyWithModes(key: string): Rule {
  const values = backgroundModes.filter((mode) => mode.key === key).map(({ value }) => value);
  const array = {
    begin: '(<)(array)(>)',
    end: '(</)(array)(>)',
    captures: tagScopes,
    patterns: [{ match: element('string', values), captures: modeScopes }, everythingElse],
  };
  return {
    begin: keyElement([key]),
    // A comment may stand before the array, nothing else.
    end: '(?<=</array>)|(?=<(?!array>|!--))',
    beginCaptures: keyScopes,
    patterns: [array, everythingElse],
  };
}

function keyElement(keys: readonly string[]): string {
  return element('key', keys);
}

/** Captures 1 to 3 the opening tag, 4 the text, 5 to 7 the closing tag. */
function element(tag: string, texts: readonly string[]): string {
  return `(<)(${tag})(>)(${texts.join('|')})(</)(${tag})(>)`;
}

const keyScopes = elementScopes('support.variable.property.plist support.type.background-key.plist');

/** An enumeration member as well: few themes colour a support constant. */
const modeScopes = elementScopes(
  'string.unquoted.plist support.constant.background-mode.plist variable.other.enummember.plist',
);

function elementScopes(text: string): Captures {
  return { ...tagScopes, 4: { name: text }, 5: punctuation, 6: tagName, 7: punctuation };
}
