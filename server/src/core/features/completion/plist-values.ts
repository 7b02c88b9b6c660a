/** Values that the lists of an Info.plist may hold, whatever the notation. */
import { permittedIdentifiers } from '../../catalog/background-keys';
import { modeDoc } from '../../catalog/docs';
import { type BackgroundMode, backgroundModes, isKept } from '../../catalog/modes';
import type { ModeKey } from '../../catalog/requirement-types';
import type { Platform } from '../../project/types';
import type { TargetModel } from '../../workspace-types';
import { usesOfMode } from '../checklist/uses';
import { hasModes } from '../mode-state';
import { entriesFor, identifierUses } from '../task-identifiers';
import type { CompletionOffer } from './types';

/** An offer without its place. The label is what is to be written, unescaped. */
export type ListedValue = Pick<CompletionOffer, 'label' | 'kind' | 'detail' | 'topic'>;

/** `present`: what the list holds already. Empty for other keys. */
export function listValues(
  key: string,
  present: readonly string[],
  targets: readonly TargetModel[],
): readonly ListedValue[] {
  if (key === 'UIBackgroundModes' || key === 'WKBackgroundModes') return modeValues(key, present, targets);
  return key === permittedIdentifiers ? identifierValues(present, targets) : [];
}

/** Platforms of all targets; `undefined` when one of them is not known, or none is there. */
export function knownPlatforms(targets: readonly TargetModel[]): readonly Platform[] | undefined {
  const platforms = targets.flatMap(({ target }) => target.platforms ?? []);
  const isOpen = targets.some(({ target }) => target.platforms === undefined);
  return isOpen || platforms.length === 0 ? undefined : platforms;
}

/** False for what is certainly no app: its modes and tasks are those of the app around it. */
export function mayRunInBackground(targets: readonly TargetModel[]): boolean {
  return targets.length === 0 || targets.some(({ target }) => hasModes(target.product));
}

function modeValues(
  key: ModeKey,
  present: readonly string[],
  targets: readonly TargetModel[],
): readonly ListedValue[] {
  if (!mayRunInBackground(targets)) return [];
  const platforms = knownPlatforms(targets);
  const hasExclusive = backgroundModes.some(
    ({ value, isExclusive }) => isExclusive && present.includes(value),
  );
  const modes = backgroundModes.filter(
    (mode) =>
      mode.key === key &&
      !mode.isObsolete &&
      !present.includes(mode.value) &&
      !(hasExclusive && mode.isExclusive) &&
      (platforms === undefined || platforms.some((platform) => isKept(mode, platform))),
  );
  const isUsed = (mode: BackgroundMode) => targets.some((model) => usesOfMode(mode, model).length > 0);
  const used = modes.filter(isUsed);
  return [...used, ...modes.filter((mode) => !used.includes(mode))].map((mode) => ({
    label: mode.value,
    kind: 'value',
    detail: modeDetail(mode, used.includes(mode)),
    topic: { kind: 'mode', key, value: mode.value },
  }));
}

function modeDetail({ value }: BackgroundMode, isUsed: boolean): string {
  const label = modeDoc(value)?.label ?? value;
  return isUsed ? `${label} (used by the code)` : label;
}

/** Those that nothing permits yet come first. */
function identifierValues(
  present: readonly string[],
  targets: readonly TargetModel[],
): readonly ListedValue[] {
  const states = new Map<string, { apis: Set<string>; isPermitted: boolean }>();
  for (const model of targets) {
    for (const { identifier, use } of identifierUses(model)) {
      if (use.call.api === 'cancel' || present.includes(identifier)) continue;
      const isPermitted = entriesFor(identifier, model).length > 0;
      const state = states.get(identifier) ?? { apis: new Set(), isPermitted };
      state.apis.add(use.call.api === 'request' ? 'requested' : 'registered');
      states.set(identifier, state);
    }
  }
  const sorted = [...states].sort(([, a], [, b]) => Number(a.isPermitted) - Number(b.isPermitted));
  return sorted.map(([identifier, { apis, isPermitted }]) => ({
    label: identifier,
    kind: 'identifier',
    detail: `${[...apis].sort().join(' and ')} by the code${isPermitted ? '' : ', not permitted yet'}`,
  }));
}
