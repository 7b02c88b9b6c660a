/** The rules' pages that are installed with the server: they can be read without a network. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** `root` is the folder that holds `dist` and `docs`. */
export function installedPages(root: string): (rule: string) => string | undefined {
  const folder = path.join(root, 'docs', 'rules');
  if (!existsSync(folder)) return () => undefined;
  return (rule) => pathToFileURL(path.join(folder, `${rule}.md`)).href;
}
