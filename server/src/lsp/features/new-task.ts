/** The custom requests that set up a scheduled task. */
import type { CancellationToken } from 'vscode-languageserver';
import { identifierProblem, proposedIdentifier } from '../../core/features/new-task/identifier';
import { launchWord, sceneWord } from '../../core/features/new-task/places';
import { type NewTaskContext, newTaskEdit } from '../../core/features/new-task/plan';
import type { ProgramUnit } from '../../core/rules/context';
import type { Workspace } from '../../core/workspace-types';
import { request } from '../handlers';
import {
  type CapabilityAnswer,
  type CheckTaskParams,
  checkTaskMethod,
  type NewTaskParams,
  newTaskMethod,
  type TaskCheck,
} from '../protocol';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';
import { capabilityAnswer, targetContext } from './capabilities';
import type { Feature, FeatureContext } from './feature';

export const newTasks: Feature = {
  listen(context) {
    const { services } = context;
    const { connection, logger } = services;
    connection.onRequest(
      checkTaskMethod,
      request(logger, 'checkTask', (params: CheckTaskParams, token) => check(services, params, token)),
    );
    connection.onRequest<CapabilityAnswer, void>(
      newTaskMethod,
      request(logger, 'newTask', (params: NewTaskParams, token) => newTask(context, params, token)),
    );
  },
};

async function check(
  services: Services,
  { targetId, kind, identifier }: CheckTaskParams,
  token: CancellationToken,
): Promise<TaskCheck> {
  const target = await targetContext(services, targetId, token);
  const problem = identifier === undefined ? undefined : identifierProblem(target, { kind, identifier });
  return { proposal: proposedIdentifier(target, kind), problem };
}

async function newTask(
  { services, folders }: FeatureContext,
  { targetId, kind, identifier, cursor }: NewTaskParams,
  token: CancellationToken,
): Promise<CapabilityAnswer> {
  const { revision, workspace } = services;
  const target = await targetContext(services, targetId, token);
  const { candidates, at } = await settledOrModified(revision, token, async () => ({
    candidates: await candidateUnits(workspace, target.target.sources),
    at: cursor && (await cursorIn(services, cursor)),
  }));
  const context: NewTaskContext = { target, candidates, cursor: at, folders: folders.uris };
  return capabilityAnswer(services, newTaskEdit(context, { kind, identifier }));
}

/** Sources that may hold the launch method or the scenes. */
async function candidateUnits(
  workspace: Workspace,
  sources: readonly string[],
): Promise<readonly ProgramUnit[]> {
  const units: ProgramUnit[] = [];
  for (const uri of sources) {
    const text = await workspace.read(uri);
    if (text === undefined || !(text.includes(launchWord) || text.includes(sceneWord))) continue;
    const unit = await workspace.unit(uri);
    if (unit?.kind === 'program') units.push(unit);
  }
  return units;
}

/** `undefined` for files that are not open or hold no code. */
async function cursorIn(
  { documents, workspace }: Services,
  { uri, position }: NonNullable<NewTaskParams['cursor']>,
): Promise<NewTaskContext['cursor']> {
  const document = documents.get(uri);
  const unit = document && (await workspace.unit(document.uri));
  return document && unit?.kind === 'program' ? { unit, offset: document.offsetAt(position) } : undefined;
}
