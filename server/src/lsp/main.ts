/** Entry of `dist/server.js`: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createWorkspace } from '../core/workspace';
import { nodeHost } from '../node/host';
import { installedPages } from '../node/pages';
import { FolderWatcher } from '../node/watch';
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
    startServer(connection, {
      createWorkspace: (logger) => createWorkspace(nodeHost(__dirname, logger)),
      createFolderWatcher: (report) => new FolderWatcher(report),
      installedPage: installedPages(path.join(__dirname, '..')),
    });
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}

main();
