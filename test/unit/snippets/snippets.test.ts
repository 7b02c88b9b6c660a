import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseObjc } from '../../../server/src/core/program/parse-objc';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { findingCode } from '../../../server/src/core/rules/types';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import objectiveC from '../../../snippets/objective-c.json';
import plist from '../../../snippets/plist.json';
import swift from '../../../snippets/swift.json';
import { type Checked, checkFolders, type Files } from '../../support/check-files';
import { expandSnippet, type Snippet, snippetNamed } from '../../support/snippet';
import {
  contextOf,
  contextPrefixes,
  type SnippetContext,
  type SnippetLanguage,
} from '../../support/snippet-contexts';
import { appAround, objectiveCFile, propertyListFile, swiftFile } from '../../support/snippet-files';
import { testWasm } from '../../support/wasm';

const snippets: Readonly<Record<SnippetLanguage, Readonly<Record<string, Snippet>>>> = {
  swift,
  'objective-c': objectiveC,
  plist,
};

/** How a snippet becomes a file: in Objective-C++ it is that of Objective-C. */
interface Kind {
  readonly language: SnippetLanguage;
  readonly extension: string;
  file(body: string, context: SnippetContext): string;
}

const kinds: Readonly<Record<'Swift' | 'Objective-C' | 'Objective-C++', Kind>> = {
  Swift: { language: 'swift', extension: 'swift', file: swiftFile },
  'Objective-C': { language: 'objective-c', extension: 'm', file: objectiveCFile },
  'Objective-C++': { language: 'objective-c', extension: 'mm', file: objectiveCFile },
};

/** What is said of declarations that nothing uses. */
const unusedCodes = ['unused-background-mode', 'permitted-identifier-without-launch-handler'];

interface Case {
  readonly name: string;
  readonly snippet: Snippet;
  readonly body: string;
  readonly context: SnippetContext;
}

/** A case for the defaults of each snippet, and for each further alternative of its choices. */
function casesOf(language: SnippetLanguage): Case[] {
  return Object.values(snippets[language]).flatMap((snippet) =>
    expandSnippet(snippet).map((body, index) => ({
      name: index === 0 ? snippet.prefix : `${snippet.prefix}, choice ${index + 1}`,
      snippet,
      body,
      context: contextOf(language, snippet.prefix),
    })),
  );
}

/** The other snippets of the same feature, each in a class and a file of its own. */
function companions(
  { file, extension }: Kind,
  language: SnippetLanguage,
  { beside = [] }: SnippetContext,
): Files {
  return Object.fromEntries(
    beside
      .filter((prefix) => Object.values(snippets[language]).some((snippet) => snippet.prefix === prefix))
      .map((prefix, index) => {
        const [body = ''] = expandSnippet(snippetNamed(snippets[language], prefix));
        const text = file(body, contextOf(language, prefix)).replaceAll('Sample', `Companion${index}`);
        return [`Companion${index}.${extension}`, text];
      }),
  );
}

function appOf(kind: Kind, { body, context }: Case): Files {
  const text = kind.file(body, context);
  const source = { [`Sample.${kind.extension}`]: text, ...companions(kind, kind.language, context) };
  return appAround(source, context);
}

function appOfPropertyList({ body, context }: Case): Files {
  const text = propertyListFile(body, context);
  const code = companions(kinds.Swift, 'swift', context);
  return appAround({ [context.file ?? 'Info.plist']: text, ...code }, context);
}

function codesOf(checked: Checked | undefined, { isUnused }: SnippetContext): string[] {
  if (checked === undefined) throw new Error('Not checked');
  expect(checked.errors).toEqual([]);
  const codes = checked.findings.map(findingCode);
  return isUnused ? codes.filter((code) => !unusedCodes.some((one) => code.startsWith(one))) : codes;
}

/** One test a case, of all cases checked at once. */
function haveNoFindings(cases: readonly Case[], app: (one: Case) => Files): void {
  let results: readonly Checked[] = [];
  beforeAll(async () => {
    results = await checkFolders(cases.map(app));
  });
  it.each(cases.map((one, index) => ({ ...one, index })))('$name', ({ context, index }) => {
    expect(codesOf(results[index], context)).toEqual([]);
  });
}

describe('snippets', () => {
  const parser = new TreeParser(testWasm);
  beforeAll(async () => {
    await Promise.all([parser.load('swift'), parser.load('objc')]);
  });
  afterAll(() => parser.dispose());

  describe('are well-formed', () => {
    it.each(casesOf('swift'))('$name in Swift', ({ body, context }) => {
      expect(parseSwift(parser, swiftFile(body, context)).errors).toEqual([]);
    });

    it.each(casesOf('objective-c'))('$name in Objective-C', ({ body, context }) => {
      expect(parseObjc(parser, objectiveCFile(body, context)).errors).toEqual([]);
    });

    it.each(casesOf('plist'))('$name in a property list', ({ body, context }) => {
      expect(parsePlist(propertyListFile(body, context)).problems).toEqual([]);
    });
  });

  describe('have none of the mistakes that the rules know', () => {
    for (const [name, kind] of Object.entries(kinds)) {
      describe(name, () => haveNoFindings(casesOf(kind.language), (one) => appOf(kind, one)));
    }
    describe('property lists', () => haveNoFindings(casesOf('plist'), appOfPropertyList));
  });

  it.each([
    ['swift', 'bg-task', 'shared.endBackgroundTask('],
    ['swift', 'bg-voip-push', 'completion()'],
    ['objective-c', 'bg-refresh', 'setTaskCompletedWithSuccess'],
    ['objective-c', 'bg-push', 'completionHandler('],
  ] as const)('would be found out, had they mistakes: %s, %s', async (language, prefix, line) => {
    const snippet = snippetNamed(snippets[language], prefix);
    const body = snippet.body.filter((text) => !text.includes(line));
    expect(body.length).toBeLessThan(snippet.body.length);
    const kind = kinds[language === 'swift' ? 'Swift' : 'Objective-C'];
    const context = contextOf(language, prefix);
    const spoilt = { name: prefix, snippet, body: expandSnippet({ ...snippet, body })[0] ?? '', context };
    const [checked] = await checkFolders([appOf(kind, spoilt)]);
    expect(codesOf(checked, context)).not.toEqual([]);
  });

  it.each(Object.entries(snippets))('of %s have prefixes and descriptions of their own', (_, file) => {
    const all = Object.values(file);
    expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(all.length);
    expect(new Set(all.map(({ description }) => description)).size).toBe(all.length);
    const odd = all.filter(
      ({ prefix, description }) =>
        !/^bg-[a-z0-9-]+$/.test(prefix) || !/^[A-Z].{20,220}[^.]$/.test(description),
    );
    expect(odd).toEqual([]);
  });

  it('have contexts only for what exists', () => {
    const known = new Set(
      Object.values(snippets).flatMap((file) => Object.values(file).map(({ prefix }) => prefix)),
    );
    expect(contextPrefixes().filter((prefix) => !known.has(prefix))).toEqual([]);
  });

  it('leave no placeholder behind when they are filled in', () => {
    const bodies = [...casesOf('swift'), ...casesOf('objective-c'), ...casesOf('plist')].map(
      ({ body }) => body,
    );
    expect(bodies.filter((body) => /\$\{|\$\d|\|\}/.test(body))).toEqual([]);
  });
});
