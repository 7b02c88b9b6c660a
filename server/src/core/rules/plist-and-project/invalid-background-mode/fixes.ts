/** Edits that make a mode array valid. */

import { suggestMode } from '../../../catalog/mode-suggestions';
import type { ModeKey } from '../../../catalog/requirement-types';
import { removeArrayItem, replaceString } from '../../../features/edits/plist-edits';
import { moveFromArray, removeFromArray } from '../../../features/edits/plist-entry-edits';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { ModeItem } from './mode-item';

/** The value that was probably meant, where it belongs; removal besides. */
export function correctionFixes(item: ModeItem): readonly Fix[] {
  const mode = suggestMode(item.node.value, item.key);
  if (mode === undefined) return removalFix(item, false);
  const correction =
    mode.key === item.key ? replacementFix(item, mode.value) : moveFix(item, mode.key, mode.value, true);
  return [...correction, ...removalFix(item, false)];
}

/** Puts `value` in the place of the item; takes the item out where the array holds that value already. */
function replacementFix(item: ModeItem, value: string): readonly Fix[] {
  const { unit, node, others } = item;
  const isThere = others.some((other) => other.value === value);
  if (isThere) {
    const title = `Remove '${node.value}', '${value}' is declared already`;
    return fix(item, title, removeArrayItem(unit.text, unit.document, node), true);
  }
  const edits = replaceString(unit.text, unit.document, node, value);
  return fix(item, `Replace '${node.value}' with '${value}'`, edits, true);
}

/** Takes the item out and declares `value` under `key`. */
export function moveFix(item: ModeItem, key: ModeKey, value: string, isPreferred: boolean): readonly Fix[] {
  const { unit, node } = item;
  const title =
    node.value === value ? `Move '${value}' to ${key}` : `Replace '${node.value}' with '${value}' in ${key}`;
  return fix(item, title, moveFromArray(unit.text, unit.document, item.key, node, key, value), isPreferred);
}

export function removalFix(item: ModeItem, isPreferred: boolean): readonly Fix[] {
  const { unit, node } = item;
  return fix(
    item,
    `Remove '${node.value}'`,
    removeFromArray(unit.text, unit.document, item.key, node),
    isPreferred,
  );
}

/** None when the file cannot be edited safely. */
function fix(
  { unit }: ModeItem,
  title: string,
  edits: readonly TextEdit[] | undefined,
  isPreferred: boolean,
): readonly Fix[] {
  return edits === undefined ? [] : [{ title, files: [{ uri: unit.uri, edits }], isPreferred }];
}
