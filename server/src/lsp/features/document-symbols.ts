/** `textDocument/documentSymbol`. */
import {
  type CancellationToken,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { documentSymbols as coreSymbols, hasOutline } from '../../core/features/document-symbols';
import type {
  SymbolKind as CoreKind,
  DocumentSymbol as CoreSymbol,
} from '../../core/features/document-symbols/types';
import { LineIndex } from '../../core/text';
import { manifest } from '../../manifest';
import { toRange } from '../convert/positions';
import { request } from '../handlers';
import { settledOrModified } from '../sync/settled';
import type { Feature, FeatureContext } from './feature';

const kinds: Readonly<Record<CoreKind, SymbolKind>> = {
  dictionary: SymbolKind.Object,
  array: SymbolKind.Array,
  text: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  missing: SymbolKind.Null,
  section: SymbolKind.Namespace,
  project: SymbolKind.Module,
  target: SymbolKind.Class,
  configuration: SymbolKind.Struct,
  group: SymbolKind.Package,
  phase: SymbolKind.Event,
  package: SymbolKind.Package,
  setting: SymbolKind.Property,
  include: SymbolKind.File,
};

export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: manifest.displayName } }),
  listen(context) {
    const { connection, logger } = context.services;
    connection.onDocumentSymbol(
      request(logger, 'documentSymbol', (params, token) => outline(context, params, token)),
    );
  },
};

async function outline(
  { services }: FeatureContext,
  { textDocument }: DocumentSymbolParams,
  token: CancellationToken,
): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const { client, documents, revision, workspace } = services;
  const document = documents.get(textDocument.uri);
  if (document === undefined || !hasOutline(document.uri)) return [];
  const { text, symbols } = await settledOrModified(revision, token, async () => {
    const source = document.getText();
    const read = () => workspace.unit(document.uri);
    return { text: source, symbols: await coreSymbols(document.uri, source, read) };
  });
  const index = new LineIndex(text);
  return client.nestsSymbols
    ? symbols.map((symbol) => nested(symbol, index))
    : symbols.flatMap((symbol) => flat(symbol, undefined, document.uri, index));
}

function nested(symbol: CoreSymbol, index: LineIndex): DocumentSymbol {
  const { name, detail, kind, range, selectionRange, children } = symbol;
  return {
    name,
    ...(detail !== '' && { detail }),
    kind: kinds[kind],
    range: toRange(index, range),
    selectionRange: toRange(index, selectionRange),
    ...(children.length > 0 && { children: children.map((child) => nested(child, index)) }),
  };
}

/** For clients that know lists only. */
function flat(
  { name, kind, range, children }: CoreSymbol,
  containerName: string | undefined,
  uri: string,
  index: LineIndex,
): SymbolInformation[] {
  const own = {
    name,
    kind: kinds[kind],
    location: { uri, range: toRange(index, range) },
    ...(containerName !== undefined && { containerName }),
  };
  return [own, ...children.flatMap((child) => flat(child, name, uri, index))];
}
