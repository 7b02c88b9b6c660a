/**
 * Runs the examples of a rule catalogue against the rules that exist here, and prints what passes and what does not.
 * Usage: tsx scripts/check-catalogue.mts FOLDER [RULE…], where FOLDER holds `rules/*.json`.
 * Exit code 1 when an example fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../server/src/core/rules';
import { type Checked, checkFiles } from '../test/support/check-files';

interface Expectation {
  readonly file: string;
  readonly at: string;
  readonly occurrence?: number;
}

interface CatalogueExample {
  readonly kind: 'bad' | 'good' | 'near-miss';
  readonly entry?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly expect?: readonly Expectation[];
}

interface CatalogueRule {
  readonly id: string;
  readonly examples: readonly CatalogueExample[];
}

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: check-catalogue.mts FOLDER [RULE…]');

const known = new Set(allRules.map(({ meta }) => meta.id));
const rules = readRules(path.join(folder, 'rules')).filter(
  ({ id }) => known.has(id) && (wanted.length === 0 || wanted.includes(id)),
);

let failures = 0;
for (const rule of rules) {
  const failed: string[] = [];
  for (const [index, example] of rule.examples.entries()) {
    const differences = await differencesOf(rule.id, example);
    if (differences.length > 0)
      failed.push(`  #${index} ${example.kind} ${example.entry ?? ''}\n    ${differences.join('\n    ')}`);
  }
  failures += failed.length;
  console.log(`${rule.id}: ${rule.examples.length - failed.length} of ${rule.examples.length} pass`);
  for (const text of failed) console.log(text);
}
process.exitCode = failures > 0 ? 1 : 0;

function readRules(directory: string): CatalogueRule[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name): CatalogueRule[] => JSON.parse(readFileSync(path.join(directory, name), 'utf8')));
}

async function differencesOf(rule: string, example: CatalogueExample): Promise<string[]> {
  const checked = await checkFiles(example.files);
  const expected = (example.expect ?? []).map((place) => `${place.file}:${offsetOf(example, place)}`);
  const found = foundBy(rule, checked);
  return [
    ...checked.errors.map((error) => `error: ${error}`),
    ...expected.filter((place) => !found.has(place)).map((place) => `missing: ${describe(example, place)}`),
    ...[...found]
      .filter(([place]) => !expected.includes(place))
      .map(([place, message]) => `unexpected: ${describe(example, place)}: ${message}`),
  ];
}

/** `file:offset` of each finding → its message. */
function foundBy(rule: string, { findings, path: pathOf }: Checked): Map<string, string> {
  const own = findings.filter((finding) => finding.rule === rule);
  return new Map(
    own.map(({ uri, range, entry, message }) => [
      `${pathOf(uri)}:${range.start}`,
      `[${entry ?? ''}] ${message}`,
    ]),
  );
}

function offsetOf({ files }: CatalogueExample, { file, at, occurrence = 1 }: Expectation): number {
  const text = files[file] ?? '';
  let offset = -1;
  for (let count = 0; count < occurrence; count++) offset = text.indexOf(at, offset + 1);
  return offset;
}

function describe({ files }: CatalogueExample, place: string): string {
  const colon = place.lastIndexOf(':');
  const text = files[place.slice(0, colon)] ?? '';
  const offset = Number(place.slice(colon + 1));
  return `${place} ${JSON.stringify(text.slice(offset, offset + 40))}`;
}
