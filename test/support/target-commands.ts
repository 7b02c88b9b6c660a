/** Runs what commands do to a target over a workspace in memory, and applies it. */
import type { CapabilityEdit } from '../../server/src/core/features/capabilities/types';
import type { ProgramUnit, TargetContext } from '../../server/src/core/rules/context';
import type { FileEdit } from '../../server/src/core/rules/types';
import { applyEdits } from '../../server/src/core/text';
import { createWorkspace } from '../../server/src/core/workspace';
import { checkFiles, type Files } from './check-files';
import { memoryHost } from './memory-fs';

const root = 'file:///ws';

export interface CommandContext {
  readonly target: Omit<TargetContext, 'report'>;
  readonly folders: readonly string[];
  /** The units of all sources of the target. */
  readonly units: readonly ProgramUnit[];
  unit(path: string): ProgramUnit;
}

/** What `command` answers for the target, and the files after it. */
export async function runCommand(
  files: Files,
  command: (context: CommandContext) => CapabilityEdit,
  targetName = 'App',
): Promise<{ readonly answer: CapabilityEdit; readonly after: Files }> {
  const workspace = createWorkspace(memoryHost(files));
  try {
    workspace.setFolders([root]);
    await workspace.load();
    const model = (await workspace.targets()).find(({ target }) => target.name === targetName);
    const target = model && (await workspace.targetContext(model.target.id));
    if (target === undefined) throw new Error(`There is no target ${targetName}`);
    const units: ProgramUnit[] = [];
    for (const uri of target.target.sources) {
      const unit = await workspace.unit(uri);
      if (unit?.kind === 'program') units.push(unit);
    }
    const unit = (path: string) => {
      const found = units.find(({ uri }) => uri === `${root}/${path}`);
      if (found === undefined) throw new Error(`${path} is no source of ${targetName}`);
      return found;
    };
    const answer = command({ target, folders: [root], units, unit });
    return { answer, after: answer.kind === 'edit' ? applied(files, answer.files) : files };
  } finally {
    workspace.dispose();
  }
}

function applied(files: Files, edits: readonly FileEdit[]): Files {
  const changed = edits.map(({ uri, edits, create }): [string, string] => {
    const path = uri.slice(root.length + 1);
    const text = files[path];
    if (create !== undefined && text !== undefined) throw new Error(`${path} is there already`);
    if (create === undefined && text === undefined) throw new Error(`${path} is not there`);
    return [path, create ?? applyEdits(text ?? '', edits)];
  });
  return { ...files, ...Object.fromEntries(changed) };
}

/** What all rules, good advice included, say of the files. */
export async function complaints(files: Files): Promise<readonly string[]> {
  const { findings, errors } = await checkFiles({
    ...files,
    'background-modes.json': '{ "preset": "strict" }\n',
  });
  return [...errors, ...findings.map(({ rule, entry, message }) => `${rule}/${entry ?? ''}: ${message}`)];
}
