/** Code that asks for something protected in a target whose Info.plist does not say why. */
import type { PurposeRequirement } from '../../../catalog/requirement-types';
import { purposeRequirements } from '../../../catalog/requirements-purposes';
import { isSettled } from '../../../syntax/plist-query';
import type { TargetContext } from '../../context';
import { capableProducts, firstKeyNeed, type Need } from '../needs';
import { ownerText } from '../shown-path';
import { targetFix } from '../target-fix';

export function checkMissing(context: TargetContext): void {
  if (!isKnown(context)) return;
  for (const requirement of purposeRequirements) {
    if (requirement.anyOf.some((key) => hasKey(context, key))) continue;
    const need = firstKeyNeed(context, requirement);
    if (need !== undefined) report(context, requirement, need);
  }
}

/** An unknown array of modes says that some part of the Info.plist has not been seen. */
function isKnown({ target, infoPlist }: TargetContext): boolean {
  if (!capableProducts.has(target.product) || !infoPlist.isResolved) return false;
  return (
    infoPlist.files.every(({ document }) => isSettled(document)) &&
    !infoPlist.modes('UIBackgroundModes').isUnknown
  );
}

/** The purpose strings of a WatchKit extension may stand in the watch app around it. */
function hasKey({ target, infoPlist, siblings }: TargetContext, key: string): boolean {
  const around = siblings.filter((sibling) => sibling.target.product === 'watch-app');
  const plists = [
    infoPlist,
    ...(target.product === 'watch-extension' ? around.map((sibling) => sibling.infoPlist) : []),
  ];
  return plists.some((plist) => plist.value(key) !== undefined || plist.generated(key) !== undefined);
}

function report(context: TargetContext, requirement: PurposeRequirement, { uri, range }: Need): void {
  const { entry, anyOf, subject, effect, placeholder } = requirement;
  const [key] = anyOf;
  context.report({
    entry,
    uri,
    range,
    message: `${subject} ${key}, which ${ownerText(context.target, 'info')} does not have: ${effect}`,
    fixes: targetFix(
      context,
      'info',
      { kind: 'add-entry', key, value: placeholder },
      `Add ${key} with a placeholder to rewrite`,
      true,
    ),
  });
}
