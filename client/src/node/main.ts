/** Entry of `dist/client.js`: the server is a process. */
import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { activateWith, type ExtensionApi } from '../extension';
import { offerFiles } from '../files';
import { CLIENT_ID, CLIENT_NAME } from '../server';

export { deactivate } from '../extension';

const DEBUG_PORT = 6019;

export function activate(context: ExtensionContext): ExtensionApi {
  return activateWith(createClient, context);
}

function createClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, serverOptions(context), options);
  // Folders need not be on disk here either.
  offerFiles(client);
  return client;
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const run = {
    module: context.asAbsolutePath(path.join('dist', 'server.js')),
    transport: TransportKind.ipc,
  };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', `--inspect=${DEBUG_PORT}`] } } };
}
