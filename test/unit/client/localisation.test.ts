import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import english from '../../../package.nls.json';
import { clientTexts, placeholdersOf, textsOf } from '../../support/l10n-strings';

const root = path.join(import.meta.dirname, '../../..');
const locales = ['de', 'ja', 'zh-cn'];

type Texts = Readonly<Record<string, string>>;

function read(file: string): Texts {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** All that must survive a translation: commands behind links, code, and line breaks. */
function markupOf(text: string): string[] {
  return [...text.matchAll(/\]\((?:command|https):[^)]*\)|`[^`]*`|\n/g)].map(([markup]) => markup).sort();
}

/** Names are the same in every language, everything else is not. */
function untranslated(texts: Texts, originals: Texts): string[] {
  return Object.keys(texts).filter(
    (key) => texts[key] === originals[key] && !sameEverywhere.has(originals[key] ?? ''),
  );
}

const sameEverywhere = new Set([
  'Background Modes',
  'Background Modes for iOS',
  // German
  'Problem in {0}: {1}',
  'Target {0}',
  '{0} in {1}',
]);

function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort();
}

describe('texts of the client', () => {
  const texts = clientTexts();

  it('are found', () => {
    expect(texts.size).toBeGreaterThan(50);
    expect(sorted(readdirSync(path.join(root, 'l10n')))).toEqual(
      locales.map((one) => `bundle.l10n.${one}.json`),
    );
  });

  it.each(locales)('are all translated for %s, and nothing else is', (locale) => {
    const bundle = read(`l10n/bundle.l10n.${locale}.json`);
    expect(sorted(Object.keys(bundle))).toEqual(sorted(texts.keys()));
  });

  it.each(locales)('keep their placeholders for %s', (locale) => {
    const bundle = Object.entries(read(`l10n/bundle.l10n.${locale}.json`));
    const spoilt = bundle.filter(
      ([text, translation]) =>
        JSON.stringify(placeholdersOf(text)) !== JSON.stringify(placeholdersOf(translation)) ||
        translation.trim() !== translation ||
        translation === '',
    );
    expect(spoilt).toEqual([]);
  });

  it.each(locales)('differ for %s', (locale) => {
    const bundle = read(`l10n/bundle.l10n.${locale}.json`);
    expect(untranslated(bundle, Object.fromEntries(Object.keys(bundle).map((text) => [text, text])))).toEqual(
      [],
    );
  });
});

describe('texts of the manifest', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? '');

  it('have a name for each, and no name for nothing', () => {
    expect(sorted(new Set(used))).toEqual(sorted(Object.keys(english)));
  });

  it('stand nowhere else', () => {
    const { commands, views, viewsWelcome, configuration, walkthroughs } = manifest.contributes;
    const shown = JSON.stringify([commands, views, viewsWelcome, configuration, walkthroughs]);
    const named =
      /"(?:title|category|name|contextualTitle|contents|description|markdownDescription|altText)":"(?!%)[^"]*"/g;
    expect(shown.match(named) ?? []).toEqual([]);
  });

  it.each(locales)('are all translated for %s', (locale) => {
    const texts = read(`package.nls.${locale}.json`);
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    expect(untranslated(texts, english)).toEqual([]);
  });

  it.each(locales)('keep their links, code and lines for %s', (locale) => {
    const texts = Object.entries(read(`package.nls.${locale}.json`));
    const originals: Texts = english;
    const spoilt = texts.filter(
      ([key, text]) => JSON.stringify(markupOf(text)) !== JSON.stringify(markupOf(originals[key] ?? '')),
    );
    expect(spoilt).toEqual([]);
  });
});

describe('the reader of texts', () => {
  it('sees through quotes, concatenations and comments', () => {
    const source = `
      // l10n.t('not this')
      l10n.t('it\\'s'); l10n.t("a \\"word\\""); l10n.t('one ' + 'two {0}', 1);
      l10n.t(\`line
two\`); l10n.t(
        'far away',
      );`;
    expect(textsOf(source, 'test.ts')).toEqual(["it's", 'a "word"', 'one two {0}', 'line\ntwo', 'far away']);
  });

  it('refuses what nobody can translate', () => {
    for (const argument of ['name', '`a \u0024{name}`', "isOne ? 'one' : 'two'", "'a' + name"]) {
      expect(() => textsOf(`l10n.t(${argument});`, 'test.ts'), argument).toThrow('no literal');
    }
  });
});
