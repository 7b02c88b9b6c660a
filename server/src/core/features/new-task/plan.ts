/** Sets up a scheduled task as a whole: identifier, mode, registration, handler and request, as one edit. */
import type { ProgramUnit, TargetContext } from '../../rules/context';
import type { FileEdit } from '../../rules/types';
import { changeCapabilities } from '../capabilities/change';
import type { CapabilityEdit } from '../capabilities/types';
import { displayPath } from '../places';
import { identifierProblem } from './identifier';
import { cursorEdits, launchEdits, sceneEdits } from './insert';
import { taskNames } from './names';
import { objcCode } from './objc-code';
import { type LaunchPlace, launchPlace, scenePlace } from './places';
import { swiftCode, swiftUiCode } from './swift-code';
import type { NewTask, PlacedCode } from './types';

export interface NewTaskContext {
  readonly target: Omit<TargetContext, 'report'>;
  /** Sources of the target that may hold the app delegate or the scenes. */
  readonly candidates: readonly ProgramUnit[];
  /** Where the code goes when no better place is certain. */
  readonly cursor: { readonly unit: ProgramUnit; readonly offset: number } | undefined;
  readonly folders: readonly string[];
}

const modes: Readonly<Partial<Record<NewTask['kind'], string>>> = {
  refresh: 'fetch',
  'swiftui-refresh': 'fetch',
  processing: 'processing',
};

export function newTaskEdit(context: NewTaskContext, task: NewTask): CapabilityEdit {
  const { target, folders } = context;
  const problem = platformProblem(context, task) ?? identifierProblem(target, task);
  if (problem !== undefined) return refused(problem);
  const mode = modes[task.kind];
  const wanted = { identifiers: [task.identifier], ...(mode !== undefined && { addModes: [mode] }) };
  const capability = changeCapabilities(target, wanted, folders);
  if (capability.kind === 'refused') return capability;
  const placed = task.kind === 'swiftui-refresh' ? inScenes(context, task) : inDelegate(context, task);
  if ('reason' in placed) return refused(placed.reason);
  const files: FileEdit[] = [...(capability.kind === 'edit' ? capability.files : []), placed.code];
  const places = [...(capability.kind === 'edit' ? capability.places : []), placed.code.uri];
  const declared = capability.kind === 'edit' ? `${capability.summary}. ` : '';
  const where = displayPath(placed.code.uri, folders);
  return { kind: 'edit', files, places, summary: `${declared}${placed.note} ${where}` };
}

function refused(reason: string): CapabilityEdit {
  return { kind: 'refused', reason, write: '' };
}

function platformProblem({ target: { target } }: NewTaskContext, { kind }: NewTask): string | undefined {
  const { platforms, name } = target;
  if (kind !== 'continued' || platforms === undefined || platforms.length === 0) return undefined;
  if (platforms.some((platform) => platform === 'iOS' || platform === 'macCatalyst')) return undefined;
  return `Continued processing tasks are for iOS, and '${name}' is for ${platforms.join(' and ')}`;
}

type Placed = { readonly code: PlacedCode; readonly note: string } | { readonly reason: string };

function inDelegate(context: NewTaskContext, task: NewTask): Placed {
  const place = launchPlace(context.candidates);
  const edits = place && launchEdits(place, codeFor(context, task, place.unit, namesIn(place)));
  if (place !== undefined && edits !== undefined) {
    return { code: { uri: place.unit.uri, edits }, note: 'The task is registered when the app launches, in' };
  }
  const { cursor } = context;
  if (cursor === undefined) {
    return {
      reason: `The launch method of '${context.target.target.name}' was not found with certainty: open the file that the code should go to, and put the cursor where a method can stand`,
    };
  }
  const { unit, offset } = cursor;
  const taken = new Set(unit.program.types.flatMap(({ methods }) => methods.map(({ name }) => name)));
  const at = cursorEdits(unit.text, unit.program, offset, codeFor(context, task, unit, taken));
  return {
    code: { uri: unit.uri, edits: at },
    note: 'The launch method was not found with certainty: call the registration there. The code is at the cursor in',
  };
}

function inScenes({ candidates, target }: NewTaskContext, task: NewTask): Placed {
  const place = scenePlace(candidates);
  if (place === undefined) {
    return {
      reason: `No SwiftUI app with a single WindowGroup was found in '${target.target.name}': choose an app refresh task of the app delegate`,
    };
  }
  const taken = new Set(place.type.methods.map(({ name }) => name));
  const { modifier, members } = swiftUiCode(task, taskNames(task.identifier, false, taken));
  const edits = sceneEdits(place, modifier, members);
  return { code: { uri: place.unit.uri, edits }, note: 'The scene answers the task, in' };
}

/** Of all parts of the type in its file. */
function namesIn({ unit, type }: LaunchPlace): ReadonlySet<string> {
  const parts = unit.program.types.filter(({ path }) => path === type.path);
  return new Set([type, ...parts].flatMap(({ methods }) => methods.map(({ name }) => name)));
}

function codeFor(
  { target }: NewTaskContext,
  task: NewTask,
  { program }: ProgramUnit,
  taken: ReadonlySet<string>,
) {
  const names = taskNames(task.identifier, task.kind === 'continued', taken);
  const lowest = target.target.configurations.map(({ deploymentTargets }) => deploymentTargets.iOS);
  const isGuarded = !lowest.every((version) => version !== undefined && Number.parseInt(version, 10) >= 26);
  return program.language === 'swift' ? swiftCode(task, names, isGuarded) : objcCode(task, names, isGuarded);
}
