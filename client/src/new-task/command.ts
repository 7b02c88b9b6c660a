/** Sets up a scheduled task as a whole: asks for its kind, its target and its identifier. */
import { commands, l10n, window } from 'vscode';
import { applyAnswer } from '../capabilities/apply';
import { pickTarget } from '../capabilities/targets';
import type { ChecklistModel } from '../checklist/model';
import type { Feature } from '../feature';
import {
  type ChecklistTarget,
  type CheckTaskParams,
  checkTaskMethod,
  type NewTaskKind,
  type NewTaskParams,
  newTaskMethod,
  type TaskCheck,
} from '../protocol';
import type { Server } from '../server';
import { askText, pickOne, type StepAnswer } from '../steps';

/** What other commands hand over; what is missing is asked for. */
export interface TaskArguments {
  readonly targetId?: string;
  readonly kind?: NewTaskKind;
  readonly identifier?: string;
}

export const newTaskCommand: Feature = ({ server, model }) =>
  commands.registerCommand('backgroundModes.newBackgroundTask', (given?: TaskArguments) =>
    newTask(server, model, given),
  );

const totalSteps = 3;

async function newTask(server: Server, model: ChecklistModel, given: TaskArguments = {}): Promise<boolean> {
  const answers = await ask(server, model, given);
  if (answers === undefined) return false;
  const cursor = cursorOfEditor();
  return applyAnswer(server, newTaskMethod, { ...answers, ...(cursor && { cursor }) });
}

/** Each step answers with what it adds; going back drops the answers of the step before. */
async function ask(
  server: Server,
  model: ChecklistModel,
  { kind, targetId, identifier }: TaskArguments,
): Promise<NewTaskParams | undefined> {
  if (kind !== undefined && targetId !== undefined && identifier !== undefined)
    return { kind, targetId, identifier };
  for (;;) {
    const ofKind: StepAnswer<NewTaskKind> =
      kind === undefined ? await askKind() : { kind: 'answered', value: kind };
    if (ofKind.kind !== 'answered') return undefined;
    const step = { title: title(), step: 2, totalSteps, hasBack: kind === undefined };
    const isFit = ({ id }: ChecklistTarget) => targetId === undefined || id === targetId;
    const target = await pickTarget(model, step, isFit);
    if (target.kind === 'cancelled') return undefined;
    if (target.kind === 'back') continue;
    const params = { kind: ofKind.value, targetId: target.value.id };
    const answer = await askIdentifier(server, params, kind === undefined || targetId === undefined);
    if (answer.kind === 'cancelled') return undefined;
    if (answer.kind === 'answered') return { ...params, identifier: answer.value };
  }
}

function title(): string {
  return l10n.t('New Background Task');
}

async function askKind(): Promise<StepAnswer<NewTaskKind>> {
  const items: readonly { label: string; detail: string; task: NewTaskKind }[] = [
    {
      label: l10n.t('App refresh'),
      detail: l10n.t('Half a minute now and then to fetch; the system chooses when'),
      task: 'refresh',
    },
    {
      label: l10n.t('Processing'),
      detail: l10n.t('Minutes of work that can wait, mostly while charging'),
      task: 'processing',
    },
    {
      label: l10n.t('Continued processing (iOS 26)'),
      detail: l10n.t('A long job that somebody has started goes on, with progress'),
      task: 'continued',
    },
    {
      label: l10n.t('App refresh in SwiftUI'),
      detail: l10n.t('The same refresh as a modifier of a scene: .backgroundTask'),
      task: 'swiftui-refresh',
    },
  ];
  const step = {
    title: title(),
    step: 1,
    totalSteps,
    hasBack: false,
    placeholder: l10n.t('What kind of task?'),
  };
  const answer = await pickOne({ ...step, items });
  return answer.kind === 'answered' ? { kind: 'answered', value: answer.value.task } : answer;
}

async function askIdentifier(
  server: Server,
  params: CheckTaskParams,
  hasBack: boolean,
): Promise<StepAnswer<string>> {
  const { proposal } = await server.request<TaskCheck>(checkTaskMethod, params);
  return askText({
    title: title(),
    step: 3,
    totalSteps,
    hasBack,
    value: proposal,
    placeholder: proposal,
    prompt: l10n.t('The identifier of the task, unique within the app'),
    check: async (identifier) =>
      (await server.request<TaskCheck>(checkTaskMethod, { ...params, identifier })).problem,
  });
}

/** For code whose place is not certain. */
function cursorOfEditor(): NewTaskParams['cursor'] {
  const editor = window.activeTextEditor;
  if (editor === undefined || !/^(swift|objective-c|objective-cpp)$/.test(editor.document.languageId))
    return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
