/**
 * Writes what follows from the rules, the mechanisms and the snippets: docs/rules, docs/snippets.md, the guides, the table in
 * the README, the settings in package.json with their texts, the schema of background-modes.json, and the grammar of background
 * keys. `--check` writes nothing and fails when something is stale.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import { allRules } from '../server/src/core/rules';
import objectiveCSnippets from '../snippets/objective-c.json';
import plistSnippets from '../snippets/plist.json';
import swiftSnippets from '../snippets/swift.json';
import { backgroundKeysGrammar } from './generate/background-keys-grammar.mjs';
import { configSchema, ruleSettings, ruleSettingTexts } from './generate/config-schema.mjs';
import { mechanismGuide } from './generate/mechanism-guide.mjs';
import { rulePage } from './generate/rule-page.mjs';
import { rulesIndex, ruleTable } from './generate/rule-tables.mjs';
import { snippetPage } from './generate/snippet-page.mjs';
import { testingGuide } from './generate/testing-guide.mjs';

const root = path.join(import.meta.dirname, '..');
const pages = 'docs/rules';
const isCheck = process.argv.includes('--check');

const rules = allRules.map(({ meta }) => meta);
const snippetFiles = [
  { title: 'Swift', language: 'swift', snippets: swiftSnippets },
  { title: 'Objective-C and Objective-C++', language: 'objc', snippets: objectiveCSnippets },
  { title: 'Property lists and entitlements', language: 'xml', snippets: plistSnippets },
];
const wanted = new Map<string, string>([
  [`${pages}/README.md`, rulesIndex(rules)],
  ...rules.map((meta): [string, string] => [`${pages}/${meta.id}.md`, rulePage(meta)]),
  ['docs/guides/choosing-a-mechanism.md', mechanismGuide()],
  ['docs/guides/testing.md', testingGuide()],
  ['README.md', withTable(read('README.md') ?? '')],
  ['docs/snippets.md', snippetPage(snippetFiles)],
  ['syntaxes/background-keys.tmLanguage.json', backgroundKeysGrammar()],
  ['schemas/background-modes.schema.json', configSchema(rules)],
  ['package.json', withSettings(read('package.json') ?? '')],
  ['package.nls.json', withSettingTexts(read('package.nls.json') ?? '')],
]);

for (const folder of [pages, 'schemas']) mkdirSync(path.join(root, folder), { recursive: true });
const leftOver = readdirSync(path.join(root, pages))
  .map((name) => `${pages}/${name}`)
  .filter((file) => !wanted.has(file));
const stale = [...wanted].filter(([file, text]) => read(file) !== text).map(([file]) => file);

if (isCheck) {
  for (const file of [...stale, ...leftOver]) console.error(`${file} is stale: run npm run generate`);
  process.exitCode = stale.length + leftOver.length > 0 ? 1 : 0;
} else {
  for (const file of stale) writeFileSync(path.join(root, file), wanted.get(file) ?? '');
  for (const file of leftOver) rmSync(path.join(root, file));
  console.log(`${stale.length} written, ${leftOver.length} removed, ${wanted.size - stale.length} unchanged`);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** Puts the table of rules between the two markers. Throws when they are missing. */
function withTable(readme: string): string {
  const [begin, end] = ['<!-- rules:begin -->', '<!-- rules:end -->'];
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks ${begin} and ${end}`);
  const table = ruleTable(rules, ({ id }) => `${pages}/${id}.md`);
  return `${readme.slice(0, from + begin.length)}\n${table}\n${readme.slice(to)}`;
}

/** Replaces the settings that follow from the rules, or adds them after the others. Key order stays as it is. */
function withSettings(manifest: string): string {
  return Object.entries(ruleSettings(rules)).reduce(
    (text, [name, setting]) => modified(text, ['contributes', 'configuration', 'properties', name], setting),
    manifest,
  );
}

/** The same for the texts of these settings. */
function withSettingTexts(texts: string): string {
  return Object.entries(ruleSettingTexts()).reduce((all, [key, text]) => modified(all, [key], text), texts);
}

function modified(json: string, path: string[], value: unknown): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  return applyEdits(json, modify(json, path, value, { formattingOptions }));
}
