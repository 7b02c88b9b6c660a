/** What the workspace is made of: projects, targets, and which files belong to them. An immutable picture. */
import type { Discovery } from '../project/discovery';
import { generatedPlists, partsOf, type RoledPart } from '../project/owned-values';
import { isInTestFolder } from '../project/source-kinds';
import type { Problem, Target } from '../project/types';
import { dirnameUri, isInside } from '../uri';
import { documentKind } from './file-kinds';

export interface TargetPart extends RoledPart {
  readonly target: Target;
}

export interface Structure {
  readonly targets: readonly Target[];
  /** project.pbxproj files. */
  readonly projects: readonly string[];
  readonly problems: readonly Problem[];
  /** background-modes.json files. */
  readonly configs: readonly string[];
  /** Property lists that belong to a target or are named like one that might. */
  readonly plists: ReadonlySet<string>;
  /** Sources of targets other than tests, and those of no target that are code all the same. */
  readonly sources: ReadonlySet<string>;
  /** Property lists that nobody but a tool writes: rules look at the tool's own file instead. */
  readonly generatedPlists: ReadonlySet<string>;
  /** Targets that compile a source, test targets included; for code of a package, those that link it. */
  sourceTargets(uri: string): readonly Target[];
  /** Targets whose product holds a source that another target or a package compiles. */
  linkingTargets(uri: string): readonly Target[];
  /** Dictionaries of plist values in the file of a tool. */
  parts(uri: string): readonly TargetPart[];
  /** Targets that use a property list, or values of a tool's file. */
  plistTargets(uri: string): readonly Target[];
  /** Targets that a project file defines. */
  projectTargets(uri: string): readonly Target[];
  /** Sources of no target that are compiled together: those of a Swift package, or of a root folder. */
  looseGroup(uri: string): string | undefined;
}

export const emptyStructure: Structure = buildStructure([], [], undefined, []);

export function buildStructure(
  targets: readonly Target[],
  roots: readonly string[],
  found: Discovery | undefined,
  problems: readonly Problem[],
): Structure {
  const owners = groupBy(targets, (target) => target.sources);
  const linking = groupBy(targets, (target) => target.linkedSources ?? []);
  const plistUsers = groupBy(targets, plistsOf);
  const parts = targets.flatMap((target) => partsOf(target).map((part) => ({ ...part, target })));
  const generated = new Set(targets.flatMap(generatedPlists));
  const byProject = groupBy(targets, (target) =>
    target.projectUri === undefined ? [] : [target.projectUri],
  );
  const loose = found === undefined ? new Map<string, string>() : looseSources(found, roots, owners);
  const compiled = [...owners].flatMap(([uri, by]) => (by.some(isNoTest) ? [uri] : []));
  return {
    targets,
    projects: found?.projects ?? [],
    configs: found?.configs ?? [],
    problems,
    plists: new Set([
      ...[...plistUsers.keys()].filter((uri) => documentKind(uri) === 'plist'),
      ...(found?.infoPlists ?? []),
      ...(found?.entitlements ?? []),
    ]),
    sources: new Set([...compiled, ...loose.keys(), ...linking.keys()]),
    generatedPlists: generated,
    sourceTargets: (uri) => owners.get(uri) ?? linking.get(uri) ?? [],
    linkingTargets: (uri) => linking.get(uri) ?? [],
    parts: (uri) => parts.filter(({ part }) => part.file.uri === uri),
    plistTargets: (uri) => plistUsers.get(uri) ?? [],
    projectTargets: (uri) => byProject.get(uri) ?? [],
    looseGroup: (uri) => loose.get(uri),
  };
}

/** Files that hold values of a target's property lists: those that its configurations name, and those of tools. */
export function plistsOf(target: Target): readonly string[] {
  const named = target.configurations.flatMap(({ infoPlistUri, entitlementsUri }) => [
    infoPlistUri,
    entitlementsUri,
  ]);
  const uris = [...named, ...partsOf(target).map(({ part }) => part.file.uri)];
  return [...new Set(uris.filter((uri) => uri !== undefined))];
}

function isNoTest(target: Target): boolean {
  return target.product !== 'tests';
}

function groupBy(
  targets: readonly Target[],
  keys: (target: Target) => readonly string[],
): ReadonlyMap<string, readonly Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    for (const key of keys(target)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [target]);
      else group.push(target);
    }
  }
  return groups;
}

/**
 * Source → group. Below a project, a file that no target names is not compiled, unless it is a package's or belongs to a
 * library with a podspec in a folder of its own.
 */
function looseSources(
  found: Discovery,
  roots: readonly string[],
  owners: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, string> {
  const projectFolders = [...new Set(found.projects.map((uri) => dirnameUri(dirnameUri(uri))))];
  const packages = [...found.packages].sort((a, b) => b.length - a.length);
  const libraries = (found.podspecs ?? [])
    .filter((folder) => projectFolders.some((project) => project !== folder && isInside(project, folder)))
    .sort((a, b) => b.length - a.length);
  const loose = new Map<string, string>();
  for (const uri of found.sources) {
    if (owners.has(uri) || isInTestFolder(uri)) continue;
    const isBelowProject = projectFolders.some((folder) => isInside(folder, uri));
    const home =
      packages.find((folder) => isInside(isBelowProject ? `${folder}/Sources` : folder, uri)) ??
      (isBelowProject ? libraries.find((folder) => isInside(folder, uri)) : undefined);
    if (isBelowProject && home === undefined) continue;
    loose.set(uri, home ?? roots.find((root) => isInside(root, uri)) ?? dirnameUri(uri));
  }
  return loose;
}
