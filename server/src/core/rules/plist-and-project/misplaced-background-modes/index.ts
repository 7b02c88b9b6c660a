/** misplaced-background-modes: modes in files, and at depths, where nobody looks for them. */
import { backgroundKeys, inventedEntitlement, isBackgroundKey } from '../../../catalog/background-keys';
import { moveStrings, removeEntry } from '../../../features/edits/plist-entry-edits';
import { dictEntry, hasVariable, isSound, rootDict, stringValue, valueAt } from '../../../syntax/plist-query';
import type { PlistDict, PlistEntry, PlistNode } from '../../../syntax/plist-types';
import type { PlistUnit, Rule, UnitContext } from '../../context';
import { fileFix } from '../plist-fix';
import { meta } from './meta';
import { moveToInfoPlist } from './move';

export const misplacedBackgroundModes: Rule = {
  meta,
  run: 'unit',
  check(context) {
    const { unit } = context;
    if (unit.kind !== 'plist' || !isSound(unit.document)) return;
    const root = rootDict(unit.document);
    if (root === undefined) return;
    if (unit.role === 'entitlements') checkEntitlements(context, unit, root);
    if (unit.role !== 'info') return;
    checkExtension(context, unit, root);
    checkNested(context, unit, root);
  },
};

function checkEntitlements(context: UnitContext, unit: PlistUnit, root: PlistDict): void {
  for (const entry of root.entries) {
    if (!isBackgroundKey(entry.key) && entry.key !== inventedEntitlement) continue;
    context.report({
      entry: 'entitlements',
      uri: unit.uri,
      range: entry.keyRange,
      message: `${entry.key} is no entitlement: no provisioning profile can hold it, so that signing fails, and the modes are not declared`,
      fixes: moveToInfoPlist(context, unit, entry),
    });
  }
}

/** Extensions have no modes. That of a watch app is an app in its own right. */
function checkExtension({ report }: UnitContext, unit: PlistUnit, root: PlistDict): void {
  const point = stringValue(valueAt(root, 'NSExtension', 'NSExtensionPointIdentifier'));
  if (point === undefined || point === 'com.apple.watchkit' || hasVariable(point)) return;
  for (const key of backgroundKeys) {
    const entry = dictEntry(root, key);
    if (entry?.value === undefined || isEmpty(entry.value) || key === 'WKBackgroundModes') continue;
    report({
      entry: 'extension-plist',
      uri: unit.uri,
      range: entry.keyRange,
      message: `${key} in the Info.plist of an extension has no effect: it belongs into that of the app`,
      fixes: fileFix(
        unit.uri,
        `Remove ${key} from the extension`,
        removeEntry(unit.text, unit.document, entry),
        false,
      ),
    });
  }
}

function checkNested({ report }: UnitContext, unit: PlistUnit, root: PlistDict): void {
  const nested = root.entries.flatMap(({ value }) => [...entriesBelow(value)]);
  for (const entry of nested) {
    if (!isBackgroundKey(entry.key) || entry.value?.kind !== 'array' || isEmpty(entry.value)) continue;
    const edits = moveStrings(unit.text, unit.document, entry, entry.key);
    report({
      entry: 'nested-dictionary',
      uri: unit.uri,
      range: entry.keyRange,
      message: `${entry.key} in a nested dictionary is not read: it counts in the root dictionary alone`,
      fixes: fileFix(unit.uri, `Move ${entry.key} to the root dictionary`, edits, true),
    });
  }
}

function* entriesBelow(node: PlistNode | undefined): Generator<PlistEntry> {
  if (node?.kind === 'dict') {
    for (const entry of node.entries) {
      yield entry;
      yield* entriesBelow(entry.value);
    }
  } else if (node?.kind === 'array') {
    for (const item of node.items) yield* entriesBelow(item);
  }
}

function isEmpty(node: PlistNode): boolean {
  return node.kind === 'array' && node.items.length === 0;
}
