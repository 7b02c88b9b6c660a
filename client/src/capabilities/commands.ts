/** Adding and removing background modes of a target. */
import { commands, Disposable, l10n, window } from 'vscode';
import type { ChecklistModel } from '../checklist/model';
import type { Feature } from '../feature';
import {
  type Capability,
  type ChangeCapabilitiesParams,
  type ChecklistTarget,
  changeCapabilitiesMethod,
  type MissingKey,
  missingKeysMethod,
} from '../protocol';
import type { Server } from '../server';
import { pickSeveral } from '../steps';
import { applyAnswer } from './apply';
import { askForValues } from './keys';
import { pickTarget } from './targets';

/** What other commands hand over; what is missing is asked for. */
export interface ModeArguments {
  readonly targetId?: string;
  readonly mode?: string;
}

export const capabilityCommands: Feature = ({ server, model }) =>
  Disposable.from(
    commands.registerCommand('backgroundModes.addMode', (given?: ModeArguments) =>
      addMode(server, model, given),
    ),
    commands.registerCommand('backgroundModes.removeMode', (given?: ModeArguments) =>
      removeMode(server, model, given),
    ),
  );

/** Whether a mode is, or may be, declared. */
const declaredStates: readonly Capability['state'][] = ['declared', 'unused', 'undetermined'];

async function addMode(server: Server, model: ChecklistModel, given: ModeArguments = {}): Promise<boolean> {
  const { targetId, mode } = given;
  if (targetId !== undefined && mode !== undefined) return change(server, { targetId, addModes: [mode] });
  const title = l10n.t('Add Background Modes');
  const picked = await pickModes(
    model,
    title,
    given,
    ({ state }) => state !== 'declared' && state !== 'unused',
  );
  if (picked === undefined) return false;
  const keys = await offerKeys(server, title, picked);
  return keys === undefined
    ? false
    : change(server, { targetId: picked.targetId, addModes: picked.modes, keys });
}

async function removeMode(
  server: Server,
  model: ChecklistModel,
  given: ModeArguments = {},
): Promise<boolean> {
  const { targetId, mode } = given;
  if (targetId !== undefined && mode !== undefined) return change(server, { targetId, removeModes: [mode] });
  const title = l10n.t('Remove Background Modes');
  const picked = await pickModes(model, title, given, ({ state }) => declaredStates.includes(state));
  return picked === undefined
    ? false
    : change(server, { targetId: picked.targetId, removeModes: picked.modes });
}

function change(server: Server, params: ChangeCapabilitiesParams): Promise<boolean> {
  return applyAnswer(server, changeCapabilitiesMethod, params);
}

interface PickedModes {
  readonly targetId: string;
  readonly modes: readonly string[];
}

async function pickModes(
  model: ChecklistModel,
  title: string,
  { targetId, mode }: ModeArguments,
  isOffered: (capability: Capability) => boolean,
): Promise<PickedModes | undefined> {
  for (;;) {
    const isFit = ({ id, capabilities }: ChecklistTarget) =>
      (targetId === undefined || id === targetId) && capabilities.some(isOffered);
    const target = await pickTarget(model, { title, step: 1, totalSteps: 2, hasBack: false }, isFit);
    if (target.kind !== 'answered') return undefined;
    const { id, name, capabilities } = target.value;
    if (mode !== undefined) return { targetId: id, modes: [mode] };
    const answer = await pickSeveral({
      title: `${title}: ${name}`,
      step: 2,
      totalSteps: 2,
      hasBack: targetId === undefined,
      placeholder: l10n.t('Which modes?'),
      items: capabilities.filter(isOffered).map(modeItem),
    });
    if (answer.kind === 'answered')
      return { targetId: id, modes: answer.value.map((item) => item.description) };
    if (answer.kind === 'cancelled') return undefined;
  }
}

/** What the code needs is ticked already. */
function modeItem({ label, mode, detail, state }: Capability) {
  return { label, description: mode, detail, picked: state === 'missing' };
}

/** `undefined` when the person gives up. */
async function offerKeys(server: Server, title: string, { targetId, modes }: PickedModes) {
  const missing = await server.request<readonly MissingKey[]>(missingKeysMethod, { targetId, modes });
  if (missing.length === 0) return [];
  const picked = await window.showQuickPick(
    missing.map((key) => ({
      label: key.key,
      description: key.kind === 'entitlement' ? l10n.t('entitlement') : l10n.t('key of the Info.plist'),
      picked: true,
      key,
    })),
    { title, placeHolder: l10n.t('What goes with it: add too?'), canPickMany: true },
  );
  return (
    picked &&
    askForValues(
      title,
      picked.map(({ key }) => key),
    )
  );
}
