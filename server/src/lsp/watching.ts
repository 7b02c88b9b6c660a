/** Changes of files that are not open. The client watches; for one that cannot, the server does. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import { codeOf } from '../core/project/target-code';
import { watchedExtensions, watchedNames } from '../core/project/watched-files';
import { basenameUri, dirnameUri, extensionUri } from '../core/uri';
import type { TargetModel, Workspace } from '../core/workspace-types';

type FileChange = Parameters<Workspace['didChangeFiles']>[0][number];

/** Watches single folders; what lies deeper is not its concern. */
export interface FolderWatcher {
  watch(folders: readonly string[]): void;
  dispose(): void;
}

export type CreateFolderWatcher = (report: (changes: readonly FileChange[]) => void) => FolderWatcher;

const changeTypes: Readonly<Record<FileChangeType, FileChange['type']>> = {
  1: 'created',
  2: 'changed',
  3: 'deleted',
};

/** Asks the client to watch. */
export async function watchFiles(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: `**/*.{${watchedExtensions.join(',')}}` },
      { globPattern: `**/{${watchedNames.join(',')}}` },
    ],
  });
}

export function toFileChanges(events: readonly FileEvent[]): FileChange[] {
  return events.map(({ uri, type }) => ({ uri, type: changeTypes[type] }));
}

export function isWatched({ uri }: FileChange): boolean {
  return watchedExtensions.includes(extensionUri(uri).slice(1)) || watchedNames.includes(basenameUri(uri));
}

/** The folders of all files that the targets are made of. */
export function foldersOf(models: readonly TargetModel[], roots: readonly string[]): readonly string[] {
  const folders = new Set(roots);
  for (const { target, infoPlist, entitlements } of models) {
    const files = [...infoPlist.files, ...entitlements].map(({ uri }) => uri);
    const project = target.projectUri === undefined ? [] : [target.projectUri];
    for (const uri of [...project, ...files, ...codeOf(target)]) folders.add(dirnameUri(uri));
  }
  return [...folders];
}
