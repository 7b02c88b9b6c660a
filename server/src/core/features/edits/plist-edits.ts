/**
 * Smallest edits of property lists, and of dictionaries of plist values in YAML, JSON and Swift: indentation, line
 * ends, comments and order stay as they are. All are pure; `document` is the parsed `text`. They answer `undefined` when
 * it cannot be edited safely, and no edits when there is nothing to change.
 */
import { dictEntry, stringItems } from '../../syntax/plist-query';
import type { PlistDocument, PlistNode, PlistScalar } from '../../syntax/plist-types';
import type { TextEdit } from '../../text';
import { arrayWith, editable } from './editable';
import { joinEdits } from './join';
import type { NewValue } from './plist-writer';

/**
 * Makes the array at the root's `key` hold `value`. A missing array is added at the end of the root; a string in its
 * place becomes the first item of a new array. `undefined` also when a value of another kind stands there.
 */
export function addStringToArray(
  text: string,
  document: PlistDocument,
  key: string,
  value: string,
): TextEdit[] | undefined {
  return addStringsToArray(text, document, key, [value]);
}

/** As `addStringToArray`, with several values in their order. */
export function addStringsToArray(
  text: string,
  document: PlistDocument,
  key: string,
  values: readonly string[],
): TextEdit[] | undefined {
  const { notation, plist } = editable(text, document) ?? {};
  if (notation === undefined || plist?.root.kind !== 'dict') return undefined;
  const wanted = [...new Set(values)];
  const entry = dictEntry(plist.root, key);
  if (entry === undefined) return notation.addEntry(plist, plist.root, key, wanted);
  const node = entry.value;
  if (node?.kind === 'string') {
    const isKept = node.value.trim() !== '' && !wanted.includes(node.value);
    return notation.replaceByArray(plist, node, isKept ? [node.value, ...wanted] : wanted);
  }
  if (node?.kind !== 'array') return undefined;
  const known = stringItems(node).map((item) => item.value);
  const missing = wanted.filter((value) => !known.includes(value));
  return missing.length === 0 ? [] : notation.addItems(plist, { array: node, entry }, missing);
}

/** Adds `key` with `value` at the end of the root; no edits when the key is there already. */
export function addEntry(
  text: string,
  document: PlistDocument,
  key: string,
  value: NewValue,
): TextEdit[] | undefined {
  const { notation, plist } = editable(text, document) ?? {};
  if (plist?.root.kind !== 'dict') return undefined;
  return dictEntry(plist.root, key) === undefined ? notation?.addEntry(plist, plist.root, key, value) : [];
}

/** Takes an item of any array in the document out of it, with its line when it has that for itself. */
export function removeArrayItem(
  text: string,
  document: PlistDocument,
  item: PlistNode,
): TextEdit[] | undefined {
  const { notation, plist } = editable(text, document) ?? {};
  const array = plist && arrayWith(plist.root, item);
  return array && notation?.removeItem(plist, array, item);
}

/** Gives a string of the document another text. */
export function replaceString(
  text: string,
  document: PlistDocument,
  node: PlistScalar,
  newText: string,
): TextEdit[] | undefined {
  const { notation, plist } = editable(text, document) ?? {};
  return plist && notation?.replaceString(plist, node, newText);
}

/** Moves `item`, which is in another array, to the end of the array at the root's `toKey`, mostly as it is. */
export function moveStringToArray(
  text: string,
  document: PlistDocument,
  item: PlistScalar,
  toKey: string,
  value = item.value,
): TextEdit[] | undefined {
  const target = dictEntry(document.root, toKey)?.value;
  if (target?.kind === 'array' && target.items.includes(item)) return [];
  const added = addStringToArray(text, document, toKey, value);
  const removed = removeArrayItem(text, document, item);
  return added && removed && joinEdits(text, added, removed);
}
