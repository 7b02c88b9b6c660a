/** How a target stands to one background mode. */
import { modeDoc } from '../../catalog/docs';
import type { BackgroundMode } from '../../catalog/modes';
import type { Finding } from '../../rules/types';
import type { TargetModel } from '../../workspace-types';
import { type ModeState, modeState } from '../mode-state';
import { displayPath, placeText } from '../places';
import { type ItemFindings, isJudged } from './findings';
import { requirementItems } from './requirements';
import type { CapabilityItem, CapabilityState, CheckStatus, FilePlace, RequirementItem } from './types';
import { usesOfMode } from './uses';

export function capabilityItem(
  mode: BackgroundMode,
  model: TargetModel,
  findings: ItemFindings,
  folders: readonly string[],
): CapabilityItem {
  const declaration = modeState(model.infoPlist, mode.key, mode.value);
  const uses = usesOfMode(mode, model);
  const places = declarationPlaces(mode, model);
  const missing = findings.missing(mode);
  const unused = findings.unused(places);
  const state = capabilityState(declaration, uses, missing.length > 0, unused.length > 0);
  // What is missing beside the mode may be said where the mode is: the requirements come first.
  const requirements = requirementItems(mode.value, state, model, findings, folders);
  const own = [...missing, ...unused, ...findings.atDeclarations(places), ...findings.atUses(uses)];
  return {
    key: mode.key,
    mode: mode.value,
    label: modeDoc(mode.value)?.label ?? mode.value,
    state,
    status: capabilityStatus(state, own, requirements),
    detail: detailText(declaration, state, uses, folders),
    place: declarationPlace(declaration) ?? firstPlace(missing) ?? uses[0],
    uses,
    requirements,
    findings: own,
  };
}

/** Also where a mode stands a second time, or in the plist of another configuration. */
function declarationPlaces({ key, value }: BackgroundMode, { infoPlist }: TargetModel): readonly FilePlace[] {
  return infoPlist.modes(key).values.filter((item) => item.value === value);
}

function declarationPlace(declaration: ModeState): FilePlace | undefined {
  if (declaration.kind !== 'declared') return undefined;
  return { uri: declaration.file.uri, range: declaration.range };
}

function firstPlace([first]: readonly Finding[]): FilePlace | undefined {
  return first && { uri: first.uri, range: first.range };
}

function capabilityState(
  { kind }: ModeState,
  uses: readonly FilePlace[],
  isMissing: boolean,
  isUnused: boolean,
): CapabilityState {
  if (isMissing) return 'missing';
  if (kind !== 'declared') return uses.length > 0 ? 'undetermined' : 'not-needed';
  if (isUnused) return 'unused';
  return uses.length > 0 ? 'declared' : 'undetermined';
}

function capabilityStatus(
  state: CapabilityState,
  findings: readonly Finding[],
  requirements: readonly RequirementItem[],
): CheckStatus {
  if (state === 'not-needed') return state;
  if (findings.some(isJudged)) return state === 'missing' ? 'missing' : 'wrong';
  for (const status of ['missing', 'wrong'] as const) {
    if (requirements.some((requirement) => requirement.status === status)) return status;
  }
  return state === 'declared' ? 'done' : 'by-hand';
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
