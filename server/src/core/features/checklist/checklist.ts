/** How the plists and the code of each target stand to the background modes it may have. */
import { modeDoc } from '../../catalog/docs';
import { type BackgroundMode, backgroundModes, isKept } from '../../catalog/modes';
import type { Target } from '../../project/types';
import type { TargetModel } from '../../workspace-types';
import { hasModes, type ModeState, modeState } from '../mode-state';
import { displayPath, placeText } from '../places';
import { requirementItems } from './requirements';
import type { CapabilityItem, CapabilityState, FilePlace, TargetChecklist } from './types';
import { usesOfMode } from './uses';
import { type Verdicts, verdictsOn } from './verdicts';

const productOrder: readonly Target['product'][] = ['app', 'app-clip', 'watch-app', 'watch-extension'];

/** Targets that can have modes: apps first, by name within a kind. `folders` are the workspace's, for paths. */
export function targetChecklists(
  models: readonly TargetModel[],
  folders: readonly string[],
): readonly TargetChecklist[] {
  return models
    .filter(({ target }) => hasModes(target.product))
    .sort((a, b) => compareTargets(a.target, b.target))
    .map((model) => targetChecklist(model, verdictsOn(model, models), folders));
}

function compareTargets(a: Target, b: Target): number {
  const byProduct = productOrder.indexOf(a.product) - productOrder.indexOf(b.product);
  return byProduct || a.name.localeCompare(b.name) || a.id.localeCompare(b.id);
}

function targetChecklist(
  model: TargetModel,
  verdicts: Verdicts,
  folders: readonly string[],
): TargetChecklist {
  const items = backgroundModes
    .map((mode) => capabilityItem(mode, model, verdicts, folders))
    .filter((item) => item.state !== 'not-needed' || isOffered(item, model.target));
  return {
    target: model.target,
    infoPlists: model.infoPlist.files.map(({ uri }) => uri),
    capabilities: [
      ...items.filter(({ state }) => state !== 'not-needed'),
      ...items.filter(({ state }) => state === 'not-needed'),
    ],
  };
}

/** Modes that a person may want to add: not obsolete ones, and only those of the target's platforms. */
function isOffered({ key, mode }: CapabilityItem, { platforms }: Target): boolean {
  const known = backgroundModes.find((candidate) => candidate.key === key && candidate.value === mode);
  if (known === undefined || known.isObsolete) return false;
  return (platforms ?? ['iOS']).some((platform) => isKept(known, platform));
}

function capabilityItem(
  mode: BackgroundMode,
  model: TargetModel,
  verdicts: Verdicts,
  folders: readonly string[],
): CapabilityItem {
  const declaration = modeState(model.infoPlist, mode.key, mode.value);
  const declared = declarationPlace(declaration);
  const missing = verdicts.missing(mode);
  const uses = usesOfMode(mode, model);
  const state = capabilityState(declared, missing, uses, verdicts);
  return {
    key: mode.key,
    mode: mode.value,
    label: modeDoc(mode.value)?.label ?? mode.value,
    state,
    detail: detailText(declaration, state, uses, folders),
    place: declared ?? missing ?? uses[0],
    uses,
    requirements: state === 'not-needed' ? [] : requirementItems(mode.value, model, folders),
  };
}

function declarationPlace(declaration: ModeState): FilePlace | undefined {
  if (declaration.kind !== 'declared') return undefined;
  return { uri: declaration.file.uri, range: declaration.range };
}

function capabilityState(
  declared: FilePlace | undefined,
  missing: FilePlace | undefined,
  uses: readonly FilePlace[],
  verdicts: Verdicts,
): CapabilityState {
  if (missing !== undefined) return 'missing';
  if (declared === undefined) return uses.length > 0 ? 'undetermined' : 'not-needed';
  if (verdicts.isUnused(declared)) return 'unused';
  return uses.length > 0 ? 'declared' : 'undetermined';
}

function detailText(
  declaration: ModeState,
  state: CapabilityState,
  uses: readonly FilePlace[],
  folders: readonly string[],
): string {
  const text = declarationText(declaration, folders);
  if (state === 'unused') return `${text}; nothing needs it`;
  if (state === 'undetermined' && declaration.kind === 'declared') {
    return `${text}; no API that needs it was seen`;
  }
  if (declaration.kind === 'declared' || uses.length === 0) return text;
  return uses.length === 1 ? `${text}; used in 1 place` : `${text}; used in ${uses.length} places`;
}

function declarationText(declaration: ModeState, folders: readonly string[]): string {
  switch (declaration.kind) {
    case 'declared':
      return `declared in ${placeText(declaration.file.uri, declaration.file.text, declaration.range, folders)}`;
    case 'missing':
      return declaration.file === undefined
        ? 'not declared, the target has no Info.plist file'
        : `not declared in ${displayPath(declaration.file.uri, folders)}`;
    case 'unknown':
      return 'the Info.plist could not be resolved completely';
  }
}
