/** Runs all rules over workspaces in memory, the way clients do. */
import { allRules } from '../../server/src/core/rules';
import type { Finding } from '../../server/src/core/rules/types';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from './memory-fs';

/** Path → content. */
export type Files = Readonly<Record<string, string>>;

export interface Checked {
  readonly findings: readonly Finding[];
  /** Errors that rules or the workspace logged; a passing test has none. */
  readonly errors: readonly string[];
  /** Path of a document below its folder. */
  path(uri: string): string;
}

export async function checkFiles(files: Files): Promise<Checked> {
  const [checked] = await checkFolders([files]);
  if (checked === undefined) throw new Error('A folder was not checked');
  return checked;
}

/** Folders that are checked at once: what a workspace does for each of its roots grows with their number. */
const groupSize = 64;

/** Checks many small folders, many at once: each is a root of a workspace, none sees the others. */
export async function checkFolders(folders: readonly Files[]): Promise<readonly Checked[]> {
  const all: Checked[] = [];
  for (let start = 0; start < folders.length; start += groupSize) {
    all.push(...(await checkGroup(folders.slice(start, start + groupSize))));
  }
  return all;
}

async function checkGroup(folders: readonly Files[]): Promise<readonly Checked[]> {
  const roots = folders.map((_, index) => `file:///ws/${index}`);
  const host = memoryHost({});
  folders.forEach((files, index) => {
    for (const [path, text] of Object.entries(files))
      host.contents.set(host.uri(`/ws/${index}/${path}`), text);
  });
  const workspace = createWorkspace(host, allRules);
  try {
    workspace.setFolders(roots);
    await workspace.load();
    const findings = await workspace.allFindings();
    const errors = host.logs.filter(({ level }) => level === 'error').map(({ message }) => message);
    return roots.map((root) => ({
      findings: findings.filter(({ uri }) => uri.startsWith(`${root}/`)),
      errors,
      path: (uri) => decodeURIComponent(uri.slice(root.length + 1)),
    }));
  } finally {
    workspace.dispose();
  }
}
