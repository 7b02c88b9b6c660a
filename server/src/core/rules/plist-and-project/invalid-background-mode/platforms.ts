/** Which platforms of the targets behind an Info.plist drop a mode. */
import { type BackgroundMode, isKept } from '../../../catalog/modes';
import type { Platform, Target } from '../../../project/types';

export interface Unsupported {
  readonly platforms: readonly Platform[];
  /** No platform keeps it. */
  readonly isEverywhere: boolean;
}

/** `undefined` when all platforms keep the mode, or one of the targets has unknown ones. */
export function unsupportedPlatforms(
  mode: BackgroundMode,
  targets: readonly Target[],
): Unsupported | undefined {
  const known = new Set<Platform>();
  for (const { platforms } of targets) {
    if (platforms === undefined) return undefined;
    for (const platform of platforms) known.add(platform);
  }
  const all = [...known];
  // Macs have no background modes: that a shared plist has some for its other platforms is as it should be.
  const relevant = all.length > 1 ? all.filter((platform) => platform !== 'macOS') : all;
  const platforms = relevant.filter((platform) => !isKept(mode, platform));
  if (platforms.length === 0) return undefined;
  return { platforms, isEverywhere: platforms.length === relevant.length };
}
