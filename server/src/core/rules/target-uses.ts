/** What the code of a target uses, for rules about what a whole app does or leaves out. */
import type { PlacedUse } from '../program/code-index';
import { evaluateConditions } from '../program/conditions';
import type { Condition } from '../program/ir';
import type { Platform, ProductKind, Target } from '../project/types';
import type { TargetContext } from './context';
import { isOwnCodeKnown } from './known-code';
import { isCompiled, platformsOf } from './plist-and-project/target-platforms';

/** Uses of rows of the API table that are certainly compiled for one of some platforms that the target is built for. */
export function compiledUses(
  { target, infoPlist, uses }: TargetContext,
  rows: readonly string[],
  platforms: readonly Platform[],
): readonly PlacedUse[] {
  const built = (platformsOf(target, infoPlist) ?? []).filter((platform) => platforms.includes(platform));
  return uses.filter(
    ({ use }) => rows.includes(use.row) && built.some((platform) => isCompiled(use.when, platform, target)),
  );
}

/** Whether any code uses one of the rows, under whatever condition. */
export function usesAny({ uses }: TargetContext, rows: readonly string[]): boolean {
  return uses.some(({ use }) => rows.includes(use.row));
}

const libraries: ReadonlySet<ProductKind> = new Set(['framework', 'library']);

/**
 * Whether what the code of these targets does not do is not done at all. What a library leaves out, its apps may do.
 * A file without targets has nothing but the files beside it.
 */
export function seesWholeApps(targets: readonly Target[]): boolean {
  return targets.every((target) => !libraries.has(target.product) && isOwnCodeKnown(target));
}

/** Whether code is for tests alone. */
export function isOnlyTested(targets: readonly Target[]): boolean {
  return targets.length > 0 && targets.every(({ product }) => product === 'tests');
}

const applePlatforms: readonly Platform[] = ['iOS', 'macCatalyst', 'macOS', 'tvOS', 'watchOS', 'visionOS'];

/** Whether code under these conditions is compiled for any platform of the targets, as far as the conditions tell. */
export function mayBeCompiled(when: readonly Condition[], targets: readonly Target[]): boolean {
  const known = targets.flatMap(({ platforms }) => platforms ?? applePlatforms);
  const platforms = known.length === 0 ? applePlatforms : known;
  return platforms.some((platform) => evaluateConditions(when, { platform }) !== false);
}
