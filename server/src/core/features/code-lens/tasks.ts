/** Above registrations of launch handlers. */

import { taskTimes } from '../../catalog/entry-points';
import { firstPiece } from '../../catalog/selectors';
import { refreshModifier, refreshRequest, registration } from '../../catalog/task-scheduling';
import { summariseConstants } from '../../program/constants';
import { ConstantIndex } from '../../program/constants/constant-index';
import { plainText } from '../../program/constants/values';
import { type TaskIdentifierUse, taskIdentifierUses } from '../../program/task-identifiers';
import { codeOf } from '../../project/target-code';
import type { ProgramUnit } from '../../rules/context';
import type { TextRange } from '../../text';
import { basenameUri } from '../../uri';
import type { TargetModel } from '../../workspace-types';
import { hasModes } from '../mode-state';
import { identifierIn, type KnownTask, knownTasks } from '../tasks/known-tasks';
import { type Simulation, simulationCommand } from '../tasks/simulate';
import { places } from './counts';
import type { Lens, LensAction } from './types';

export interface TaskLensRequest {
  /** All targets; those that compile the file are looked at. */
  readonly models: () => Promise<readonly TargetModel[]>;
  /** Files that have not been read may register and submit more. */
  readonly isLoading: boolean;
}

export async function taskLenses(unit: ProgramUnit, request: TaskLensRequest): Promise<readonly Lens[]> {
  if (!mentionsRegistration(unit.text)) return [];
  const models = (await request.models()).filter(
    ({ target }) => hasModes(target.product) && codeOf(target).includes(unit.uri),
  );
  const tasks = knownTasks(models);
  return ownRegistrations(unit, models).flatMap(({ identifier, use }) => {
    const task = tasks.find((each) => each.identifier === identifier);
    return [
      ...timeLenses(use, task),
      ...(task === undefined ? [] : placeLenses(use.call.range, task, request)),
      ...copyLenses(use.call.range, identifier),
    ];
  });
}

function mentionsRegistration(text: string): boolean {
  return [registration.swiftLabel, firstPiece(registration.objc), refreshModifier.name].some((name) =>
    text.includes(name),
  );
}

interface OwnRegistration {
  readonly use: TaskIdentifierUse;
  /** Missing where targets differ about it. */
  readonly identifier: string | undefined;
}

/** Without a target, what the file itself tells. */
function ownRegistrations(unit: ProgramUnit, models: readonly TargetModel[]): readonly OwnRegistration[] {
  if (models.length === 0) {
    const constants = ConstantIndex.ofFile(unit.uri, () => summariseConstants(unit.program));
    return registrationsIn(constants, unit).map((use) => ({
      use,
      identifier: plainText(use.value, undefined),
    }));
  }
  const found = new Map<number, OwnRegistration>();
  for (const model of models) {
    for (const use of registrationsIn(model.constants, unit)) {
      const { start } = use.call.range;
      const identifier = identifierIn(use.value, model);
      const isAgreed = (found.get(start)?.identifier ?? identifier) === identifier;
      if (!found.has(start) || !isAgreed)
        found.set(start, { use, identifier: isAgreed ? identifier : undefined });
    }
  }
  return [...found.values()];
}

function registrationsIn(constants: ConstantIndex, { uri }: ProgramUnit): readonly TaskIdentifierUse[] {
  return taskIdentifierUses(constants).filter(
    (use) => use.uri === uri && (use.call.api === 'register' || use.call.api === 'modifier'),
  );
}

function timeLenses({ call }: TaskIdentifierUse, task: KnownTask | undefined): readonly Lens[] {
  const requests = call.api === 'modifier' ? [refreshRequest] : (task?.requests ?? []);
  const [request] = requests;
  const time = request !== undefined && requests.length === 1 ? taskTimes[request] : undefined;
  return time === undefined ? [] : [lens(call.range, time.title, { kind: 'page', url: time.page })];
}

function placeLenses(
  range: TextRange,
  { submitted, permitted, isNeverSubmitted }: KnownTask,
  { isLoading }: TaskLensRequest,
): readonly Lens[] {
  if (isLoading) return [];
  const [entry] = permitted;
  const found: Lens[] = [];
  if (submitted.length > 0) {
    found.push(
      lens(range, `Submitted in ${places(submitted.length)}`, { kind: 'places', places: submitted }),
    );
  } else if (isNeverSubmitted) found.push(lens(range, 'Never submitted', { kind: 'none' }));
  if (entry !== undefined) {
    const title = `Permitted in ${basenameUri(entry.uri)}`;
    found.push(lens(range, title, { kind: 'places', places: permitted }));
  }
  return found;
}

const copyTitles: Readonly<Record<Simulation, string>> = {
  launch: 'Copy simulate-launch command',
  expiration: 'Copy simulate-expiration command',
};

function copyLenses(range: TextRange, identifier: string | undefined): readonly Lens[] {
  if (identifier === undefined) return [];
  return (['launch', 'expiration'] as const).flatMap((simulation) => {
    const text = simulationCommand(simulation, identifier);
    return text === undefined
      ? []
      : [lens(range, copyTitles[simulation], { kind: 'copy', text, simulation })];
  });
}

function lens(range: TextRange, title: string, action: LensAction): Lens {
  return { kind: 'tasks', range, title, action };
}
