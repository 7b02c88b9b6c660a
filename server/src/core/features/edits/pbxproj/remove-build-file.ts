import type { PbxObject, PbxObjects } from '../../../project/pbx-objects';
import { openStepEntry, openStepStrings } from '../../../syntax/openstep-query';
import type { OpenStepDocument } from '../../../syntax/openstep-types';
import type { TextEdit } from '../../../text';
import { removeEntry, removeItem } from './removals';

/**
 * Takes a PBXBuildFile out of the build phases that list it, and out of the project: the file itself stays in the
 * navigator. `undefined` in a project file with syntax errors, and for an id that names no build file.
 */
export function removeBuildFile(
  text: string,
  document: OpenStepDocument,
  objects: PbxObjects,
  id: string,
): TextEdit[] | undefined {
  if (document.problems.length > 0 || objects.get(id)?.isa !== 'PBXBuildFile') return undefined;
  const own = openStepEntry(openStepEntry(document.root, 'objects')?.value, id);
  if (own === undefined) return undefined;
  const listed = [...objects.values()]
    .filter(isPhase)
    .flatMap((phase) => openStepStrings(phase.node('files')));
  return [
    ...listed.filter(({ value }) => value === id).map((item) => removeItem(text, item)),
    removeEntry(text, own),
  ];
}

function isPhase({ isa }: PbxObject): boolean {
  return /^PBX\w+BuildPhase$/.test(isa);
}
