/** Adds values to dictionaries that nobody has written yet. */

import { jsonDocument, parseJsonValues } from '../../syntax/json-values';
import { dictEntry } from '../../syntax/plist-query';
import type { PlistDict, PlistDocument, PlistNode } from '../../syntax/plist-types';
import { parseYamlValues } from '../../syntax/yaml-values';
import type { TextEdit } from '../../text';
import { jsonNotation } from './literals/notation';
import type { Notation } from './notation';
import type { NewValue } from './plist-writer';
import { fillEmptyValue, yamlNotation } from './yaml/notation';

/**
 * Writes `key` with `value` into the dictionary at `path`, seen from the top of a YAML or JSON file; the dictionaries on
 * the way that are missing are written too. `undefined` for other files, and where something else is in the way.
 */
export function addAtPath(
  text: string,
  { format }: PlistDocument,
  path: readonly string[],
  key: string,
  value: NewValue,
): TextEdit[] | undefined {
  if (path.length === 0) return undefined;
  if (format === 'yaml') return addIn(text, parseYamlValues(text), yamlNotation, [...path, key], value);
  if (format !== 'json') return undefined;
  return addIn(text, jsonDocument(parseJsonValues(text), []), jsonNotation, [...path, key], value);
}

function addIn(
  text: string,
  { root, problems }: Pick<PlistDocument, 'root' | 'problems'>,
  notation: Notation,
  path: readonly string[],
  value: NewValue,
): TextEdit[] | undefined {
  if (root?.kind !== 'dict' || problems.length > 0) return undefined;
  let dict: PlistDict = root;
  for (const [index, key] of path.entries()) {
    const entry = dictEntry(dict, key);
    const added = nested(path.slice(index + 1), value);
    if (entry === undefined) return notation.addEntry({ text, root }, dict, key, added);
    const next: PlistNode | undefined = entry.value;
    if (next?.kind === 'string' && notation === yamlNotation) return fillEmptyValue(text, next, added);
    if (next?.kind !== 'dict') return undefined;
    dict = next;
  }
  // All of it is there, the key included.
  return undefined;
}

function nested(path: readonly string[], value: NewValue): NewValue {
  return path.reduceRight<NewValue>((inner, key) => ({ [key]: inner }), value);
}
