/** Moves background modes out of an entitlements file into the Info.plists beside it. */
import { inventedEntitlement } from '../../../catalog/background-keys';
import { addStringsToArray } from '../../../features/edits/plist-edits';
import { removeEntry, stringsOf } from '../../../features/edits/plist-entry-edits';
import type { Target } from '../../../project/types';
import type { PlistEntry } from '../../../syntax/plist-types';
import type { PlistUnit, UnitContext } from '../../context';
import type { FileEdit, Fix } from '../../types';
import { fileFix } from '../plist-fix';
import { shownPath } from '../shown-path';

/** Moves the values where that is possible in all targets that use the file; otherwise they can be removed alone. */
export function moveToInfoPlist(context: UnitContext, unit: PlistUnit, entry: PlistEntry): readonly Fix[] {
  const removal = removeEntry(unit.text, unit.document, entry);
  if (removal === undefined) return [];
  const [target] = context.targets;
  const moved = target === undefined ? undefined : additions(context, unit.uri, entry);
  if (target === undefined || moved === undefined) {
    return fileFix(unit.uri, `Remove ${entry.key}`, removal, false);
  }
  const files = moved.filter(({ edits }) => edits.length > 0);
  const names = moved.map(({ uri }) => shownPath(uri, target)).join(' and ');
  const title =
    files.length === 0
      ? `Remove ${entry.key}, ${names} declares it already`
      : `Move ${entry.key} to ${names}`;
  return [{ title, files: [{ uri: unit.uri, edits: removal }, ...files], isPreferred: true }];
}

function additions({ targets, plist }: UnitContext, uri: string, entry: PlistEntry): FileEdit[] | undefined {
  const values = stringsOf(entry.value);
  const plists = infoPlistsBeside(targets, uri);
  if (values === undefined || plists === undefined) return undefined;
  const key = entry.key === inventedEntitlement ? 'UIBackgroundModes' : entry.key;
  const changes: FileEdit[] = [];
  for (const other of plists) {
    const file = plist?.(other);
    const edits = file && addStringsToArray(file.text, file.document, key, values);
    if (edits === undefined) return undefined;
    changes.push({ uri: other, edits });
  }
  return changes;
}

/** `undefined` when a configuration has none that can be edited. */
function infoPlistsBeside(targets: readonly Target[], uri: string): readonly string[] | undefined {
  const found = new Set<string>();
  for (const { configurations } of targets) {
    for (const { entitlementsUri, infoPlistUri, infoPlistUnresolved, ownedInfoPlist } of configurations) {
      if (entitlementsUri !== uri) continue;
      if (infoPlistUri === undefined || infoPlistUnresolved || ownedInfoPlist !== undefined) return undefined;
      found.add(infoPlistUri);
    }
  }
  return found.size === 0 ? undefined : [...found];
}
