/** Entry of `dist/web/server.js`: the server in a web worker, which reads everything through the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { createWorkspace } from '../core/workspace';
import { decodeText } from '../decode';
import { clientFiles, clientWasm } from '../lsp/client-files';
import { startServer } from '../lsp/server';

/** The worker's global scope. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

startServer(connection, {
  createWorkspace: (logger) =>
    createWorkspace({
      files: clientFiles(connection),
      wasm: clientWasm(connection),
      logger,
      decode: decodeText,
      yield: () => new Promise((resolve) => setTimeout(resolve)),
    }),
});
