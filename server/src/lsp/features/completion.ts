/** `textDocument/completion` and `completionItem/resolve`. */
import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Range,
  TextEdit,
} from 'vscode-languageserver';
import { completionsAt, mayFollow } from '../../core/features/completion/completion';
import { isTopic, topicContent } from '../../core/features/completion/topics';
import type { CompletionOffer } from '../../core/features/completion/types';
import { toMarkdown, toPlainText } from '../../core/features/content';
import { targetsAround } from '../../core/features/owned-plists';
import { LineIndex } from '../../core/text';
import { normaliseUri } from '../../core/uri';
import { documentKind } from '../../core/workspace/file-kinds';
import type { ClientSupport } from '../client-support';
import { toRange } from '../convert/positions';
import { request } from '../handlers';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';
import type { Feature, FeatureContext } from './feature';

/** A quote begins an identifier, a bracket an element; the blank is for the rules after a suppression. */
const triggerCharacters = ['"', '<', ' '];

const kinds: Readonly<Record<CompletionOffer['kind'], CompletionItemKind>> = {
  value: CompletionItemKind.EnumMember,
  key: CompletionItemKind.Property,
  constant: CompletionItemKind.Constant,
  identifier: CompletionItemKind.Value,
  comment: CompletionItemKind.Keyword,
  rule: CompletionItemKind.Reference,
};

export const completions: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters, resolveProvider: true } }),
  listen({ services }: FeatureContext) {
    const { connection, logger } = services;
    connection.onCompletion(
      request(logger, 'completion', (params, token) => complete(services, params, token)),
    );
    connection.onCompletionResolve(
      request(logger, 'completionItem/resolve', (item) => documented(services, item)),
    );
  },
};

async function complete(
  services: Services,
  { textDocument, position, context }: CompletionParams,
  token: CancellationToken,
): Promise<CompletionItem[] | null> {
  const { client, documents, revision, workspace } = services;
  const document = documents.get(textDocument.uri);
  if (document === undefined) return null;
  const uri = normaliseUri(document.uri);
  if (client.knowsSchema && documentKind(uri) === 'config') return null;
  const trigger = context?.triggerCharacter;
  if (trigger && !mayFollow(trigger, uri, document.getText(), document.offsetAt(position))) return null;
  const { offers, index, offset } = await settledOrModified(revision, token, async () => {
    const text = document.getText();
    const at = document.offsetAt(position);
    const found = await completionsAt({
      uri,
      text,
      offset: at,
      unit: await workspace.unit(uri),
      targets: () => targetsAround(workspace, uri),
      findings: () => workspace.findings(uri, token),
    });
    return { offers: found, index: new LineIndex(text), offset: at };
  });
  if (offers.length === 0) return null;
  return offers.map((offer, order) => {
    const replace = toRange(index, offer.range);
    const insert = offer.isWhole ? replace : toRange(index, { start: offer.range.start, end: offset });
    return item(offer, { insert, replace }, order, client);
  });
}

function item(
  { label, kind, detail, newText, snippet, filterText, topic }: CompletionOffer,
  { insert, replace }: { readonly insert: Range; readonly replace: Range },
  order: number,
  client: ClientSupport,
): CompletionItem {
  const isSnippet = client.completionSnippets && snippet !== undefined;
  const text = isSnippet ? snippet : newText;
  const hasLines = /[\r\n]/.test(text);
  return {
    label,
    kind: kinds[kind],
    sortText: String(order).padStart(4, '0'),
    textEdit: client.completionInsertReplace
      ? InsertReplaceEdit.create(text, insert, replace)
      : TextEdit.replace(replace, text),
    ...(detail !== undefined && { detail }),
    ...(filterText !== undefined && { filterText }),
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(hasLines && client.completionInsertModes && { insertTextMode: InsertTextMode.asIs }),
    ...(topic !== undefined && { data: topic }),
  };
}

/** What came back from the client is checked: it may be of another server. */
function documented({ client, rulePage }: Services, item: CompletionItem): CompletionItem {
  const topic: unknown = item.data;
  const content = isTopic(topic) ? topicContent(topic, rulePage) : undefined;
  if (content === undefined) return item;
  return {
    ...item,
    documentation: client.completionMarkdown
      ? { kind: MarkupKind.Markdown, value: toMarkdown(content) }
      : { kind: MarkupKind.PlainText, value: toPlainText(content) },
  };
}
