/** The task identifiers that code registers or schedules. */
import type { ConstantIndex } from '../../../program/constants/constant-index';
import { possibleValues } from '../../../program/constants/values';
import { identifierText, taskIdentifierUses } from '../../../program/task-identifiers';

/** As they are written in an Info.plist; those that are not known for certain are left out. Sorted, unique. */
export function identifiersInCode(constants: ConstantIndex): readonly string[] {
  const found = new Set<string>();
  for (const { value } of taskIdentifierUses(constants)) {
    for (const one of possibleValues(value)) {
      const text = identifierText(one);
      if (text !== undefined && text.trim() !== '') found.add(text);
    }
  }
  return [...found].sort();
}
