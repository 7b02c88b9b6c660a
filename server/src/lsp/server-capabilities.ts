import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientSupport } from './client-support';
import { fixAllKind, quickFixKind } from './code-action-kinds';
import { diagnosticSource } from './convert/diagnostic';

/** What the server offers to a client. Diagnostics are either pulled or pushed, never both. */
export function serverCapabilities(client: ClientSupport): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    codeActionProvider: {
      codeActionKinds: [quickFixKind, fixAllKind],
      resolveProvider: client.resolvesEdits,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: diagnosticSource,
        interFileDependencies: true,
        workspaceDiagnostics: true,
      },
    }),
  };
}
