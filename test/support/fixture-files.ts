/** Folders of this repository, as files of a workspace in memory. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.join(import.meta.dirname, '../..');

/** A folder below test/fixtures. */
export function fixtureFiles(folder: string): Record<string, string> {
  return folderFiles(`test/fixtures/${folder}`);
}

/** Path below the folder → text. */
export function folderFiles(folder: string): Record<string, string> {
  const root = path.join(repository, folder);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(root, file).replaceAll(path.sep, '/'), readFileSync(file, 'utf8')]),
  );
}
