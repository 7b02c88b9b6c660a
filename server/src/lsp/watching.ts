/** Changes of files that are not open. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import type { Workspace } from '../core/workspace-types';

type FileChange = Parameters<Workspace['didChangeFiles']>[0][number];

const watchedFiles = '**/*.{swift,m,mm,h,plist,entitlements,pbxproj,xcconfig}';

const changeTypes: Readonly<Record<FileChangeType, FileChange['type']>> = {
  1: 'created',
  2: 'changed',
  3: 'deleted',
};

/** Asks the client to watch; for clients that can be asked. */
export async function watchFiles(connection: Connection): Promise<void> {
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: watchedFiles }],
  });
}

export function toFileChanges(events: readonly FileEvent[]): FileChange[] {
  return events.map(({ uri, type }) => ({ uri, type: changeTypes[type] }));
}
