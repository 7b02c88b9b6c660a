/**
 * Smallest edits of the entries of XML property lists. `document` is the parsed `text`; answers are `undefined` when it is
 * not a sound XML property list.
 */
import { isString } from '../../syntax/plist-query';
import { escapeXml } from '../../syntax/plist-text';
import type { PlistDocument, PlistEntry, PlistNode } from '../../syntax/plist-types';
import type { TextEdit } from '../../text';
import { addStringsToArray, removeArrayItem, soundRoot } from './plist-edits';
import { layoutOf, lineIndent, startsLine, wholeLines } from './plist-layout';
import { arrayText, stringElement } from './plist-writer';

/** Gives a key another name. */
export function renameKey(entry: PlistEntry, key: string): TextEdit[] {
  return [{ range: entry.keyRange, newText: escapeXml(key) }];
}

/** Takes key and value out of their dictionary, with their lines when they have these for themselves. */
export function removeEntry(text: string, entry: PlistEntry): TextEdit[] {
  const end = entry.value?.range.end ?? entry.keyElement.end;
  return [{ range: wholeLines(text, { start: entry.keyElement.start, end }), newText: '' }];
}

/** Puts an array of strings in the place of a value. */
export function replaceByArray(
  text: string,
  document: PlistDocument,
  node: PlistNode,
  values: readonly string[],
): TextEdit[] | undefined {
  const root = soundRoot(document);
  if (root === undefined) return undefined;
  const elements = values.map(stringElement);
  return [{ range: node.range, newText: arrayText(text, node.range.start, elements, layoutOf(text, root)) }];
}

/** Puts strings in the place of an item of an array; without any, the item is taken out. */
export function replaceItem(
  text: string,
  document: PlistDocument,
  item: PlistNode,
  values: readonly string[],
): TextEdit[] | undefined {
  const root = soundRoot(document);
  if (root === undefined) return undefined;
  if (values.length === 0) return removeArrayItem(text, item);
  const { start } = item.range;
  const between = startsLine(text, start) ? layoutOf(text, root).lineEnd + lineIndent(text, start) : '';
  return [{ range: item.range, newText: values.map(stringElement).join(between) }];
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
  return added && [...removeEntry(text, entry), ...added];
}

/** A string, or the items of an array that holds nothing else; `undefined` for every other node. */
export function stringsOf(node: PlistNode | undefined): readonly string[] | undefined {
  if (isString(node)) return [node.value];
  if (node?.kind !== 'array' || !node.items.every(isString)) return undefined;
  return node.items.filter(isString).map((item) => item.value);
}
