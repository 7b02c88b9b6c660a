import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../../..');

async function texts(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(path.join(root, folder))).sort();
  const read = async (name: string) => [name, await readFile(path.join(root, folder, name), 'utf8')] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

describe('the protocol beyond LSP', () => {
  it('is written the same on both sides', async () => {
    const server = await texts('server/src/lsp/protocol');
    expect(Object.keys(server)).toContain('checklist.ts');
    expect(await texts('client/src/protocol')).toEqual(server);
  });
});
