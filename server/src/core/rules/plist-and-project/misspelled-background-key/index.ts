/** misspelled-background-key: keys that were meant to be one of the background keys. */
import { type BackgroundKey, suggestKey } from '../../../catalog/background-keys';
import { moveStrings, renameKey, replaceByArray } from '../../../features/edits/plist-entry-edits';
import { dictEntry, isSound, rootDict } from '../../../syntax/plist-query';
import type { PlistEntry } from '../../../syntax/plist-types';
import type { TextEdit } from '../../../text';
import type { PlistUnit, Rule } from '../../context';
import { fileFix } from '../plist-fix';
import { meta } from './meta';

export const misspelledBackgroundKey: Rule = {
  meta,
  run: 'unit',
  check({ unit, report }) {
    if (unit.kind !== 'plist' || unit.role !== 'info' || !isSound(unit.document)) return;
    for (const entry of rootDict(unit.document)?.entries ?? []) {
      // A key of the app's own with another kind of value is none of these.
      if (entry.value?.kind !== 'array' && entry.value?.kind !== 'string') continue;
      const key = suggestKey(entry.key);
      if (key === undefined) continue;
      report({
        uri: unit.uri,
        range: entry.keyRange,
        message: `'${entry.key}' is not a key that iOS reads, '${key}' is: what it holds is ignored without a word`,
        fixes: fileFix(unit.uri, `Rename it to ${key}`, renaming(unit, entry, key), true),
      });
    }
  },
};

function renaming(unit: PlistUnit, entry: PlistEntry, key: BackgroundKey): readonly TextEdit[] | undefined {
  const { text, document } = unit;
  if (dictEntry(rootDict(document), key) !== undefined) return moveStrings(text, document, entry, key);
  const { value } = entry;
  const renamed = renameKey(text, document, entry, key);
  if (value?.kind !== 'string') return renamed;
  const wrapped = replaceByArray(text, document, value, [value.value]);
  return renamed && wrapped && [...renamed, ...wrapped];
}
