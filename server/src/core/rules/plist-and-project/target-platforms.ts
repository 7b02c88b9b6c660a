/** What a target builds for, and which code is compiled for it. */
import { evaluateConditions } from '../../program/conditions';
import type { Condition } from '../../program/ir';
import type { EffectiveInfoPlist, Platform, Target } from '../../project/types';

/** Keys of the Info.plist of a Mac app. */
const macKeys = [
  'LSMinimumSystemVersion',
  'NSPrincipalClass',
  'NSMainNibFile',
  'NSMainStoryboardFile',
  'LSUIElement',
];

/**
 * The platforms of a target; `undefined` when they are not known. Without a project an app is taken for one of iOS,
 * unless its Info.plist looks like that of a Mac app.
 */
export function platformsOf(target: Target, infoPlist: EffectiveInfoPlist): readonly Platform[] | undefined {
  if (target.platforms !== undefined) return target.platforms;
  const isGuessedApp = target.projectUri === undefined && target.product === 'app';
  return isGuessedApp && macKeys.every((key) => infoPlist.value(key) === undefined) ? ['iOS'] : undefined;
}

/**
 * Whether code under `conditions` is certainly compiled for `platform` on a device, in one of the configurations of
 * the target. Flags count where a configuration sets them; any other flag leaves it open, and open is no.
 */
export function isCompiled(conditions: readonly Condition[], platform: Platform, target: Target): boolean {
  const onDevice = conditions.map(withoutSimulator);
  return target.configurations.some((configuration) => {
    const names = configuration.setting('SWIFT_ACTIVE_COMPILATION_CONDITIONS')?.value?.split(/\s+/) ?? [];
    const flags = Object.fromEntries(names.map((name) => [name, true]));
    return evaluateConditions(onDevice, { platform, flags }) === true;
  });
}

/** What the simulator runs is not shipped: its conditions are false. */
function withoutSimulator(condition: Condition): Condition {
  switch (condition.kind) {
    case 'environment':
      return condition.name === 'simulator' ? { kind: 'bool', value: false } : condition;
    case 'not':
      return { kind: 'not', operand: withoutSimulator(condition.operand) };
    case 'and':
    case 'or':
      return { kind: condition.kind, operands: condition.operands.map(withoutSimulator) };
    default:
      return condition;
  }
}
