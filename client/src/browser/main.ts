/** Entry of `dist/web/client.js`: the server is a web worker, which reads files through the client. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type ExtensionApi } from '../extension';
import { offerFiles } from '../files';
import type { ClientOptions } from '../protocol';
import { CLIENT_ID, CLIENT_NAME } from '../server';

export { deactivate } from '../extension';

type ServerWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };

/** The browser's own. */
declare const Worker: new (url: string) => ServerWorker;

/** VS Code cannot start a worker from the address of an extension that is installed remotely, but from its text. */
async function workerFrom(script: Uri): Promise<ServerWorker> {
  const text = new Blob([await workspace.fs.readFile(script)], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(text));
}

export function activate(context: ExtensionContext): ExtensionApi {
  return activateWith(createClient, context);
}

function createClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(true);
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js');
  const initializationOptions: ClientOptions = { pages };
  let worker: ServerWorker | undefined;
  const start = async () => {
    // After a restart the one before has nothing to do any more.
    worker?.terminate();
    worker = await workerFrom(script);
    // Not left to the client: VS Code puts a class of its own in the place of `Worker`, so `instanceof` fails.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, start, { ...options, initializationOptions });
  offerFiles(client, context);
  return client;
}
