/** Entry of `dist/web/client.js`: the server is a web worker, which reads files through the client. */
import { type ExtensionContext, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { activateWith, type ExtensionApi } from '../extension';
import { offerFiles } from '../files';
import type { ClientOptions } from '../protocol';
import { CLIENT_ID, CLIENT_NAME } from '../server';

export { deactivate } from '../extension';

type CreateWorker = Extract<ServerOptions, () => unknown>;
type ServerWorker = Awaited<ReturnType<CreateWorker>> & { terminate(): void };

/** The browser's own. */
declare const Worker: new (url: string) => ServerWorker;

export function activate(context: ExtensionContext): ExtensionApi {
  return activateWith(createClient, context);
}

function createClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const of = (...segments: string[]) => Uri.joinPath(context.extensionUri, ...segments).toString(true);
  const initializationOptions: ClientOptions = { pages: of('docs', 'rules') };
  let worker: ServerWorker | undefined;
  const start: CreateWorker = async () => {
    // After a restart the one before has nothing to do any more.
    worker?.terminate();
    worker = new Worker(of('dist', 'web', 'server.js'));
    return worker;
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, start, { ...options, initializationOptions });
  offerFiles(client, context);
  return client;
}
