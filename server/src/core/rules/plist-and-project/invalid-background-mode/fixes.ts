/** Edits that make a mode array valid. */

import { suggestMode } from '../../../catalog/mode-suggestions';
import type { ModeKey } from '../../../catalog/requirement-types';
import { addStringToArray, removeArrayItem, replaceString } from '../../../features/edits/plist-edits';
import type { TextEdit } from '../../../text';
import type { Fix } from '../../types';
import type { ModeItem } from './mode-item';

/** The value that was probably meant, where it belongs; removal besides. */
export function correctionFixes(item: ModeItem): readonly Fix[] {
  const mode = suggestMode(item.node.value, item.key);
  if (mode === undefined) return [removalFix(item, false)];
  const correction =
    mode.key === item.key ? replacementFix(item, mode.value) : moveFix(item, mode.key, mode.value, true);
  return [...correction, removalFix(item, false)];
}

/** Puts `value` in the place of the item; takes the item out where the array holds that value already. */
function replacementFix(item: ModeItem, value: string): readonly Fix[] {
  const { unit, node, others } = item;
  const isThere = others.some((other) => other.value === value);
  const edits = isThere ? removeArrayItem(unit.text, node) : replaceString(node, value);
  const title = isThere
    ? `Remove '${node.value}', '${value}' is declared already`
    : `Replace '${node.value}' with '${value}'`;
  return [fix(item, title, edits, true)];
}

/** Takes the item out and declares `value` under `key`. None when the property list cannot be edited. */
export function moveFix(item: ModeItem, key: ModeKey, value: string, isPreferred: boolean): readonly Fix[] {
  const { unit, node } = item;
  const added = addStringToArray(unit.text, unit.document, key, value);
  if (added === undefined) return [];
  const title =
    node.value === value ? `Move '${value}' to ${key}` : `Replace '${node.value}' with '${value}' in ${key}`;
  return [fix(item, title, [...removeArrayItem(unit.text, node), ...added], isPreferred)];
}

export function removalFix(item: ModeItem, isPreferred: boolean): Fix {
  return fix(item, `Remove '${item.node.value}'`, removeArrayItem(item.unit.text, item.node), isPreferred);
}

function fix({ unit }: ModeItem, title: string, edits: readonly TextEdit[], isPreferred: boolean): Fix {
  return { title, files: [{ uri: unit.uri, edits }], isPreferred };
}
