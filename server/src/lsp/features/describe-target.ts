/** The custom request that says why a target is seen as it is. */
import type { CancellationToken } from 'vscode-languageserver';
import { targetReport } from '../../core/features/targets/target-report';
import { targetText } from '../../core/features/targets/target-text';
import { request } from '../handlers';
import { describeTargetMethod, type TargetDescription, type TargetParams } from '../protocol';
import { settledOrModified } from '../sync/settled';
import type { Feature, FeatureContext } from './feature';

export const targetDescriptions: Feature = {
  listen(context) {
    const { connection, logger } = context.services;
    connection.onRequest(
      describeTargetMethod,
      request(logger, 'describeTarget', (params: TargetParams, token) =>
        describeTarget(context, params, token),
      ),
    );
  },
};

async function describeTarget(
  { services: { revision, workspace }, folders }: FeatureContext,
  { id }: TargetParams,
  token: CancellationToken,
): Promise<TargetDescription | null> {
  const models = await settledOrModified(revision, token, () => workspace.targets());
  const model = models.find(({ target }) => target.id === id);
  if (model === undefined) return null;
  const report = await targetReport(model, { folders: folders.uris, read: (uri) => workspace.read(uri) });
  return { name: report.name, text: `${targetText(report)}\n` };
}
