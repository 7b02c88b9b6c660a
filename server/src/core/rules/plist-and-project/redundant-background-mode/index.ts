/** redundant-background-mode: what can be left out of the background arrays. */
import { backgroundKeys, permittedIdentifiers } from '../../../catalog/background-keys';
import { removeArrayItem } from '../../../features/edits/plist-edits';
import { removeEntry } from '../../../features/edits/plist-entry-edits';
import { dictEntry, isSound, rootDict, stringItems } from '../../../syntax/plist-query';
import type { PlistArray, PlistDict, PlistEntry, PlistScalar } from '../../../syntax/plist-types';
import type { PlistUnit, Report, Rule } from '../../context';
import { fileFix } from '../plist-fix';
import { meta } from './meta';

export const redundantBackgroundMode: Rule = {
  meta,
  run: 'unit',
  check({ unit, report }) {
    if (unit.kind !== 'plist' || unit.role !== 'info' || !isSound(unit.document)) return;
    const root = rootDict(unit.document);
    for (const key of backgroundKeys) {
      const entry = dictEntry(root, key);
      if (root === undefined || entry?.value?.kind !== 'array') continue;
      if (entry.value.items.length > 0) reportDuplicates(unit, entry, report);
      else if (!isOnPurpose(unit, root, entry, entry.value)) reportEmpty(unit, entry, entry.value, report);
    }
  },
};

function reportDuplicates(unit: PlistUnit, { key, value }: PlistEntry, report: Report): void {
  const first = new Map<string, PlistScalar>();
  for (const item of stringItems(value)) {
    const before = first.get(item.value);
    if (item.value.trim() === '') continue;
    if (before === undefined) {
      first.set(item.value, item);
      continue;
    }
    report({
      entry: 'duplicate',
      uri: unit.uri,
      range: item.inner,
      message: `'${item.value}' is in ${key} already: the repetition does nothing`,
      related: [{ uri: unit.uri, range: before.inner, message: 'It is declared here' }],
      fixes: fileFix(
        unit.uri,
        `Remove the second '${item.value}'`,
        removeArrayItem(unit.text, unit.document, item),
        true,
      ),
    });
  }
}

function reportEmpty(unit: PlistUnit, entry: PlistEntry, array: PlistArray, report: Report): void {
  report({
    entry: 'empty',
    uri: unit.uri,
    range: array.range,
    message: `${entry.key} is empty: it declares nothing`,
    fixes: fileFix(unit.uri, `Remove ${entry.key}`, removeEntry(unit.text, unit.document, entry), true),
  });
}

/** Somebody left a note, or the app has nothing but continued processing tasks, which need identifiers and no mode. */
function isOnPurpose(unit: PlistUnit, root: PlistDict, { key }: PlistEntry, { inner }: PlistArray): boolean {
  if (unit.text.slice(inner.start, inner.end).trim() !== '') return true;
  return key === 'UIBackgroundModes' && stringItems(dictEntry(root, permittedIdentifiers)?.value).length > 0;
}
