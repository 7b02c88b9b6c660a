/** Smallest edits of the entries of property lists and of arrays in them; as in `plist-edits.ts`. */
import { dictEntry, isString } from '../../syntax/plist-query';
import type { PlistDocument, PlistEntry, PlistNode, PlistScalar } from '../../syntax/plist-types';
import type { TextEdit } from '../../text';
import { arrayWith, dictWith, editable } from './editable';
import { joinEdits } from './join';
import {
  addStringsToArray,
  addStringToArray,
  moveStringToArray,
  removeArrayItem,
  replaceString,
} from './plist-edits';

/** Gives a key another name. */
export function renameKey(
  text: string,
  document: PlistDocument,
  entry: PlistEntry,
  key: string,
): TextEdit[] | undefined {
  const { notation, plist } = editable(text, document) ?? {};
  return plist && notation?.renameKey(plist, entry, key);
}

/** Takes key and value out of their dictionary, with their lines when they have these for themselves. */
export function removeEntry(
  text: string,
  document: PlistDocument,
  entry: PlistEntry,
): TextEdit[] | undefined {
  const { notation, plist } = editable(text, document) ?? {};
  const dict = plist && dictWith(plist.root, entry);
  return dict && notation?.removeEntry(plist, dict, entry);
}

/** Puts an array of strings in the place of a value. */
export function replaceByArray(
  text: string,
  document: PlistDocument,
  node: PlistNode,
  values: readonly string[],
): TextEdit[] | undefined {
  const { notation, plist } = editable(text, document) ?? {};
  return plist && notation?.replaceByArray(plist, node, values);
}

/** Puts strings in the place of an item of an array; without any, the item is taken out. */
export function replaceItem(
  text: string,
  document: PlistDocument,
  item: PlistNode,
  values: readonly string[],
): TextEdit[] | undefined {
  if (values.length === 0) return removeArrayItem(text, document, item);
  const { notation, plist } = editable(text, document) ?? {};
  const array = plist && arrayWith(plist.root, item);
  return array && notation?.replaceItem(plist, array, item, values);
}

/** Takes an item out of the array at the root's `key`; with the last one goes the key, which would declare nothing. */
export function removeFromArray(
  text: string,
  document: PlistDocument,
  key: string,
  item: PlistNode,
): TextEdit[] | undefined {
  const entry = dictEntry(document.root, key);
  const isOnly = entry?.value?.kind === 'array' && entry.value.items.length === 1;
  return isOnly ? removeEntry(text, document, entry) : removeArrayItem(text, document, item);
}

/** Moves an item from the array at one key of the root to the one at another, mostly as it is; with the last one goes the key. */
export function moveFromArray(
  text: string,
  document: PlistDocument,
  key: string,
  item: PlistScalar,
  toKey: string,
  value = item.value,
): TextEdit[] | undefined {
  const entry = dictEntry(document.root, key);
  if (entry?.value?.kind !== 'array' || entry.value.items.length > 1)
    return moveStringToArray(text, document, item, toKey, value);
  const isThere = dictEntry(document.root, toKey) !== undefined;
  const renamed = isThere
    ? addStringToArray(text, document, toKey, value)
    : renameKey(text, document, entry, toKey);
  const rest = isThere ? removeEntry(text, document, entry) : replaceString(text, document, item, value);
  return renamed && rest && joinEdits(text, renamed, rest);
}

/**
 * Moves the strings of `entry`, which stands anywhere in the document, into the array at the root's `key`. `undefined`
 * also when the entry holds anything else.
 */
export function moveStrings(
  text: string,
  document: PlistDocument,
  entry: PlistEntry,
  key: string,
): TextEdit[] | undefined {
  const values = stringsOf(entry.value);
  const added = values && addStringsToArray(text, document, key, values);
  const removed = removeEntry(text, document, entry);
  return added && removed && joinEdits(text, added, removed);
}

/** Adds to the array of `first` what the one of `second` has more, and takes `second` out. `undefined` for other values. */
export function mergeEntries(
  text: string,
  document: PlistDocument,
  first: PlistEntry,
  second: PlistEntry,
): TextEdit[] | undefined {
  const { notation, plist } = editable(text, document) ?? {};
  const [kept, others] = [first.value, second.value].map(stringsOf);
  if (kept === undefined || others === undefined || first.value?.kind !== 'array') return undefined;
  const missing = [...new Set(others)].filter((value) => !kept.includes(value));
  const at = { array: first.value, entry: first };
  const added = missing.length === 0 ? [] : plist && notation?.addItems(plist, at, missing);
  const removed = removeEntry(text, document, second);
  return added && removed && joinEdits(text, added, removed);
}

/** A string, or the items of an array that holds nothing else; `undefined` for every other node. */
export function stringsOf(node: PlistNode | undefined): readonly string[] | undefined {
  if (isString(node)) return [node.value];
  if (node?.kind !== 'array' || !node.items.every(isString)) return undefined;
  return node.items.filter(isString).map((item) => item.value);
}
