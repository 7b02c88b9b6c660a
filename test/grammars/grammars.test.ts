/**
 * Compares the scopes of every token of `cases/` with the snapshot beside it. To renew the snapshots:
 * `npx vscode-tmgrammar-snap --updateSnapshot --config package.json "test/grammars/cases/*"`, and those of `xml-cases/` with
 * `--scope text.xml --grammar test/grammars/xml.tmLanguage.json`; then read the difference.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/e2e/places.mjs';
import { run } from '../../scripts/e2e/run.mjs';

const folder = path.join(import.meta.dirname, 'cases');
const cases = readdirSync(folder).filter((name) => !name.endsWith('.snap'));
const xmlFolder = path.join(import.meta.dirname, 'xml-cases');
const xmlCases = readdirSync(xmlFolder).filter((name) => !name.endsWith('.snap'));
const tool = path.join(root, 'node_modules/vscode-tmgrammar-test/dist/snapshot.js');

describe('TextMate grammars', () => {
  it.each(cases)('give %s the scopes of its snapshot', async (name) => {
    await expectSnapshot(path.join(folder, name));
  });

  it.each(xmlCases)('mark background keys in %s when it is plain XML', async (name) => {
    const grammar = path.join(import.meta.dirname, 'xml.tmLanguage.json');
    await expectSnapshot(path.join(xmlFolder, name), '--scope', 'text.xml', '--grammar', grammar);
  });
});

async function expectSnapshot(file: string, ...options: string[]): Promise<void> {
  expect(existsSync(`${file}.snap`), 'the snapshot exists').toBe(true);
  const args = [tool, '--config', 'package.json', ...options, file];
  const { code, output } = await run(process.execPath, args, { cwd: root, timeout: 50_000 });
  expect(code, output).toBe(0);
}
