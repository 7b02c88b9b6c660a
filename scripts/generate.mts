/**
 * Writes the documents that follow from the rules: docs/rules and the table in the README. `--check` writes nothing and
 * fails when something is stale.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../server/src/core/rules';
import { rulePage } from './generate/rule-page.mjs';
import { rulesIndex, ruleTable } from './generate/rule-tables.mjs';

const root = path.join(import.meta.dirname, '..');
const pages = 'docs/rules';
const isCheck = process.argv.includes('--check');

const rules = allRules.map(({ meta }) => meta);
const wanted = new Map<string, string>([
  [`${pages}/README.md`, rulesIndex(rules)],
  ...rules.map((meta): [string, string] => [`${pages}/${meta.id}.md`, rulePage(meta)]),
  ['README.md', withTable(read('README.md') ?? '')],
]);

mkdirSync(path.join(root, pages), { recursive: true });
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
