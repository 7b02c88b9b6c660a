/** The check of `missing-background-mode`: what a target uses against the modes it declares. */
import type { ModeRequirement, RequirementCondition } from '../../../catalog/requirement-types';
import { modeRequirements } from '../../../catalog/requirements';
import type { ModeArray, Platform, Target } from '../../../project/types';
import { isSettled } from '../../../syntax/plist-query';
import type { TargetContext } from '../../context';
import { declares } from '../declared-modes';
import { capableProducts, codeNeeds, entitlementNeeds, type Need } from '../needs';
import { isCompiled, platformsOf } from '../target-platforms';
import { compareVersions } from '../versions';
import { missingModeFinding } from './finding';

export function checkModes(context: TargetContext): void {
  const { target, infoPlist } = context;
  if (!capableProducts.has(target.product) || !infoPlist.isResolved) return;
  // Somebody is in the middle of changing one.
  if (!infoPlist.files.every(({ document }) => isSettled(document))) return;
  for (const requirement of modeRequirements) {
    const modes = infoPlist.modes(requirement.key);
    if (modes.isUnknown || declares(modes, requirement.anyOf) || isDeclaredByWatchApp(context, requirement))
      continue;
    const need = firstNeed(context, requirement, modes);
    if (need !== undefined) context.report(missingModeFinding(context, requirement, need));
  }
}

/** The modes of a WatchKit extension may stand in the Info.plist of the watch app around it. */
function isDeclaredByWatchApp({ target, siblings }: TargetContext, { key, anyOf }: ModeRequirement): boolean {
  if (target.product !== 'watch-extension') return false;
  return siblings.some((sibling) => {
    const modes = sibling.infoPlist.modes(key);
    return sibling.target.product === 'watch-app' && (modes.isUnknown || declares(modes, anyOf));
  });
}

/** The first use that needs the mode on a platform of the target; entitlements come before code. */
function firstNeed(context: TargetContext, requirement: ModeRequirement, modes: ModeArray): Need | undefined {
  const { target, infoPlist } = context;
  const { condition, alsoAccepts } = requirement;
  const platforms = (platformsOf(target, infoPlist) ?? []).filter((each) =>
    requirement.platforms.includes(each),
  );
  for (const platform of platforms) {
    if (condition !== undefined && !holds(condition, context, platform)) continue;
    const needs = [
      ...entitlementNeeds(context, requirement.entitlement),
      ...codeNeeds(context, requirement.apis, platform),
    ];
    const need = needs.find(
      ({ detail }) =>
        detail === undefined || detail !== alsoAccepts?.detail || !declares(modes, alsoAccepts.modes),
    );
    if (need !== undefined) return need;
  }
  return undefined;
}

function holds(condition: RequirementCondition, context: TargetContext, platform: Platform): boolean {
  const { together, withoutKey, before } = condition;
  if (withoutKey !== undefined && context.infoPlist.value(withoutKey) !== undefined) return false;
  if (before !== undefined && isAtLeast(context.target, before.platform, before.version)) return false;
  if (together === undefined) return true;
  return context.uses.some(
    ({ use }) =>
      use.row === together.api &&
      use.detail !== undefined &&
      together.details.includes(use.detail) &&
      isCompiled(use.when, platform, context.target),
  );
}

/** Whether every configuration is known to need this version of the system or a later one. */
function isAtLeast(target: Target, platform: Platform, version: string): boolean {
  return target.configurations.every(({ deploymentTargets }) => {
    const minimum = deploymentTargets[platform];
    return minimum !== undefined && compareVersions(minimum, version) >= 0;
  });
}
