import { type PbxObject, pbxObjects } from '../../../project/pbx-objects';
import { pbxPaths } from '../../../project/pbx-paths';
import type { Target } from '../../../project/types';
import { isInside, relativeUri } from '../../../uri';
import type { ProjectUnit } from '../../context';
import { nativeTarget } from '../project-settings';

export interface CopyingFolder {
  readonly uri: string;
  /** Of the PBXFileSystemSynchronizedRootGroup. */
  readonly groupId: string;
  /** The file, seen from the folder. */
  readonly path: string;
}

/** The synchronized folder that makes the file a member of the target; `undefined` when none does for certain. */
export function copyingFolder(project: ProjectUnit, target: Target, uri: string): CopyingFolder | undefined {
  const objects = pbxObjects(project.document);
  const paths = pbxPaths(objects, project.uri);
  for (const group of objects.list(nativeTarget(project, target), 'fileSystemSynchronizedGroups')) {
    const folder = paths.uriOf(group);
    if (folder === undefined || folder === uri || !isInside(folder, uri)) continue;
    const path = relativeUri(folder, uri);
    const sets = objects.list(group, 'exceptions');
    const isExcepted = sets.some((set) => appliesTo(set, target) && names(set, path));
    if (!isExcepted && !group.strings('explicitFolders').some((inner) => covers(inner, path)))
      return { uri: folder, groupId: group.id, path };
  }
  return undefined;
}

/** Sets for a build phase may take the file elsewhere: they count for every target. */
function appliesTo(set: PbxObject, { id }: Target): boolean {
  const target = set.string('target');
  return target === undefined || id.endsWith(`#${target}`);
}

function names(set: PbxObject, path: string): boolean {
  return set.strings('membershipExceptions').some((exception) => covers(exception, path));
}

/** Whether `path` is `outer` or lies in it. */
function covers(outer: string, path: string): boolean {
  return path === outer || path.startsWith(`${outer.replace(/\/$/, '')}/`);
}
