/** Whether a target's code has nothing to do with a mode. */
import { type ModeTraces, monitoringWords, tracesOf, updatingWords } from '../../../catalog/mode-traces';
import type { ModeKey } from '../../../catalog/requirement-types';
import { modeRequirements } from '../../../catalog/requirements';
import type { TargetContext } from '../../context';
import { entitlementNeeds } from '../needs';
import { codeBeside } from './hidden-code';

export interface Unused {
  readonly entry: string;
  readonly key: ModeKey;
  readonly mode: string;
  readonly message: string;
}

/** `undefined` for modes that are used, may be, or are a matter of another rule. */
export function unusedMode(context: TargetContext, key: ModeKey, mode: string): Unused | undefined {
  const traces = tracesOf(key, mode);
  if (traces === undefined || isOtherMatter(context, mode) || isEntitled(context, key, mode))
    return undefined;
  if (!isNamed(context, traces.words)) return { entry: traces.entry, key, mode, message: text(mode, traces) };
  const isMonitoring =
    mode === 'location' && isNamed(context, monitoringWords) && !isNamed(context, updatingWords);
  return isMonitoring ? { entry: 'location-monitoring-only', key, mode, message: monitoringText } : undefined;
}

const monitoringText =
  "The app only monitors regions, visits or significant changes, which wake it without 'location': review refuses the mode where nothing updates in the background";

function text(mode: string, { use }: ModeTraces): string {
  return `'${mode}' is declared, but nothing in the app ${use}: it has no effect, and review may refuse the app for it`;
}

/** Whether code of the target, or of what is built around it, holds one of the words. */
function isNamed(context: TargetContext, words: readonly string[]): boolean {
  return words.some(
    (word) =>
      context.mentions?.(word) !== false ||
      codeBeside(context).some(({ mentions }) => mentions?.(word) !== false),
  );
}

/** Without its protocols the mode for accessories cannot work at all, which is another finding. */
function isOtherMatter({ infoPlist }: TargetContext, mode: string): boolean {
  return (
    mode === 'external-accessory' && infoPlist.value('UISupportedExternalAccessoryProtocols') === undefined
  );
}

/** Some entitlements need a mode without any code. */
function isEntitled(context: TargetContext, key: ModeKey, mode: string): boolean {
  return modeRequirements.some(
    (requirement) =>
      requirement.key === key &&
      requirement.anyOf.includes(mode) &&
      entitlementNeeds(context, requirement.entitlement).length > 0,
  );
}
