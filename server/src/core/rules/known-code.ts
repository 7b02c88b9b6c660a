/** How much of the code of a target is known. */
import { linkGap } from '../project/links/linkable';
import { fetchedPodsGap } from '../project/pods';
import type { Target, TargetDependency } from '../project/types';

/** Whether all of the app's own code is known: what is missing are libraries that others build. */
export function isOwnCodeKnown({ gaps, dependencies }: Pick<Target, 'gaps' | 'dependencies'>): boolean {
  const foreign = new Set([...dependencies.filter(isForeign).map(linkGap), fetchedPodsGap]);
  return gaps.every((gap) => foreign.has(gap));
}

function isForeign(dependency: TargetDependency): boolean {
  if (dependency.kind === 'package') return dependency.origin?.kind === 'remote';
  return dependency.kind === 'framework' && dependency.builtBy === undefined;
}

/** Whether a pod may make use of what the app declares. Pods bring whole features more often than packages do. */
export function mayServePods({ gaps }: Pick<Target, 'gaps'>): boolean {
  return gaps.includes(fetchedPodsGap);
}
