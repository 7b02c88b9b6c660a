/** missing-entitlement: what the system refuses to an app that is not signed for it. */
import type { EntitlementRequirement } from '../../../catalog/requirement-types';
import { entitlementRequirements } from '../../../catalog/requirements-entitlements';
import { type EntitlementsState, entitlementsState } from '../../../project/entitlements-state';
import type { PlistFile } from '../../../project/types';
import { booleanValue, dictEntry, rootDict } from '../../../syntax/plist-query';
import type { FindingDraft, Rule, TargetContext } from '../../context';
import type { RelatedLocation } from '../../types';
import { capableProducts, firstKeyNeed, type Need } from '../needs';
import { ownerText } from '../shown-path';
import { targetFix } from '../target-fix';
import { meta } from './meta';
import { unnamedFile } from './unnamed-file';

export const missingEntitlement: Rule = {
  meta,
  run: 'target',
  check(context) {
    const state = entitlementsState(context.target, context.entitlements);
    if (!capableProducts.has(context.target.product) || state === 'unknown') return;
    /** What one requirement has asked for already. */
    const asked = new Set<string>();
    for (const requirement of entitlementRequirements) {
      const { anyOf } = requirement;
      if (anyOf.some((key) => asked.has(key) || isGranted(context, key))) continue;
      const need = firstKeyNeed(context, requirement);
      if (need === undefined) continue;
      for (const key of anyOf) asked.add(key);
      context.report(finding(context, requirement, need, state));
    }
  },
};

/** A file of one configuration is enough: others may be signed by somebody without the capability. */
function isGranted({ entitlements }: TargetContext, key: string): boolean {
  return entitlements.some((file) => holds(file, key));
}

function holds({ document }: PlistFile, key: string): boolean {
  const entry = dictEntry(rootDict(document), key);
  return entry !== undefined && booleanValue(entry.value) !== false;
}

function finding(
  context: TargetContext,
  requirement: EntitlementRequirement,
  need: Need,
  state: EntitlementsState,
): FindingDraft {
  const { entry, anyOf, subject, effect, value, isManaged } = requirement;
  const [key] = anyOf;
  const isAbsent = state === 'absent';
  const unnamed = isAbsent ? unnamedFile(context) : undefined;
  const isWritten = unnamed !== undefined && anyOf.some((each) => holds(unnamed, each));
  const owner = ownerText(context.target, 'entitlements');
  const without = isWritten
    ? `and no CODE_SIGN_ENTITLEMENTS of ${owner} names the file that has it`
    : `and ${owner} has no entitlements file`;
  const lack = isAbsent ? without : `which ${owner} does not have`;
  const granted = isManaged ? ' (Apple grants it on request)' : '';
  return {
    entry,
    // Signing may add what no file of the workspace holds.
    ...(isAbsent && !isWritten ? { severity: 'hint' as const } : {}),
    uri: need.uri,
    range: need.range,
    message: `${subject} the entitlement ${key}${granted}, ${lack}: ${effect}`,
    related: fileLocations(isWritten ? [unnamed] : context.entitlements),
    fixes: isWritten
      ? []
      : targetFix(context, 'entitlements', { kind: 'add-entry', key, value }, `Add ${key}`, true),
  };
}

function fileLocations(files: readonly PlistFile[]): readonly RelatedLocation[] {
  return files.flatMap(({ uri, document }) => {
    const root = rootDict(document);
    if (root === undefined) return [];
    return [
      {
        uri,
        range: { start: root.range.start, end: root.inner.start },
        message: 'The entitlements are here',
      },
    ];
  });
}
