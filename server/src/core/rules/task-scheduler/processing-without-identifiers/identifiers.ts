/** The task identifiers that code registers or schedules. */
import type { ConstantIndex } from '../../../program/constants/constant-index';
import { evaluate } from '../../../program/constants/evaluate';
import type { ConstantValue } from '../../../program/constants/types';
import { possibleValues } from '../../../program/constants/values';

/** As they are written in an Info.plist; those that are not known for certain are left out. Sorted, unique. */
export function identifiersInCode(constants: ConstantIndex): readonly string[] {
  const found = new Set<string>();
  for (const [uri, { uses }] of constants.files) {
    for (const { role, value, owner } of uses) {
      if (role !== 'task-identifier') continue;
      for (const one of possibleValues(evaluate(value, { uri, owner }, constants))) {
        const text = plistText(one);
        if (text !== undefined && text.trim() !== '') found.add(text);
      }
    }
  }
  return [...found].sort();
}

function plistText(value: ConstantValue): string | undefined {
  if (value.kind !== 'text') return undefined;
  return value.parts
    .map((part) => (typeof part === 'string' ? part : '$(PRODUCT_BUNDLE_IDENTIFIER)'))
    .join('');
}
