/** Files of synchronized folders that are not members of a target. */
import type { PbxObject, PbxObjects } from '../../../project/pbx-objects';
import type { ProjectFile } from '../../../project/types';
import { openStepStrings } from '../../../syntax/openstep-query';
import type { TextEdit } from '../../../text';
import { soundObjects } from './build-settings';
import { insertEntry, insertItem, openStepText, projectLayout } from './insertions';
import { addObject, newObjectId, reference } from './objects';

const EXCEPTION_SET = 'PBXFileSystemSynchronizedBuildFileExceptionSet';

/**
 * Leaves the file at `path`, seen from a synchronized folder, out of a target that the folder belongs to: Xcode would
 * copy it into the product. `groupId` and `targetId` are object ids. No edits when it is left out already.
 */
export function addMembershipException(
  project: Pick<ProjectFile, 'text' | 'document'>,
  groupId: string,
  targetId: string,
  path: string,
): TextEdit[] | undefined {
  const objects = soundObjects(project);
  const group = objects?.get(groupId);
  const target = objects?.get(targetId);
  if (objects === undefined || group === undefined || target === undefined) return undefined;
  const set = objects
    .list(group, 'exceptions')
    .find((each) => each.isa === EXCEPTION_SET && each.string('target') === targetId);
  if (set !== undefined) return extendSet(project.text, set, path);
  return newSet(project, objects, { group, target, path });
}

function extendSet(text: string, set: PbxObject, path: string): TextEdit[] | undefined {
  const listed = set.node('membershipExceptions');
  if (listed === undefined) return [insertEntry(text, set.dict, 'membershipExceptions', list(text, path))];
  if (listed.kind !== 'array') return undefined;
  if (openStepStrings(listed).some(({ value }) => value === path)) return [];
  return [insertItem(text, listed, path, openStepText(path))];
}

function newSet(
  project: Pick<ProjectFile, 'text' | 'document'>,
  objects: PbxObjects,
  { group, target, path }: { group: PbxObject; target: PbxObject; path: string },
): TextEdit[] | undefined {
  const { text } = project;
  const targetName = target.string('name') ?? '';
  const folder = group.string('name') ?? group.string('path') ?? '';
  const comment = `Exceptions for "${folder.slice(folder.lastIndexOf('/') + 1)}" folder in "${targetName}" target`;
  const id = newObjectId(text, `${group.id} ${target.id}`);
  const { unit } = projectLayout(text);
  const object = addObject(project, objects, {
    id,
    isa: EXCEPTION_SET,
    comment,
    lines: [
      'membershipExceptions = (',
      `${unit}${openStepText(path)},`,
      ');',
      `target = ${reference(text, target.id, targetName)};`,
    ],
  });
  const named = nameSet(text, group, id, reference(text, id, comment));
  return object && named && [object, named];
}

function nameSet(text: string, group: PbxObject, id: string, written: string): TextEdit | undefined {
  const exceptions = group.node('exceptions');
  if (exceptions === undefined) return insertEntry(text, group.dict, 'exceptions', list(text, written, true));
  return exceptions.kind === 'array' ? insertItem(text, exceptions, id, written) : undefined;
}

/** An array of one string. */
function list(text: string, value: string, isWritten = false): (indent: string | undefined) => string {
  const item = isWritten ? value : openStepText(value);
  const { lineEnd, unit } = projectLayout(text);
  return (indent) =>
    indent === undefined ? `(${item}, )` : `(${lineEnd}${indent}${unit}${item},${lineEnd}${indent})`;
}
