import { codeLenses } from '../../../../server/src/core/features/code-lens';
import type { Lens } from '../../../../server/src/core/features/code-lens/types';
import { LineIndex } from '../../../../server/src/core/text';
import { createWorkspace } from '../../../../server/src/core/workspace';
import { memoryHost } from '../../../support/memory-fs';

const folder = 'file:///ws';

/** Lenses of one of the files, which make up a workspace. */
export async function lensesOf(
  files: Readonly<Record<string, string>>,
  path: string,
  isLoading = false,
): Promise<readonly Lens[]> {
  const host = memoryHost(files);
  const workspace = createWorkspace(host);
  workspace.setFolders([folder]);
  await workspace.load();
  const uri = host.uri(path);
  const lenses = await codeLenses({
    uri,
    unit: await workspace.unit(uri),
    findings: await workspace.findings(uri),
    owners: () => workspace.targetsOf(uri),
    models: () => workspace.targets(),
    isLoading,
  });
  workspace.dispose();
  return lenses;
}

/** `line: title` for each. */
export async function shownIn(
  files: Readonly<Record<string, string>>,
  path: string,
  isLoading = false,
): Promise<readonly string[]> {
  const index = new LineIndex(files[path] ?? '');
  const lenses = await lensesOf(files, path, isLoading);
  return lenses.map(({ range, title }) => `${index.at(range.start).line + 1}: ${title}`);
}
