/** What code a target's product is made of. */
import type { Target } from './types';

/** Its own sources, and those of the frameworks and packages that it links. May hold a source twice. */
export function codeOf(target: Pick<Target, 'sources' | 'linkedSources'>): readonly string[] {
  return target.linkedSources === undefined ? target.sources : [...target.sources, ...target.linkedSources];
}
