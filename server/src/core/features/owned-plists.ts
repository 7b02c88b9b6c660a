/** The property lists that stand in a file: it may be one, or the file of a tool that holds several. */
import { partsOf } from '../project/owned-values';
import type { PlistRole, Unit } from '../rules/context';
import type { PlistDocument } from '../syntax/plist-types';
import { documentKind } from '../workspace/file-kinds';
import type { TargetModel, Workspace } from '../workspace-types';

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
  if (documentKind(uri) === 'plist') return unit?.kind === 'plist' ? [unit] : [];
  const parts = targets.flatMap(({ target }) => partsOf(target));
  const here = parts.filter(({ part }) => part.file.uri === uri && part.isImplied !== true);
  return here.map(({ role, part }) => ({ role, document: part.file.document }));
}

/** Targets that compile a file, use it, or take values from it: a manifest in Swift is none of their sources. */
export async function targetsAround(
  workspace: Pick<Workspace, 'targets' | 'targetsOf'>,
  uri: string,
): Promise<readonly TargetModel[]> {
  const own = await workspace.targetsOf(uri);
  if (own.length > 0 || documentKind(uri) !== 'source') return own;
  const all = await workspace.targets();
  return all.filter(({ target }) => partsOf(target).some(({ part }) => part.file.uri === uri));
}
