/** `textDocument/hover`. */
import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { toMarkdown, toPlainText } from '../../core/features/content';
import { hoverAt } from '../../core/features/hover/hover';
import { targetsAround } from '../../core/features/owned-plists';
import { normaliseUri } from '../../core/uri';
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
  const { client, documents, positions, revision, rulePage, workspace } = services;
  const document = documents.get(textDocument.uri);
  if (document === undefined) return null;
  const found = await settledOrModified(revision, token, async () =>
    hoverAt({
      uri: normaliseUri(document.uri),
      text: document.getText(),
      offset: document.offsetAt(position),
      unit: await workspace.unit(document.uri),
      targets: await targetsAround(workspace, normaliseUri(document.uri)),
      folders: folders.uris,
      textOf: (uri) => workspace.text(uri),
      page: rulePage,
    }),
  );
  const range = found && positions.range(document.uri, found.range);
  if (found === undefined || range === undefined) return null;
  const contents = client.markdownHover
    ? { kind: MarkupKind.Markdown, value: toMarkdown(found.content) }
    : { kind: MarkupKind.PlainText, value: toPlainText(found.content) };
  return { contents, range };
}
