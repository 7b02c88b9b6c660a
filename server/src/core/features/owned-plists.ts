/** The property lists that stand in a file: it may be one, or the file of a tool that holds several. */
import { partsOf } from '../project/owned-values';
import type { PlistRole, Unit } from '../rules/context';
import type { PlistDocument } from '../syntax/plist-types';
import type { TargetModel } from '../workspace-types';

export interface RoledPlist {
  readonly document: PlistDocument;
  readonly role: PlistRole;
}

/** `targets`: those that use the file. */
export function plistsIn({
  uri,
  unit,
  targets,
}: {
  readonly uri: string;
  readonly unit: Unit | undefined;
  readonly targets: readonly TargetModel[];
}): readonly RoledPlist[] {
  if (unit?.kind === 'program' || unit?.kind === 'pbxproj') return [];
  if (unit?.document.format === 'xml') return [unit];
  const parts = targets.flatMap(({ target }) => partsOf(target));
  const here = parts.filter(({ part }) => part.file.uri === uri && part.isImplied !== true);
  return here.map(({ role, part }) => ({ role, document: part.file.document }));
}
