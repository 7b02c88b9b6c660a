/** Runs all rules over a workspace in memory, the way clients do. */
import type { Finding } from '../../server/src/core/rules/types';
import { createWorkspace } from '../../server/src/core/workspace';
import { memoryHost } from './memory-fs';

export type Files = Readonly<Record<string, string>>;

export interface Checked {
  readonly findings: readonly Finding[];
  /** Errors that rules or the workspace logged; a passing test has none. */
  readonly errors: readonly string[];
  /** Path of a document below the workspace folder. */
  path(uri: string): string;
}

const root = 'file:///ws';

export async function checkFiles(files: Files): Promise<Checked> {
  const host = memoryHost(files, root);
  const workspace = createWorkspace(host);
  try {
    workspace.setFolders([root]);
    await workspace.load();
    const findings = await workspace.allFindings();
    const errors = host.logs.filter(({ level }) => level === 'error').map(({ message }) => message);
    return { findings, errors, path: (uri) => decodeURIComponent(uri.slice(root.length + 1)) };
  } finally {
    workspace.dispose();
  }
}
