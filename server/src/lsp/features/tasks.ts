/** The custom request for the scheduled tasks of the workspace. */
import type { CancellationToken } from 'vscode-languageserver';
import { type KnownTask, knownTasks } from '../../core/features/tasks/known-tasks';
import { simulationCommand } from '../../core/features/tasks/simulate';
import { plainRequest } from '../handlers';
import { type Task, tasksMethod } from '../protocol';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';
import type { Feature } from './feature';

export const tasks: Feature = {
  listen({ services }) {
    const { connection, logger } = services;
    connection.onRequest(
      tasksMethod,
      plainRequest(logger, 'tasks', (token) => list(services, token)),
    );
  },
};

async function list(services: Services, token: CancellationToken): Promise<Task[]> {
  const { revision, workspace } = services;
  const models = await settledOrModified(revision, token, async () => {
    await workspace.load({ token });
    return workspace.targets();
  });
  return knownTasks(models).flatMap((task) => convert(task, services) ?? []);
}

function convert(task: KnownTask, { positions }: Services): Task | undefined {
  const { identifier, targets, registered, submitted } = task;
  const launch = simulationCommand('launch', identifier);
  const expiration = simulationCommand('expiration', identifier);
  if (launch === undefined || expiration === undefined) return undefined;
  return {
    identifier,
    targets,
    registered: registered.flatMap(({ uri, range }) => positions.location(uri, range) ?? []),
    submitted: submitted.flatMap(({ uri, range }) => positions.location(uri, range) ?? []),
    commands: { launch, expiration },
  };
}
