/** Adds and removes capabilities of a target, in whichever files own them. */
import { permittedIdentifiers } from '../../catalog/background-keys';
import { backgroundModes, isKept } from '../../catalog/modes';
import type { ModeKey } from '../../catalog/requirement-types';
import { entitlementsState } from '../../project/entitlements-state';
import type { Target } from '../../project/types';
import { dictEntry, rootDict } from '../../syntax/plist-query';
import { entryLines } from '../edits/plist-writer';
import { changeTargetBy, type PlannedChange } from '../edits/target-changes';
import type { TargetEditContext } from '../edits/target-edits';
import type { NeededKey } from '../mechanisms/capability';
import { hasModes } from '../mode-state';
import { displayPath } from '../places';
import { refusalReason } from './refusal';
import type { CapabilityEdit, WantedCapabilities, WantedKey, WrittenKey } from './types';

/** `folders`: of the workspace, for the names of files. */
export function changeCapabilities(
  context: TargetEditContext,
  wanted: WantedCapabilities,
  folders: readonly string[],
): CapabilityEdit {
  const objection = objectionTo(context, wanted);
  if (objection !== undefined) return { kind: 'refused', reason: objection, write: '' };
  const planned = plannedChanges(context, wanted);
  const made = changeTargetBy(context, planned);
  if (made.kind === 'refused') {
    const additions = planned.flatMap(({ kind, change }) =>
      kind === made.planned.kind ? written(change) : [],
    );
    return {
      kind: 'refused',
      reason: refusalReason(context, made.planned),
      write: additions.flatMap(({ key, value }) => entryLines(key, value, '\t')).join('\n'),
    };
  }
  const { files, places, sharedWith } = made;
  if (files.length === 0)
    return { kind: 'nothing', summary: `'${context.target.name}' has all of that already` };
  const others =
    sharedWith.length === 0 ? '' : `, which ${sharedWith.map((name) => `'${name}'`).join(', ')} uses too`;
  const where = places.map((uri) => displayPath(uri, folders)).join(' and ');
  return {
    kind: 'edit',
    files,
    places,
    summary: `${summaryOf(notYet(context, wanted))} in ${where}${others}`,
  };
}

/** The array that holds a mode. */
export function arrayOf(mode: string): ModeKey | undefined {
  return backgroundModes.find(({ value }) => value === mode)?.key;
}

function plannedChanges(context: TargetEditContext, wanted: WantedCapabilities): readonly PlannedChange[] {
  const { addModes = [], removeModes = [], identifiers = [], keys = [] } = wanted;
  const arrays: readonly ModeKey[] = ['UIBackgroundModes', 'WKBackgroundModes'];
  const additions = arrays.flatMap((key): PlannedChange[] => {
    const values = addModes.filter((mode) => arrayOf(mode) === key);
    return values.length === 0 ? [] : [{ kind: 'info', change: { kind: 'add-strings', key, values } }];
  });
  const removals = removeModes.flatMap((value): PlannedChange[] => {
    const key = arrayOf(value);
    const isThere = key !== undefined && declares(context, key, value);
    return isThere ? [{ kind: 'info', change: { kind: 'remove-string', key, value } }] : [];
  });
  const permitted: PlannedChange[] =
    identifiers.length === 0
      ? []
      : [{ kind: 'info', change: { kind: 'add-strings', key: permittedIdentifiers, values: identifiers } }];
  return [
    ...removals,
    ...additions,
    ...permitted,
    ...keys.filter((key) => !isThere(context, key)).map(keyChange),
  ];
}

function declares({ infoPlist }: TargetEditContext, key: ModeKey, mode: string): boolean {
  return infoPlist.modes(key).values.some(({ value }) => value === mode);
}

/** Also when a build setting generates it. */
function isThere(
  { infoPlist, entitlements }: TargetEditContext,
  { kind, key }: Pick<WantedKey, 'kind' | 'key'>,
): boolean {
  if (kind === 'plist-key')
    return infoPlist.value(key) !== undefined || infoPlist.generated(key) !== undefined;
  return entitlements.some(({ document }) => dictEntry(rootDict(document), key) !== undefined);
}

function keyChange({ kind, key, value }: WantedKey): PlannedChange {
  const plist = kind === 'plist-key' ? 'info' : 'entitlements';
  if (typeof value === 'string' || typeof value === 'boolean') {
    return { kind: plist, change: { kind: 'add-entry', key, value } };
  }
  return { kind: plist, change: { kind: 'add-strings', key, values: value } };
}

function written(change: PlannedChange['change']): readonly WrittenKey[] {
  if (change.kind === 'add-strings') return [{ key: change.key, value: change.values }];
  return change.kind === 'add-entry' ? [{ key: change.key, value: change.value }] : [];
}

/** Why it should not be done at all. */
function objectionTo(context: TargetEditContext, wanted: WantedCapabilities): string | undefined {
  const { target } = context;
  const { addModes = [], removeModes = [] } = wanted;
  const unknown = [...addModes, ...removeModes].find((mode) => arrayOf(mode) === undefined);
  if (unknown !== undefined) return `There is no background mode '${unknown}'`;
  if (addModes.length > 0 && !hasModes(target.product)) {
    return `Background modes mean nothing in '${target.name}': they belong into the app`;
  }
  for (const mode of addModes) {
    const objection = platformObjection(target, mode) ?? exclusiveObjection(context, mode, wanted);
    if (objection !== undefined) return objection;
  }
  return undefined;
}

function platformObjection({ platforms, name }: Target, value: string): string | undefined {
  const mode = backgroundModes.find((each) => each.value === value);
  if (mode === undefined || platforms === undefined || platforms.length === 0) return undefined;
  if (platforms.some((platform) => isKept(mode, platform))) return undefined;
  return `'${value}' means nothing on ${platforms.join(' and ')}, which is what '${name}' is for`;
}

function exclusiveObjection(
  context: TargetEditContext,
  value: string,
  { addModes = [], removeModes = [] }: WantedCapabilities,
): string | undefined {
  const exclusive = backgroundModes.filter(({ isExclusive }) => isExclusive === true);
  if (!exclusive.some((mode) => mode.value === value)) return undefined;
  const other = exclusive.find(
    (mode) =>
      mode.value !== value &&
      !removeModes.includes(mode.value) &&
      (addModes.includes(mode.value) || declares(context, mode.key, mode.value)),
  );
  return other && `A watch app has one of these modes at most: '${other.value}' or '${value}'`;
}

/** What is not so already; all of it where one of several property lists has it. */
function notYet(context: TargetEditContext, wanted: WantedCapabilities): WantedCapabilities {
  const { addModes = [], removeModes = [], identifiers = [], keys = [] } = wanted;
  const has = (mode: string): boolean => {
    const key = arrayOf(mode);
    return key !== undefined && declares(context, key, mode);
  };
  const added = addModes.filter((mode) => !has(mode));
  const removed = removeModes.filter(has);
  const written = keys.filter((key) => !isThere(context, key));
  const isNothing = added.length + removed.length + written.length + identifiers.length === 0;
  return isNothing ? wanted : { addModes: added, removeModes: removed, identifiers, keys: written };
}

function summaryOf({
  addModes = [],
  removeModes = [],
  identifiers = [],
  keys = [],
}: WantedCapabilities): string {
  const parts = [
    ...(addModes.length === 0 ? [] : [`Added ${quoted(addModes)}`]),
    ...(removeModes.length === 0 ? [] : [`Removed ${quoted(removeModes)}`]),
    ...(identifiers.length === 0 ? [] : [`Permitted ${quoted(identifiers)}`]),
    ...(keys.length === 0 ? [] : [`Added ${keys.map(({ key }) => key).join(', ')}`]),
  ];
  return parts
    .map((part, index) => (index === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1)))
    .join(', ');
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

/** Those of the keys that the target is known to lack and that nobody has to grant first. */
export function missingKeys(context: TargetEditContext, keys: readonly NeededKey[]): readonly NeededKey[] {
  const { infoPlist, target, entitlements } = context;
  const signing = entitlementsState(target, entitlements);
  return keys
    .filter(
      ({ kind, isManaged }) =>
        !isManaged && (kind === 'plist-key' ? infoPlist.isResolved : signing !== 'unknown'),
    )
    .filter((key) => !isThere(context, key));
}
