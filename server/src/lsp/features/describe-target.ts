/** The custom request that says why a target is seen as it is. */
import type { CancellationToken } from 'vscode-languageserver';
import { targetReport } from '../../core/features/targets/target-report';
import { targetText } from '../../core/features/targets/target-text';
import type { Folders } from '../folders';
import type { TargetDescription, TargetParams } from '../protocol';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';

export async function describeTarget(
  { revision, workspace }: Services,
  { uris: folders }: Pick<Folders, 'uris'>,
  { id }: TargetParams,
  token: CancellationToken,
): Promise<TargetDescription | null> {
  const models = await settledOrModified(revision, token, () => workspace.targets());
  const model = models.find(({ target }) => target.id === id);
  if (model === undefined) return null;
  const report = await targetReport(model, { folders, read: (uri) => workspace.read(uri) });
  return { name: report.name, text: `${targetText(report)}\n` };
}
