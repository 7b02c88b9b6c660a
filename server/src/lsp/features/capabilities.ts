/** The custom requests that change the capabilities of a target. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { mechanismById } from '../../core/catalog/mechanisms';
import { changeCapabilities, missingKeys } from '../../core/features/capabilities/change';
import type { CapabilityEdit } from '../../core/features/capabilities/types';
import { capabilityOf, keysOfModes } from '../../core/features/mechanisms/capability';
import type { TargetContext } from '../../core/rules/context';
import { request } from '../handlers';
import {
  type CapabilityAnswer,
  type ChangeCapabilitiesParams,
  changeCapabilitiesMethod,
  type MissingKey,
  type MissingKeysParams,
  missingKeysMethod,
} from '../protocol';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';
import type { Feature, FeatureContext } from './feature';

export const capabilityChanges: Feature = {
  listen(context) {
    const { connection, logger } = context.services;
    connection.onRequest<CapabilityAnswer, void>(
      changeCapabilitiesMethod,
      request(logger, 'changeCapabilities', (params: ChangeCapabilitiesParams, token) =>
        change(context, params, token),
      ),
    );
    connection.onRequest(
      missingKeysMethod,
      request(logger, 'missingKeys', (params: MissingKeysParams, token) => missing(context, params, token)),
    );
  },
};

async function change(
  { services, folders }: FeatureContext,
  { targetId, ...wanted }: ChangeCapabilitiesParams,
  token: CancellationToken,
): Promise<CapabilityAnswer> {
  const target = await targetContext(services, targetId, token);
  return capabilityAnswer(services, changeCapabilities(target, wanted, folders.uris));
}

/** As it goes to the client. */
export function capabilityAnswer(services: Services, answer: CapabilityEdit): CapabilityAnswer {
  if (answer.kind !== 'edit') return answer;
  const { files, summary, places } = answer;
  const edit = services.edits.convert(files, places[0] ?? '', { isOneEdit: true });
  if (edit === undefined) {
    const isNew = files.some(({ create }) => create !== undefined);
    const reason = isNew
      ? 'This editor cannot create files'
      : 'A file has changed meanwhile: please try again';
    return { kind: 'refused', reason, write: '' };
  }
  return { kind: 'edit', edit, summary, files: places.map((uri) => services.documents.clientUri(uri)) };
}

async function missing(
  { services }: FeatureContext,
  { targetId, modes = [], mechanism }: MissingKeysParams,
  token: CancellationToken,
): Promise<MissingKey[]> {
  const known = mechanism === undefined ? undefined : mechanismById(mechanism);
  const keys = [...keysOfModes(modes), ...(known === undefined ? [] : capabilityOf(known).keys)];
  const context = await targetContext(services, targetId, token);
  return missingKeys(context, keys).map(({ kind, key, input, value }) => ({ kind, key, input, value }));
}

/** Throws for a target that is gone. */
export async function targetContext(
  { revision, workspace }: Services,
  id: string,
  token: CancellationToken,
): Promise<Omit<TargetContext, 'report'>> {
  const context = await settledOrModified(revision, token, () => workspace.targetContext(id));
  if (context === undefined) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, 'There is no such target any more');
  }
  return context;
}
