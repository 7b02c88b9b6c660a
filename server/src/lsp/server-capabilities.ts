import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientSupport } from './client-support';
import { fixAllKind, quickFixKind } from './code-action-kinds';
import { diagnosticSource } from './convert/diagnostic';
import { features } from './features';

/** What the server offers to a client. Diagnostics are either pulled or pushed, never both. */
export function serverCapabilities(client: ClientSupport): ServerCapabilities {
  return {
    ...announced(client),
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
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

function announced(client: ClientSupport): ServerCapabilities {
  return Object.assign({}, ...features.map((feature) => feature.capabilities?.(client)));
}
