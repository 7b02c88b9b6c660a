/** One connection from `initialize` to `exit`. */
import { type Connection, ErrorCodes, type InitializeParams, ResponseError } from 'vscode-languageserver';
import type { Logger } from '../core/ports';
import type { Workspace } from '../core/workspace-types';
import { manifest, rulePage } from '../manifest';
import { clientSupport } from './client-support';
import type { RulePage } from './convert/diagnostic';
import { clientLogger } from './log';
import type { ClientOptions } from './protocol';
import { serverCapabilities } from './server-capabilities';
import { createServices } from './services';
import { Session } from './session';
import type { CreateFolderWatcher } from './watching';

/** What the platform provides: Node here, a worker elsewhere. */
export interface Platform {
  createWorkspace(logger: Logger): Workspace;
  /** Address of a rule's page among the documents that were installed with the server. */
  readonly installedPage?: RulePage;
  /** Missing where the platform cannot watch. */
  readonly createFolderWatcher?: CreateFolderWatcher;
}

/** Listens on `connection`; answers when the client has said `initialize`. */
export function startServer(connection: Connection, platform: Platform): void {
  const logger = clientLogger(connection.console);
  let session: Session | undefined;
  connection.onInitialize((params: InitializeParams) => {
    if (session !== undefined) {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is already initialized');
    }
    const client = clientSupport(params.capabilities);
    const installed = platform.installedPage ?? pagesOfClient(params.initializationOptions);
    const page = (rule: string) => rulePage(rule) ?? installed(rule);
    const services = createServices(connection, client, platform.createWorkspace(logger), logger, page);
    session = new Session(services, params, platform.createFolderWatcher);
    return {
      capabilities: serverCapabilities(client),
      serverInfo: { name: manifest.name, version: manifest.version },
    };
  });
  connection.onInitialized(() => session?.start());
  connection.onShutdown(() => session?.dispose());
  connection.listen();
}

/** A server in a browser does not know where it comes from; its client may. */
function pagesOfClient(options: unknown): RulePage {
  const { pages } = (options ?? {}) as ClientOptions;
  return (rule) => (typeof pages === 'string' ? `${pages}/${rule}.md` : undefined);
}
