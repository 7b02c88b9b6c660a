/** `textDocument/hover`. */
import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../../core/features/hover/hover';
import { request } from '../handlers';
import { settledOrModified } from '../sync/settled';
import type { Feature, FeatureContext } from './feature';

export const hovers: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  listen(context) {
    const { connection, logger } = context.services;
    connection.onHover(request(logger, 'hover', (params, token) => hover(context, params, token)));
  },
};

async function hover(
  { services, folders }: FeatureContext,
  { textDocument, position }: HoverParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const { client, documents, positions, revision, workspace } = services;
  const document = documents.get(textDocument.uri);
  if (document === undefined) return null;
  const offset = document.offsetAt(position);
  const content = await settledOrModified(revision, token, async () => {
    const unit = await workspace.unit(document.uri);
    if (unit === undefined) return undefined;
    const targets = await workspace.targetsOf(document.uri);
    return hoverAt(unit, { offset, targets, folders: folders.uris });
  });
  const range = content && positions.range(document.uri, content.range);
  if (content === undefined || range === undefined) return null;
  const kind = client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: content.markdown }, range };
}
