/** What the connected client can do, read once from its capabilities. */
import {
  type ClientCapabilities,
  InsertTextMode,
  MarkupKind,
  ResourceOperationKind,
} from 'vscode-languageserver';

export interface ClientSupport {
  /**
   * The client asks for diagnostics, and can be told to ask again. A client that pulls but cannot be told would keep
   * findings that a change in another file made stale; it is pushed to, as one that cannot pull.
   */
  readonly pullsDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticTags: readonly number[];
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly changeAnnotations: boolean;
  readonly codeActionLiterals: boolean;
  /** Edits of code actions may be left out until `codeAction/resolve`. */
  readonly resolvesEdits: boolean;
  readonly preferredActions: boolean;
  readonly watchesFiles: boolean;
  /** Answers `workspace/configuration`. */
  readonly answersSettings: boolean;
  readonly registersSettings: boolean;
  readonly markdownHover: boolean;
  readonly completionSnippets: boolean;
  /** An edit may say apart what is inserted and what is replaced. */
  readonly completionInsertReplace: boolean;
  readonly completionInsertModes: boolean;
  readonly completionMarkdown: boolean;
  /** Definitions may tell what was asked about. */
  readonly definitionLinks: boolean;
  /** Asks what there is to rename before it asks for the name. */
  readonly preparesRename: boolean;
  /** Outlines may be trees. */
  readonly nestsSymbols: boolean;
  readonly refreshesLenses: boolean;
  /** Answers `window/showDocument`. */
  readonly showsDocuments: boolean;
  /**
   * Has the commands of `protocol/commands.ts`, and says so by the experimental capability `backgroundModesCommands`: they
   * are not part of LSP.
   */
  readonly hasCommands: boolean;
  /** Completes `background-modes.json` by its schema, and says so by the experimental capability `backgroundModesSchema`. */
  readonly knowsSchema: boolean;
}

export function clientSupport({
  textDocument,
  workspace,
  window,
  experimental,
}: ClientCapabilities): ClientSupport {
  const publish = textDocument?.publishDiagnostics;
  // What holds for pulled diagnostics is announced beside `diagnostic` since LSP 3.18, and before only for pushed ones.
  const diagnostic = { ...publish, ...textDocument?.diagnostic };
  const action = textDocument?.codeAction;
  const edit = workspace?.workspaceEdit;
  const item = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics:
      textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostic.relatedInformation === true,
    codeDescription: diagnostic.codeDescriptionSupport === true,
    diagnosticTags: diagnostic.tagSupport?.valueSet ?? [],
    versionedEdits: edit?.documentChanges === true,
    createsFiles: edit?.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    changeAnnotations: edit?.changeAnnotationSupport !== undefined,
    codeActionLiterals: action?.codeActionLiteralSupport !== undefined,
    resolvesEdits:
      action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
    preferredActions: action?.isPreferredSupport === true,
    answersSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    completionSnippets: item?.snippetSupport === true,
    completionInsertReplace: item?.insertReplaceSupport === true,
    completionInsertModes: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    completionMarkdown: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    showsDocuments: window?.showDocument?.support === true,
    hasCommands: announces(experimental, 'backgroundModesCommands'),
    knowsSchema: announces(experimental, 'backgroundModesSchema'),
  };
}

/** Whatever a client may have put there. */
function announces(experimental: unknown, name: string): boolean {
  return (
    typeof experimental === 'object' && experimental !== null && Reflect.get(experimental, name) === true
  );
}
