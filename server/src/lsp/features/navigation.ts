/** `textDocument/definition`, `references` and `documentHighlight`. */
import {
  type CancellationToken,
  type Definition,
  type DefinitionLink,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { mayBeIdentifier } from '../../core/features/identifiers/cursor';
import {
  definitionAt,
  highlightsAt,
  type NavigationPlace,
  referencesAt,
} from '../../core/features/navigation/navigation';
import { request } from '../handlers';
import { settledOrModified } from '../sync/settled';
import type { Feature, FeatureContext } from './feature';

/** All answer null where nothing of ours stands, so that the answers of other servers are alone. */
export const navigation: Feature = {
  capabilities: () => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
  }),
  listen(context) {
    const { connection, logger } = context.services;
    connection.onDefinition(
      request(logger, 'definition', (params, token) => definition(context, params, token)),
    );
    connection.onReferences(
      request(logger, 'references', (params, token) => references(context, params, token)),
    );
    connection.onDocumentHighlight(
      request(logger, 'documentHighlight', (params, token) => highlights(context, params, token)),
    );
  },
};

async function definition(
  context: FeatureContext,
  params: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<Definition | DefinitionLink[] | null> {
  const { client, positions, workspace } = context.services;
  const found = await answered(context, params, token, (uri, offset) => definitionAt(workspace, uri, offset));
  if (found === undefined) return null;
  const locations = locationsOf(context, found.places);
  if (!client.definitionLinks) return locations;
  const originSelectionRange = positions.range(params.textDocument.uri, found.origin);
  return locations.map(({ uri, range }) => ({
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
    ...(originSelectionRange !== undefined && { originSelectionRange }),
  }));
}

async function references(
  context: FeatureContext,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const { workspace } = context.services;
  const { includeDeclaration } = params.context;
  const places = await answered(context, params, token, (uri, offset) =>
    referencesAt(workspace, uri, offset, includeDeclaration),
  );
  return places === undefined ? null : locationsOf(context, places);
}

async function highlights(
  context: FeatureContext,
  params: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<DocumentHighlight[] | null> {
  const { positions, workspace } = context.services;
  const found = await answered(context, params, token, (uri, offset) => highlightsAt(workspace, uri, offset));
  if (found === undefined) return null;
  return found.flatMap(({ range, isDeclaration }) => {
    const converted = positions.range(params.textDocument.uri, range);
    const kind = isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
    return converted === undefined ? [] : [{ range: converted, kind }];
  });
}

/** What is known of an open document when all files are read; its places are in other files too. */
export async function answered<T>(
  { services }: FeatureContext,
  { textDocument, position }: TextDocumentPositionParams,
  token: CancellationToken,
  ask: (uri: string, offset: number) => Promise<T>,
): Promise<T | undefined> {
  const { documents, revision, workspace } = services;
  const document = documents.get(textDocument.uri);
  if (document === undefined) return undefined;
  const offset = document.offsetAt(position);
  return settledOrModified(revision, token, async () => {
    const unit = await workspace.unit(document.uri);
    // Nobody waits for the index where there is nothing to be found in it.
    if (unit === undefined || !mayBeIdentifier(unit, offset)) return undefined;
    await workspace.load({ token });
    return token.isCancellationRequested ? undefined : ask(document.uri, offset);
  });
}

function locationsOf({ services }: FeatureContext, places: readonly NavigationPlace[]): Location[] {
  return places.flatMap(({ uri, range, text }) => services.positions.location(uri, range, text) ?? []);
}
