/** Targets of a workspace in memory with the code that they link. */
import type { Target } from '../../server/src/core/project/types';
import { createWorkspace } from '../../server/src/core/workspace';
import { type MemoryHost, memoryHost } from './memory-fs';

export interface LinkedTargets {
  readonly host: MemoryHost;
  readonly targets: readonly Target[];
  readonly problems: readonly string[];
  target(name: string): Target;
  /** Linked sources by their paths below the workspace. */
  linked(name: string): readonly string[];
}

const root = 'file:///ws';

export async function linkedTargets(files: Readonly<Record<string, string>>): Promise<LinkedTargets> {
  const host = memoryHost(files);
  const workspace = createWorkspace(host, []);
  workspace.setFolders([root]);
  const targets = (await workspace.targets()).map(({ target }) => target);
  const target = (name: string): Target => {
    const found = targets.find((other) => other.name === name);
    if (found === undefined) throw new Error(`No target ${name}`);
    return found;
  };
  return {
    host,
    targets,
    target,
    problems: workspace.problems.map(({ message }) => message),
    linked: (name) =>
      (target(name).linkedSources ?? []).map((uri) => decodeURIComponent(uri.slice(root.length + 1))),
  };
}
