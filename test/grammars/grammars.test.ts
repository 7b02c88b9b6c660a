/**
 * Compares the scopes of every token of `cases/` with the snapshot beside it. To renew the snapshots:
 * `npx vscode-tmgrammar-snap --updateSnapshot --config package.json "test/grammars/cases/*"`, then read the difference.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/e2e/places.mjs';
import { run } from '../../scripts/e2e/run.mjs';

const folder = path.join(import.meta.dirname, 'cases');
const cases = readdirSync(folder).filter((name) => !name.endsWith('.snap'));
const tool = path.join(root, 'node_modules/vscode-tmgrammar-test/dist/snapshot.js');

describe('TextMate grammars', () => {
  it.each(cases)('give %s the scopes of its snapshot', async (name) => {
    const file = path.join(folder, name);
    expect(existsSync(`${file}.snap`), 'the snapshot exists').toBe(true);
    const { code, output } = await run(process.execPath, [tool, '--config', 'package.json', file], {
      cwd: root,
      timeout: 50_000,
    });
    expect(code, output).toBe(0);
  });
});
