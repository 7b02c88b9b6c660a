/** How messages and titles name a file or a target. */
import type { PlistKind } from '../../features/edits/target-edits';
import type { Target } from '../../project/types';
import { basenameUri, dirnameUri, relativeUri } from '../../uri';

/** Seen from the folder that holds the target's project; the bare name without a project. */
export function shownPath(uri: string, { projectUri }: Pick<Target, 'projectUri'>): string {
  return projectUri === undefined ? basenameUri(uri) : relativeUri(dirnameUri(dirnameUri(projectUri)), uri);
}

const plistNames: Readonly<Record<PlistKind, string>> = {
  info: 'the Info.plist',
  entitlements: 'the entitlements file',
};

/** Who lacks something. A target that was guessed from a property list has no name that people know. */
export function ownerText({ projectUri, owners, name }: Target, kind: PlistKind): string {
  return projectUri === undefined && owners === undefined ? plistNames[kind] : `'${name}'`;
}
