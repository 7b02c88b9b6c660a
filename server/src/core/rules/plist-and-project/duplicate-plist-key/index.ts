/** duplicate-plist-key: one of two values is lost. */
import { mergeEntries, removeEntry } from '../../../features/edits/plist-entry-edits';
import { isSound } from '../../../syntax/plist-query';
import type { PlistDict, PlistEntry, PlistNode } from '../../../syntax/plist-types';
import type { PlistUnit, Rule } from '../../context';
import type { Fix } from '../../types';
import { fileFix } from '../plist-fix';
import { meta } from './meta';
import { isSameValue } from './same-value';

export const duplicatePlistKey: Rule = {
  meta,
  run: 'unit',
  check({ unit, report }) {
    if (unit.kind !== 'plist' || unit.role === 'other' || !isSound(unit.document)) return;
    for (const dict of dictsOf(unit.document.root)) {
      const first = new Map<string, PlistEntry>();
      for (const entry of dict.entries) {
        const before = first.get(entry.key);
        if (before === undefined) {
          first.set(entry.key, entry);
          continue;
        }
        report({
          uri: unit.uri,
          range: entry.keyRange,
          message: `${entry.key} is in this dictionary already: only one of the two values counts, and it is not defined which`,
          related: [{ uri: unit.uri, range: before.keyRange, message: 'The key stands here too' }],
          fixes: fixesOf(unit, before, entry),
        });
      }
    }
  },
};

function* dictsOf(node: PlistNode | undefined): Generator<PlistDict> {
  if (node?.kind === 'dict') {
    yield node;
    for (const { value } of node.entries) yield* dictsOf(value);
  } else if (node?.kind === 'array') {
    for (const item of node.items) yield* dictsOf(item);
  }
}

function fixesOf({ uri, text, document }: PlistUnit, first: PlistEntry, second: PlistEntry): readonly Fix[] {
  if (isSameValue(first.value, second.value))
    return fileFix(uri, `Remove the second ${second.key}`, removeEntry(text, document, second), true);
  return [
    ...fileFix(
      uri,
      `Merge both into the first ${first.key}`,
      mergeEntries(text, document, first, second),
      true,
    ),
    ...fileFix(uri, `Keep the first ${first.key}`, removeEntry(text, document, second), false),
    ...fileFix(uri, `Keep the second ${first.key}`, removeEntry(text, document, first), false),
  ];
}
