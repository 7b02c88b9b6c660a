/** The background modes of the targets of a file. */
import type { PlistFile, Target, TargetConfiguration } from '../../project/types';
import { dictEntry, hasVariable, isSettled, rootDict, stringValue } from '../../syntax/plist-query';
import type { UnitContext } from '../context';

/** In which property lists a configuration of a target gets its values; `undefined`: not all can be read. */
export function infoPlistsOf(
  { infoPlistUri, infoPlistUnresolved, ownedInfoPlist }: TargetConfiguration,
  plist: UnitContext['plist'],
): readonly PlistFile[] | undefined {
  if (infoPlistUnresolved || ownedInfoPlist?.isComplete === false) return undefined;
  const parts = (ownedInfoPlist?.parts ?? []).map(({ file }) => file);
  if (infoPlistUri === undefined || ownedInfoPlist?.effect === 'replaces') return parts;
  const file = plist?.(infoPlistUri);
  return file === undefined || !isSettled(file.document) ? undefined : [file, ...parts];
}

/** Modes that any target declares; `undefined` when that is not known of all. None for a file without targets. */
export function declaredModes(
  targets: readonly Target[],
  plist: UnitContext['plist'],
): ReadonlySet<string> | undefined {
  const modes = new Set<string>();
  for (const configuration of targets.flatMap(({ configurations }) => configurations)) {
    const files = infoPlistsOf(configuration, plist);
    if (files === undefined) return undefined;
    for (const { document } of files) {
      const value = dictEntry(rootDict(document), 'UIBackgroundModes')?.value;
      if (value === undefined) continue;
      if (value.kind !== 'array') return undefined;
      for (const item of value.items) {
        const mode = stringValue(item);
        if (mode === undefined || hasVariable(mode)) return undefined;
        modes.add(mode);
      }
    }
  }
  return modes;
}
