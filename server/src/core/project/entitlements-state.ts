/** How much is known of the entitlements that a target is signed with. */
import { isSettled } from '../syntax/plist-query';
import { entitlementsLayers } from './owned-values';
import type { PlistFile, Target } from './types';

/**
 * - `known`: what its files do not hold it does not have.
 * - `absent`: no configuration names a file. Signing may add entitlements elsewhere.
 */
export type EntitlementsState = 'known' | 'absent' | 'unknown';

/** `files`: the entitlements of the target that could be read. */
export function entitlementsState(
  { configurations, projectUri, owners }: Pick<Target, 'configurations' | 'projectUri' | 'owners'>,
  files: readonly PlistFile[],
): EntitlementsState {
  const read = (uri: string) => files.find((file) => file.uri === uri);
  const layers = configurations.map((configuration) => entitlementsLayers(configuration, read));
  const isKnown = layers.every(({ isResolved, isComplete }) => isResolved && isComplete);
  if (!isKnown || !files.every(({ document }) => isSettled(document))) return 'unknown';
  if (layers.some(({ editable, implied }) => editable.length + implied.length > 0)) return 'known';
  // Without a project nobody says which file the target is signed with.
  return projectUri === undefined && owners === undefined ? 'unknown' : 'absent';
}
