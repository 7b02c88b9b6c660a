/** Entitlements that somebody wrote and no build setting names. */
import type { PlistFile } from '../../../project/types';
import { dirnameUri, joinUri } from '../../../uri';
import type { TargetContext } from '../../context';

/** The file where Xcode puts the entitlements of a target, if it is there though no target is signed with it. */
export function unnamedFile({ target, siblings, plist }: TargetContext): PlistFile | undefined {
  const named = new Set(
    [target, ...siblings.map((sibling) => sibling.target)].flatMap(({ configurations }) =>
      configurations.map(({ entitlementsUri }) => entitlementsUri),
    ),
  );
  const found = foldersOf(target)
    .map((folder) => plist?.(joinUri(folder, `${target.name}.entitlements`)))
    .filter((file) => file !== undefined && !named.has(file.uri));
  return found[0];
}

/** That of its Info.plist, and the one of its name beside the project. */
function foldersOf({ configurations, projectUri, name }: TargetContext['target']): readonly string[] {
  const plists = configurations.flatMap(({ infoPlistUri }) => infoPlistUri ?? []);
  const own = projectUri === undefined ? [] : [joinUri(dirnameUri(dirnameUri(projectUri)), name)];
  return [...new Set([...plists.map(dirnameUri), ...own])];
}
