/** From a background mode, an entitlement or a purpose string to the code that needs it. */
import { type BackgroundMode, isModeKey, modeOf } from '../../catalog/modes';
import type { KeyRequirement } from '../../catalog/requirement-types';
import { modeRequirements } from '../../catalog/requirements';
import { entitlementRequirements } from '../../catalog/requirements-entitlements';
import { purposeRequirements } from '../../catalog/requirements-purposes';
import type { PlistRole, Unit } from '../../rules/context';
import { placeAt } from '../../syntax/plist-query';
import type { PlistDocument } from '../../syntax/plist-types';
import { contains, type TextRange } from '../../text';
import type { TargetModel } from '../../workspace-types';
import { usesOfMode } from '../checklist/uses';
import type { FilePlace } from '../identifiers/types';
import { plistsIn } from '../owned-plists';

export type Requirement =
  | { readonly kind: 'mode'; readonly mode: BackgroundMode }
  | { readonly kind: 'key'; readonly requirements: readonly KeyRequirement[] };

export interface RequirementCursor {
  readonly range: TextRange;
  readonly requirement: Requirement;
}

type Use = Omit<FilePlace, 'text'>;

/** What an Info.plist or entitlements, in whatever file, declare at a place. `targets`: those that use the file. */
export function requirementAt(
  unit: Unit,
  offset: number,
  targets: readonly TargetModel[],
): RequirementCursor | undefined {
  for (const { document, role } of plistsIn({ uri: unit.uri, unit, targets })) {
    const found = requirementIn(document, role, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

function requirementIn(
  document: PlistDocument,
  role: PlistRole,
  offset: number,
): RequirementCursor | undefined {
  const place = placeAt(document, offset);
  const { entry, node, ancestors } = place ?? {};
  if (entry === undefined || role === 'other') return undefined;
  if (ancestors?.length === 1 && contains(entry.keyElement, { start: offset, end: offset })) {
    const all: readonly KeyRequirement[] = role === 'info' ? purposeRequirements : entitlementRequirements;
    const requirements = all.filter(({ anyOf }) => anyOf.includes(entry.key));
    return requirements.length === 0
      ? undefined
      : { range: entry.keyRange, requirement: { kind: 'key', requirements } };
  }
  if (role !== 'info' || node?.kind !== 'string' || !isModeKey(entry.key)) return undefined;
  const mode = modeOf(entry.key, node.value.trim());
  return mode && { range: node.inner, requirement: { kind: 'mode', mode } };
}

/** All code that uses what is declared. */
export function usesOfRequirement(requirement: Requirement, models: readonly TargetModel[]): readonly Use[] {
  return models.flatMap((model) =>
    requirement.kind === 'mode'
      ? usesOfMode(requirement.mode, model)
      : usesOfRows(rowsOf(requirement.requirements), model),
  );
}

/** Code that needs exactly this. */
export function needsOfRequirement(requirement: Requirement, models: readonly TargetModel[]): readonly Use[] {
  if (requirement.kind === 'key') return usesOfRequirement(requirement, models);
  const { key, value } = requirement.mode;
  const rows = rowsOf(
    modeRequirements.filter(({ key: own, anyOf }) => own === key && anyOf.length === 1 && anyOf[0] === value),
  );
  return models.flatMap((model) => usesOfRows(rows, model));
}

function rowsOf(requirements: readonly { readonly apis: readonly string[] }[]): ReadonlySet<string> {
  return new Set(requirements.flatMap(({ apis }) => apis));
}

function usesOfRows(rows: ReadonlySet<string>, { uses }: TargetModel): readonly Use[] {
  return uses.filter(({ use }) => rows.has(use.row)).map(({ uri, use }) => ({ uri, range: use.range }));
}
