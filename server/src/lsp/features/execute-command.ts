/** `workspace/executeCommand`: what lenses do in clients that have no commands for it. */
import type { ExecuteCommandParams, ShowDocumentParams } from 'vscode-languageserver';
import { request } from '../handlers';
import { openCommand } from '../protocol';
import type { Services } from '../services';
import type { Feature } from './feature';

export const executeCommand: Feature = {
  capabilities: ({ showsDocuments }) =>
    showsDocuments ? { executeCommandProvider: { commands: [openCommand] } } : {},
  listen({ services }) {
    const { connection, logger } = services;
    connection.onExecuteCommand(
      request(logger, 'executeCommand', (params: ExecuteCommandParams) => execute(services, params)),
    );
  },
};

async function execute(
  { connection }: Services,
  { command, arguments: given }: ExecuteCommandParams,
): Promise<null> {
  const params: unknown = given?.[0];
  if (command === openCommand && isShowDocument(params)) await connection.window.showDocument(params);
  return null;
}

/** Any client may send anything. */
function isShowDocument(value: unknown): value is ShowDocumentParams {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'uri') === 'string';
}
