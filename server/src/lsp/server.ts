/** One connection from `initialize` to `exit`. */
import { type Connection, ErrorCodes, type InitializeParams, ResponseError } from 'vscode-languageserver';
import type { Logger } from '../core/ports';
import type { Workspace } from '../core/workspace-types';
import { clientSupport } from './client-support';
import { clientLogger } from './log';
import { serverInfo } from './manifest';
import { serverCapabilities } from './server-capabilities';
import { createServices } from './services';
import { Session } from './session';

/** Listens on `connection`; answers when the client has said `initialize`. */
export function startServer(connection: Connection, createWorkspace: (logger: Logger) => Workspace): void {
  const logger = clientLogger(connection.console);
  let session: Session | undefined;
  connection.onInitialize((params: InitializeParams) => {
    if (session !== undefined) {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is already initialized');
    }
    const client = clientSupport(params.capabilities);
    session = new Session(createServices(connection, client, createWorkspace(logger), logger), params);
    return { capabilities: serverCapabilities(client), serverInfo };
  });
  connection.onInitialized(() => session?.start());
  connection.onShutdown(() => session?.dispose());
  connection.listen();
}
