/** Background modes that mean nothing without a list beside them. */
import { effectiveInfoPlist } from '../project/effective-info-plist';
import type { EffectiveInfoPlist, PlistFile } from '../project/types';
import { dictEntry, rootDict, stringItems } from '../syntax/plist-query';
import type { PlistScalar } from '../syntax/plist-types';
import type { TargetContext } from './context';

export interface ModePlace {
  readonly file: PlistFile;
  readonly item: PlistScalar;
}

/** Where a mode of UIBackgroundModes is declared in a configuration that has no list at `key`, or an empty one. */
export function modeWithoutList(
  { target, infoPlist }: Pick<TargetContext, 'target' | 'infoPlist'>,
  mode: string,
  key: string,
): readonly ModePlace[] {
  const found = new Map<PlistScalar, ModePlace>();
  for (const configuration of target.configurations) {
    const own = effectiveInfoPlist({ configurations: [configuration] }, (uri) =>
      infoPlist.files.find((file) => file.uri === uri),
    );
    const place = lonelyMode(own, mode, key);
    if (place !== undefined) found.set(place.item, place);
  }
  return [...found.values()];
}

/** The value in a list of modes that is known. */
function lonelyMode(infoPlist: EffectiveInfoPlist, mode: string, key: string): ModePlace | undefined {
  if (!infoPlist.isResolved || infoPlist.modes('UIBackgroundModes').isUnknown) return undefined;
  const list = infoPlist.value(key)?.node;
  // A value of another kind has a rule of its own.
  if (list !== undefined && (list.kind !== 'array' || list.items.length > 0)) return undefined;
  for (const file of infoPlist.files) {
    const modes = stringItems(dictEntry(rootDict(file.document), 'UIBackgroundModes')?.value);
    const item = modes.find(({ value }) => value === mode);
    if (item !== undefined) return { file, item };
  }
  return undefined;
}
