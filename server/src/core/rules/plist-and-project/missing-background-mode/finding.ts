/** What `missing-background-mode` says, and where it points. */
import type { ModeRequirement } from '../../../catalog/requirement-types';
import { dictEntry, rootDict } from '../../../syntax/plist-query';
import type { FindingDraft, TargetContext } from '../../context';
import type { RelatedLocation, Severity } from '../../types';
import { declares } from '../declared-modes';
import type { Need } from '../needs';
import { ownerText } from '../shown-path';
import { declarationFixes } from './fixes';

export function missingModeFinding(
  context: TargetContext,
  requirement: ModeRequirement,
  need: Need,
): FindingDraft {
  const { entry, subject, anyOf, key, effect } = requirement;
  const declaring = declaringSiblings(context, requirement);
  const elsewhere = declaring[0] === undefined ? '' : ` (only '${declaring[0].target.name}' does)`;
  const severity = softenedSeverity(context, requirement, need);
  return {
    entry,
    ...(severity === undefined ? {} : { severity }),
    uri: need.uri,
    range: need.range,
    message: `${subject} ${listed(anyOf)} in ${key}, which ${ownerText(context.target, 'info')} does not declare${elsewhere}: ${effect}`,
    related: [...plistLocations(context, requirement), ...siblingLocations(context, requirement, declaring)],
    fixes: declarationFixes(context, requirement),
  };
}

/** `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`. */
function listed(values: readonly string[]): string {
  const quoted = values.map((value) => `'${value}'`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

function softenedSeverity(
  { uses }: TargetContext,
  { softened }: ModeRequirement,
  { detail }: Need,
): Severity | undefined {
  if (softened === undefined) return undefined;
  if (softened.detail !== undefined && softened.detail !== detail) return undefined;
  const { withoutApi } = softened;
  if (withoutApi !== undefined && uses.some(({ use }) => use.row === withoutApi)) return undefined;
  return softened.severity;
}

/** Where the mode is to be added: the array, or the beginning of a plist that has none. */
function plistLocations({ infoPlist, target }: TargetContext, { key }: ModeRequirement): RelatedLocation[] {
  return infoPlist.files.flatMap(({ uri, document }) => {
    const root = rootDict(document);
    if (root === undefined) return [];
    const entry = dictEntry(root, key);
    const name = target.projectUri === undefined ? '' : ` of '${target.name}'`;
    return entry === undefined
      ? [
          {
            uri,
            range: { start: root.range.start, end: root.inner.start },
            message: `This Info.plist${name} has no ${key}`,
          },
        ]
      : [{ uri, range: entry.keyRange, message: `The background modes${name}` }];
  });
}

type Sibling = TargetContext['siblings'][number];

/** Other targets that declare the mode in a plist of their own. */
function declaringSiblings(
  { siblings, infoPlist }: TargetContext,
  { key, anyOf }: ModeRequirement,
): readonly Sibling[] {
  const own = new Set(infoPlist.files.map(({ uri }) => uri));
  return siblings.filter((sibling) => {
    const modes = sibling.infoPlist.modes(key);
    return declares(modes, anyOf) && !modes.values.some(({ uri }) => own.has(uri));
  });
}

function siblingLocations(
  { target }: TargetContext,
  { key, anyOf }: ModeRequirement,
  siblings: readonly Sibling[],
): RelatedLocation[] {
  return siblings.flatMap((sibling) =>
    sibling.infoPlist
      .modes(key)
      .values.filter(({ value }) => anyOf.includes(value))
      .map(({ value, uri, range }) => ({
        uri,
        range,
        message: `'${sibling.target.name}' declares '${value}' here, which does not count for '${target.name}'`,
      })),
  );
}
