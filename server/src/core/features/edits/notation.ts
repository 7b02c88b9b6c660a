/** How the dictionaries and arrays of one file format are changed. */
import type { PlistArray, PlistDict, PlistEntry, PlistNode, PlistScalar } from '../../syntax/plist-types';
import type { TextEdit } from '../../text';
import type { NewValue } from './plist-writer';

export interface EditedPlist {
  readonly text: string;
  /** The top of the property list, ranges in `text`. */
  readonly root: PlistNode;
}

/** Every function answers `undefined` rather than an edit that might not mean what it should. */
export interface Notation {
  /** `values`, which are not in it, become the last items of `array`, the value of `entry`. */
  addItems(
    plist: EditedPlist,
    at: { readonly array: PlistArray; readonly entry: PlistEntry },
    values: readonly string[],
  ): TextEdit[] | undefined;
  /** `key`, which is not there, becomes the last of `dict`. */
  addEntry(plist: EditedPlist, dict: PlistDict, key: string, value: NewValue): TextEdit[] | undefined;
  /** An array of strings takes the place of `node`. */
  replaceByArray(plist: EditedPlist, node: PlistNode, values: readonly string[]): TextEdit[] | undefined;
  /** At least one string takes the place of an item. */
  replaceItem(
    plist: EditedPlist,
    array: PlistArray,
    item: PlistNode,
    values: readonly string[],
  ): TextEdit[] | undefined;
  removeItem(plist: EditedPlist, array: PlistArray, item: PlistNode): TextEdit[] | undefined;
  removeEntry(plist: EditedPlist, dict: PlistDict, entry: PlistEntry): TextEdit[] | undefined;
  renameKey(plist: EditedPlist, entry: PlistEntry, key: string): TextEdit[] | undefined;
  replaceString(plist: EditedPlist, node: PlistScalar, newText: string): TextEdit[] | undefined;
}
