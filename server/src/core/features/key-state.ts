/** Whether a target has a key in its Info.plist or its entitlements, and where. */
import type { KeyDoc } from '../catalog/docs';
import { entitlementsState } from '../project/entitlements-state';
import type { PlistFile } from '../project/types';
import { dictEntry, rootDict } from '../syntax/plist-query';
import type { TextRange } from '../text';
import type { TargetModel } from '../workspace-types';

export type KeyState =
  | { readonly kind: 'present'; readonly file: PlistFile; readonly range: TextRange }
  /** The build makes it from a setting. */
  | { readonly kind: 'generated' }
  | { readonly kind: 'absent' }
  /** The file is not known, or not completely. */
  | { readonly kind: 'unknown' };

/** `keys`: one of them will do. */
export function keyState(model: TargetModel, file: KeyDoc['file'], keys: readonly string[]): KeyState {
  return file === 'info' ? inInfoPlist(model, keys) : inEntitlements(model, keys);
}

function inInfoPlist({ infoPlist }: TargetModel, keys: readonly string[]): KeyState {
  for (const key of keys) {
    const value = infoPlist.value(key);
    if (value !== undefined) return { kind: 'present', file: value.file, range: value.node.range };
  }
  if (keys.some((key) => infoPlist.generated(key) !== undefined)) return { kind: 'generated' };
  const isKnown = infoPlist.isResolved && !infoPlist.modes('UIBackgroundModes').isUnknown;
  return { kind: isKnown ? 'absent' : 'unknown' };
}

function inEntitlements({ target, entitlements }: TargetModel, keys: readonly string[]): KeyState {
  for (const file of entitlements) {
    for (const key of keys) {
      const entry = dictEntry(rootDict(file.document), key);
      if (entry !== undefined) return { kind: 'present', file, range: entry.keyElement };
    }
  }
  return { kind: entitlementsState(target, entitlements) === 'unknown' ? 'unknown' : 'absent' };
}
