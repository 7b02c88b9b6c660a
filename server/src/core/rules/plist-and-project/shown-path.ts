/** How messages and titles name a file. */
import type { Target } from '../../project/types';
import { basenameUri, dirnameUri, relativeUri } from '../../uri';

/** Seen from the folder that holds the target's project; the bare name without a project. */
export function shownPath(uri: string, { projectUri }: Pick<Target, 'projectUri'>): string {
  return projectUri === undefined ? basenameUri(uri) : relativeUri(dirnameUri(dirnameUri(projectUri)), uri);
}
