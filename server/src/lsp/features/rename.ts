/** `textDocument/rename` and `prepareRename`. */
import {
  type CancellationToken,
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { RenameRefused } from '../../core/features/rename/refusal';
import { rename, renameSubject } from '../../core/features/rename/rename';
import { request } from '../handlers';
import type { Feature, FeatureContext } from './feature';
import { answered } from './navigation';

export const renaming: Feature = {
  capabilities: ({ preparesRename }) => ({
    renameProvider: preparesRename ? { prepareProvider: true } : true,
  }),
  listen(context) {
    const { connection, logger } = context.services;
    connection.onPrepareRename(
      request(logger, 'prepareRename', (params, token) => explained(() => prepare(context, params, token))),
    );
    connection.onRenameRequest(
      request(logger, 'rename', (params, token) => explained(() => renamed(context, params, token))),
    );
  },
};

async function prepare(
  context: FeatureContext,
  params: PrepareRenameParams,
  token: CancellationToken,
): Promise<PrepareRenameResult | null> {
  const { positions, workspace } = context.services;
  const subject = await answered(context, params, token, (uri, offset) =>
    renameSubject(workspace, uri, offset),
  );
  const range = subject && positions.range(params.textDocument.uri, subject.range);
  return subject === undefined || range === undefined ? null : { range, placeholder: subject.name };
}

async function renamed(
  context: FeatureContext,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const { edits, workspace } = context.services;
  const { textDocument, newName } = params;
  const answer = await answered(context, params, token, (uri, offset) =>
    rename(workspace, uri, offset, newName),
  );
  if (answer === undefined) return null;
  const edit = edits.convert(answer.files, textDocument.uri, { texts: answer.texts, isOneEdit: true });
  if (edit === undefined) throw new RenameRefused('The files of the identifier could not be read');
  return edit;
}

/** A refusal is an answer for the person, not a failure of the server. */
async function explained<T>(answer: () => Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof RenameRefused) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}
