/** `textDocument/documentLink`. Whether a file is there is looked up for all links of a document at once. */
import type { CancellationToken, DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { documentLinks as coreLinks } from '../../core/features/document-links';
import type { Link, LinkTarget } from '../../core/features/document-links/types';
import { LineIndex } from '../../core/text';
import { normaliseUri } from '../../core/uri';
import { toRange } from '../convert/positions';
import { request } from '../handlers';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';
import type { Feature } from './feature';

export const documentLinks: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  listen({ services }) {
    const { connection, logger } = services;
    connection.onDocumentLinks(
      request(logger, 'documentLink', (params, token) => list(services, params, token)),
    );
  },
};

async function list(
  services: Services,
  { textDocument }: DocumentLinkParams,
  token: CancellationToken,
): Promise<DocumentLink[]> {
  const { documents, revision, workspace } = services;
  const document = documents.get(textDocument.uri);
  if (document === undefined) return [];
  const { text, links } = await settledOrModified(revision, token, async () => {
    const source = document.getText();
    const found = await coreLinks({
      uri: normaliseUri(document.uri),
      text: source,
      unit: () => workspace.unit(document.uri),
      targets: async () => (await workspace.targets()).map(({ target }) => target),
    });
    return { text: source, links: await Promise.all(found.map((link) => withAddress(link, services))) };
  });
  const index = new LineIndex(text);
  return links.flatMap(({ range, address }) =>
    address === undefined ? [] : [{ range: toRange(index, range), target: address }],
  );
}

async function withAddress({ range, target }: Link, services: Services) {
  return { range, address: await addressOf(target, services) };
}

async function addressOf(
  target: LinkTarget,
  { documents, rulePage, workspace }: Services,
): Promise<string | undefined> {
  if (target.kind === 'rule') return rulePage(target.rule);
  for (const place of target.places) {
    if (await workspace.isFile(place)) return documents.clientUri(place);
  }
  return undefined;
}
