/** Changes of the values at one place. */

import type { PlistFile } from '../../../project/types';
import { dictEntry, isSound, rootDict, stringItems } from '../../../syntax/plist-query';
import type { TextEdit } from '../../../text';
import { addAtPath } from '../create-path';
import { addEntry, addStringsToArray } from '../plist-edits';
import { removeEntry, removeFromArray } from '../plist-entry-edits';
import type { NewValue } from '../plist-writer';
import type { ValuePlace } from './places';

export type PlistChange =
  /** The array at `key` holds all of these; see `addStringsToArray`. */
  | { readonly kind: 'add-strings'; readonly key: string; readonly values: readonly string[] }
  /** `key` has a value: this one, unless there is one. */
  | { readonly kind: 'add-entry'; readonly key: string; readonly value: NewValue }
  /** With its last string the array goes as well. */
  | { readonly kind: 'remove-string'; readonly key: string; readonly value: string }
  | { readonly kind: 'remove-entry'; readonly key: string };

export function isAddition({ kind }: PlistChange): boolean {
  return kind === 'add-strings' || kind === 'add-entry';
}

/** What an addition writes under its key where there is nothing yet. */
export function newValue(change: PlistChange): NewValue | undefined {
  if (change.kind === 'add-strings') return [...new Set(change.values)];
  return change.kind === 'add-entry' ? change.value : undefined;
}

/** `undefined` when the place cannot be edited; no edits when there is nothing to change. */
export function changeAt({ file, path }: ValuePlace, change: PlistChange): TextEdit[] | undefined {
  const { text, document } = file;
  if (document.root !== undefined) return changeDocument(file, change);
  const value = newValue(change);
  if (value === undefined) return [];
  return addAtPath(text, document, path, change.key, value);
}

function changeDocument({ text, document }: PlistFile, change: PlistChange): TextEdit[] | undefined {
  const entry = dictEntry(rootDict(document), change.key);
  switch (change.kind) {
    case 'add-strings':
      return addStringsToArray(text, document, change.key, change.values);
    case 'add-entry':
      return addEntry(text, document, change.key, change.value);
    case 'remove-entry':
      if (entry === undefined) return isSound(document) ? [] : undefined;
      return removeEntry(text, document, entry);
    case 'remove-string': {
      const items = stringItems(entry?.value).filter(({ value }) => value === change.value);
      const [item, ...others] = items;
      if (item === undefined) return isSound(document) ? [] : undefined;
      return others.length === 0 ? removeFromArray(text, document, change.key, item) : undefined;
    }
  }
}
