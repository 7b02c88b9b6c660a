/** Declares a mode in every plist of a target that lacks it. */
import type { ModeRequirement } from '../../../catalog/requirement-types';
import { addStringToArray } from '../../../features/edits/plist-edits';
import type { TargetContext } from '../../context';
import type { FileEdit, Fix } from '../../types';
import { shownPath } from '../shown-path';

/** One fix for each mode that would do. None when the target has no plist file, or one that cannot be edited. */
export function declarationFixes(
  { target, infoPlist }: TargetContext,
  { key, anyOf }: ModeRequirement,
): readonly Fix[] {
  return anyOf.flatMap((mode) => {
    const files: FileEdit[] = [];
    for (const { uri, text, document } of infoPlist.files) {
      const edits = addStringToArray(text, document, key, mode);
      if (edits === undefined) return [];
      if (edits.length > 0) files.push({ uri, edits });
    }
    if (files.length === 0) return [];
    const names = files.map(({ uri }) => shownPath(uri, target)).join(' and ');
    return [{ title: `Add '${mode}' to ${key} in ${names}`, files, isPreferred: anyOf.length === 1 }];
  });
}
