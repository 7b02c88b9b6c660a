/** `textDocument/hover`. */
import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../../core/features/hover/hover';
import type { Folders } from '../folders';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';

export class Hovers {
  readonly #services: Services;
  readonly #folders: Pick<Folders, 'uris'>;

  constructor(services: Services, folders: Pick<Folders, 'uris'>) {
    this.#services = services;
    this.#folders = folders;
  }

  async hover({ textDocument, position }: HoverParams, token: CancellationToken): Promise<Hover | null> {
    const { client, documents, positions, revision, workspace } = this.#services;
    const document = documents.get(textDocument.uri);
    if (document === undefined) return null;
    const offset = document.offsetAt(position);
    const content = await settledOrModified(revision, token, async () => {
      const unit = await workspace.unit(document.uri);
      if (unit === undefined) return undefined;
      const targets = await workspace.targetsOf(document.uri);
      return hoverAt(unit, { offset, targets, folders: this.#folders.uris });
    });
    const range = content && positions.range(document.uri, content.range);
    if (content === undefined || range === undefined) return null;
    const kind = client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value: content.markdown }, range };
  }
}
