/** Property lists for targets that have none: a file that holds one key, and the build setting that names it. */
import { type PbxObject, type PbxObjects, pbxObjects } from '../../../project/pbx-objects';
import { PbxPaths } from '../../../project/pbx-paths';
import type { Target } from '../../../project/types';
import type { FileEdit } from '../../../rules/types';
import { dirnameUri, isInside, joinUri, relativeUri } from '../../../uri';
import { setBuildSetting } from '../pbxproj/build-settings';
import { addMembershipException } from '../pbxproj/membership';
import { type NewDict, newPlist } from '../plist-writer';
import type { PlistKind, TargetEditContext } from './context';

interface Place {
  readonly uri: string;
  /** The synchronized folder around it, which belongs to the target alone. */
  readonly folder: SynchronizedFolder | undefined;
}

interface SynchronizedFolder {
  readonly group: PbxObject;
  readonly uri: string;
  readonly owners: readonly PbxObject[];
}

const settings: Readonly<Record<PlistKind, string>> = {
  info: 'INFOPLIST_FILE',
  entitlements: 'CODE_SIGN_ENTITLEMENTS',
};

/**
 * Creates the file, names it in all configurations of the target, and keeps it out of the product. Settings that
 * generate an Info.plist stay: Xcode merges both. `undefined` when a tool writes the project, and where no name is
 * certainly free.
 */
export function createPlist(
  context: TargetEditContext,
  kind: PlistKind,
  content: NewDict,
): { readonly uri: string; readonly files: readonly FileEdit[] } | undefined {
  const { target, project } = context;
  const prefix = `${project?.uri}#`;
  if (project === undefined || !target.id.startsWith(prefix) || isGenerated(target)) return undefined;
  const objects = pbxObjects(project.document);
  const native = objects.get(target.id.slice(prefix.length));
  if (native?.isa !== 'PBXNativeTarget') return undefined;
  const root = new PbxPaths(objects, project.uri).sourceRoot;
  const place = freePlace(context, kind, objects, native);
  if (place === undefined) return undefined;
  const named = setBuildSetting(project, native.id, settings[kind], relativeUri(root, place.uri));
  const left = leftOut(project, native, kind, place);
  if (named === undefined || left === undefined) return undefined;
  return {
    uri: place.uri,
    files: [
      { uri: place.uri, edits: [], create: newPlist(content) },
      { uri: project.uri, edits: [...named, ...left] },
    ],
  };
}

function isGenerated({ owners = [] }: Target): boolean {
  return owners.some(({ generates }) => generates.includes('project'));
}

/** Entitlements are no resources: Xcode does not copy them. */
function leftOut(
  project: NonNullable<TargetEditContext['project']>,
  native: PbxObject,
  kind: PlistKind,
  { uri, folder }: Place,
) {
  if (folder === undefined || kind === 'entitlements') return [];
  return addMembershipException(project, folder.group.id, native.id, relativeUri(folder.uri, uri));
}

function freePlace(
  context: TargetEditContext,
  kind: PlistKind,
  objects: PbxObjects,
  native: PbxObject,
): Place | undefined {
  const { target, exists, project } = context;
  if (project === undefined || exists === undefined || /[/:\\]/.test(target.name)) return undefined;
  const paths = new PbxPaths(objects, project.uri);
  const synchronized = synchronizedFolders(objects, paths);
  for (const { folder, isOwn } of folders(context, synchronized, paths.sourceRoot, native)) {
    for (const name of namesFor(kind, target.name, isOwn)) {
      const uri = joinUri(folder, name);
      const around = synchronized.filter((each) => isInside(each.uri, uri));
      const [only] = around;
      const isOnlyOurs = around.length === 1 && only?.owners.length === 1 && only.owners[0] === native;
      if (around.length > 0 && !isOnlyOurs) continue;
      if (exists(uri) === false) return { uri, folder: only };
    }
  }
  return undefined;
}

function namesFor(kind: PlistKind, target: string, isOwn: boolean): readonly string[] {
  if (kind === 'entitlements') return [`${target}.entitlements`];
  return isOwn ? ['Info.plist', `${target}-Info.plist`] : [`${target}-Info.plist`];
}

/** Where the file may go, the best first. In a folder of its own it needs no name of its own. */
function* folders(
  { target, siblings }: TargetEditContext,
  synchronized: readonly SynchronizedFolder[],
  root: string,
  native: PbxObject,
): Generator<{ readonly folder: string; readonly isOwn: boolean }> {
  for (const { uri, owners } of synchronized) {
    if (owners.length === 1 && owners[0] === native && isInside(root, uri))
      yield { folder: uri, isOwn: true };
  }
  for (const folder of [...plistFolders(target), ...commonFolder(target.sources)]) {
    if (folder === root || !isInside(root, folder)) continue;
    const isShared = siblings.some((other) => other.target.sources.some((uri) => isInside(folder, uri)));
    yield { folder, isOwn: !isShared };
  }
  yield { folder: root, isOwn: false };
}

/** Those of its other property list. */
function plistFolders({ configurations }: Target): readonly string[] {
  const uris = configurations.flatMap(({ infoPlistUri, entitlementsUri }) => [infoPlistUri, entitlementsUri]);
  return [...new Set(uris.flatMap((uri) => (uri === undefined ? [] : dirnameUri(uri))))];
}

/** The innermost one that holds all files; none without files. */
function commonFolder([first, ...others]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  const isAround = (folder: string) => others.every((uri) => isInside(folder, uri));
  let folder = dirnameUri(first);
  while (!isAround(folder) && folder !== dirnameUri(folder)) folder = dirnameUri(folder);
  return [folder];
}

function synchronizedFolders(objects: PbxObjects, paths: PbxPaths): readonly SynchronizedFolder[] {
  return objects.all('PBXFileSystemSynchronizedRootGroup').flatMap((group) => {
    const uri = paths.uriOf(group);
    if (uri === undefined) return [];
    const owners = [...objects.values()].filter((each) =>
      each.strings('fileSystemSynchronizedGroups').includes(group.id),
    );
    return [{ group, uri, owners }];
  });
}
