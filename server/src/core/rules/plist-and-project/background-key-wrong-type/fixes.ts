/** Arrays of strings out of what stands in their place. */
import type { BackgroundKey } from '../../../catalog/background-keys';
import { isLabel } from '../../../catalog/mode-suggestions';
import { removeEntry, replaceByArray, replaceItem } from '../../../features/edits/plist-entry-edits';
import { dictEntry, hasVariable, isString, rootDict } from '../../../syntax/plist-query';
import type { PlistNode } from '../../../syntax/plist-types';
import type { PlistUnit } from '../../context';
import type { Fix } from '../../types';
import { fileFix } from '../plist-fix';

export function valueFixes(unit: PlistUnit, key: BackgroundKey, value: PlistNode): readonly Fix[] {
  const words = wordsOf(value);
  if (words === undefined) return [];
  if (words.length > 0) {
    const title = `Make ${key} an array of ${quoted(words)}`;
    return fileFix(unit.uri, title, replaceByArray(unit.text, unit.document, value, words), true);
  }
  const entry = dictEntry(rootDict(unit.document), key);
  return entry === undefined
    ? []
    : fileFix(unit.uri, `Remove ${key}`, removeEntry(unit.text, unit.document, entry), false);
}

export function itemFixes(unit: PlistUnit, item: PlistNode): readonly Fix[] {
  const words = wordsOf(item);
  if (words === undefined) return [];
  const title = words.length > 0 ? `Replace it with ${quoted(words)}` : 'Remove the item';
  return fileFix(unit.uri, title, replaceItem(unit.text, unit.document, item, words), true);
}

/** The strings that were meant; `undefined` when the build decides about them. */
function wordsOf(node: PlistNode): readonly string[] | undefined {
  switch (node.kind) {
    case 'string':
      if (hasVariable(node.value)) return undefined;
      return isLabel(node.value)
        ? [node.value.trim()]
        : node.value.split(/[\s,;]+/).filter((word) => word !== '');
    case 'dict':
      return node.entries.flatMap(({ key, value }) =>
        isOff(value) || key.trim() === '' ? [] : [key.trim()],
      );
    case 'array':
      return node.items.filter(isString).flatMap((item) => wordsOf(item) ?? []);
    default:
      return [];
  }
}

/** `audio = false`. */
function isOff(value: PlistNode | undefined): boolean {
  return value?.kind === 'boolean' && !value.value;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
