/** Declares a mode in every property list of a target that lacks it. */
import type { ModeRequirement } from '../../../catalog/requirement-types';
import type { TargetContext } from '../../context';
import type { Fix } from '../../types';
import { targetFix } from '../target-fix';

/** One fix for each mode that would do. None when the target has no place that can be edited. */
export function declarationFixes(context: TargetContext, { key, anyOf }: ModeRequirement): readonly Fix[] {
  return anyOf.flatMap((mode) =>
    targetFix(
      context,
      'info',
      { kind: 'add-strings', key, values: [mode] },
      `Add '${mode}' to ${key}`,
      anyOf.length === 1,
    ),
  );
}
