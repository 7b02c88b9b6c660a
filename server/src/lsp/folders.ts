/** Workspace folders: several roots, changing while the server runs. */
import {
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { normaliseUri } from '../core/uri';

export class Folders {
  readonly #uris: Set<string>;

  constructor({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>) {
    // An empty list says that no folder is open; only without a list does the older field count.
    const roots = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    this.#uris = new Set(roots.map(normaliseUri));
  }

  get uris(): readonly string[] {
    return [...this.#uris];
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    for (const { uri } of removed) this.#uris.delete(normaliseUri(uri));
    for (const { uri } of added) this.#uris.add(normaliseUri(uri));
  }
}

export function onFoldersChanged(
  connection: Connection,
  handle: (event: WorkspaceFoldersChangeEvent) => void,
): void {
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => handle(event));
}
