/** The `targets` command: which targets there are, and why the analysis sees them as it does. */

import { targetReport } from '../core/features/targets/target-report';
import { targetText } from '../core/features/targets/target-text';
import type { TargetReport } from '../core/features/targets/types';
import { createWorkspace } from '../core/workspace';
import type { Workspace } from '../core/workspace-types';
import { nodeHost } from '../node/host';
import { EXIT, type ExitCode } from './exit';
import { fileUri, type Inputs, resolveInputs } from './inputs';
import { Locator } from './report';
import type { Terminal } from './terminal';

export interface TargetsOptions {
  readonly format: 'text' | 'json';
}

/** Throws a UsageError for a path that does not exist or cannot be read. A folder without a target is no error. */
export async function targets(
  given: string,
  { format }: TargetsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const inputs = await resolveInputs([given], process.cwd());
  const workspace = createWorkspace(nodeHost(__dirname, { log: () => {} }));
  try {
    workspace.setFolders(inputs.roots);
    const reports = await describe(workspace, inputs);
    const locator = new Locator(fileUri(process.cwd()), (uri) => workspace.text(uri));
    const problems = workspace.problems.map(({ uri, message }) => ({ path: locator.path(uri), message }));
    if (format === 'json') terminal.write(`${JSON.stringify({ targets: reports, problems }, null, 2)}\n`);
    else writeText(reports, problems, given, terminal);
    return EXIT.clean;
  } finally {
    workspace.dispose();
  }
}

/** Targets that own a file below the path, in the order of their names. */
async function describe(workspace: Workspace, inputs: Inputs): Promise<readonly TargetReport[]> {
  const models = (await workspace.targets()).filter(({ target, infoPlist }) =>
    [target.projectUri ?? target.id, ...target.sources, ...infoPlist.files.map(({ uri }) => uri)].some(
      (uri) => inputs.includes(uri.replace(/#.*$/, '')),
    ),
  );
  const context = { folders: inputs.roots, read: (uri: string) => workspace.read(uri) };
  const reports = await Promise.all(models.map((model) => targetReport(model, context)));
  return reports.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

function writeText(
  reports: readonly TargetReport[],
  problems: readonly { readonly path: string; readonly message: string }[],
  given: string,
  terminal: Terminal,
): void {
  for (const { path, message } of problems) terminal.complain(`${path}: ${message}\n`);
  if (reports.length === 0) terminal.complain(`No target found in ${given}\n`);
  else terminal.write(`${reports.map(targetText).join('\n\n')}\n`);
}
