/** Entry of `dist/server.js`: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createWorkspace } from '../core/workspace';
import { nodeFiles, nodeHost } from '../node/host';
import { installedPages } from '../node/pages';
import { FolderWatcher } from '../node/watch';
import { clientFiles, filesByScheme } from './client-files';
import { errorText } from './log';
import { startServer } from './server';

/** To stderr: stdout belongs to the protocol. */
function complain(message: string): void {
  process.stderr.write(`background-modes: ${message}\n`);
}

function main(): void {
  process.on('uncaughtException', (error) => complain(errorText(error)));
  process.on('unhandledRejection', (reason) => complain(errorText(reason)));
  try {
    const connection = createConnection(ProposedFeatures.all);
    // A client that has folders which are not on disk may offer to read them.
    const files = filesByScheme(nodeFiles, clientFiles(connection));
    startServer(connection, {
      createWorkspace: (logger) => createWorkspace(nodeHost(__dirname, logger, files)),
      createFolderWatcher: (report) => new FolderWatcher(report),
      installedPage: installedPages(path.join(__dirname, '..')),
    });
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}

main();
