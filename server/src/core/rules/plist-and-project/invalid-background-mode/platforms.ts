/** Which platforms of the targets behind an Info.plist drop a mode. */
import { type BackgroundMode, isKept } from '../../../catalog/modes';
import type { Platform, Target } from '../../../project/types';

/**
 * Those of the targets when none of them keeps the mode; `undefined` when one does, or has unknown platforms. A plist
 * that several platforms share declares what the others need.
 */
export function unsupportedPlatforms(
  mode: BackgroundMode,
  targets: readonly Target[],
): readonly Platform[] | undefined {
  const known = new Set<Platform>();
  for (const { platforms } of targets) {
    if (platforms === undefined) return undefined;
    for (const platform of platforms) known.add(platform);
  }
  const all = [...known];
  if (all.length === 0 || all.some((platform) => isKept(mode, platform))) return undefined;
  // Macs have no background modes.
  return all.length > 1 ? all.filter((platform) => platform !== 'macOS') : all;
}
