/** For which platforms of a target the task scheduler matters. */
import type { Platform } from '../../project/types';
import type { TargetContext } from '../context';
import { isCompiled, platformsOf } from '../plist-and-project/target-platforms';

/** A watch has tasks of its own, and a Mac has no such framework. */
export const schedulingPlatforms: readonly Platform[] = ['iOS', 'macCatalyst', 'tvOS', 'visionOS'];

/** Whether code is certainly compiled for a platform with the scheduler. */
export function isScheduling(
  { target, infoPlist }: TargetContext,
  when: Parameters<typeof isCompiled>[0] = [],
): boolean {
  return (platformsOf(target, infoPlist) ?? [])
    .filter((platform) => schedulingPlatforms.includes(platform))
    .some((platform) => isCompiled(when, platform, target));
}
