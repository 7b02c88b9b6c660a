/** Xcode 16 folders whose files are members of a target because they lie there. */
import { openStepDict, openStepStrings } from '../syntax/openstep-query';
import { isInside, joinUri, relativeUri } from '../uri';
import type { PbxObject, PbxObjects } from './pbx-objects';
import type { PbxPaths } from './pbx-paths';
import { filteredPlatforms, isBuiltFor } from './platforms';
import type { ProjectFiles } from './project-files';
import { isSource, isWrapper } from './source-kinds';
import type { Platform } from './types';

const maxFolderDepth = 40;
const maxFiles = 50_000;

/** Source files below `folder`, wrappers such as asset catalogues, hidden and skipped folders left out. */
export async function listSources(
  folder: string,
  files: ProjectFiles,
  skips?: (name: string) => boolean,
): Promise<readonly string[]> {
  return (await listFolder(folder, files, skips)).sources;
}

/** What lies in a folder, at any depth. */
export interface FolderContent {
  readonly sources: readonly string[];
  /** Frameworks and libraries that are built already. */
  readonly binaries: readonly string[];
}

async function listFolder(
  folder: string,
  files: ProjectFiles,
  skips: (name: string) => boolean = (name) => name.startsWith('.'),
): Promise<FolderContent> {
  const sources: string[] = [];
  const binaries: string[] = [];
  const visit = async (uri: string, depth: number): Promise<void> => {
    for (const { name, kind } of (await files.list(uri)) ?? []) {
      if (sources.length >= maxFiles) return;
      const child = joinUri(uri, name);
      if (kind === 'file' && isSource(child)) sources.push(child);
      if (isBinary(name)) binaries.push(child);
      if (kind === 'directory' && depth < maxFolderDepth && !skips(name) && !isWrapper(name)) {
        await visit(child, depth + 1);
      }
    }
  };
  await visit(folder, 0);
  return { sources, binaries };
}

function isBinary(name: string): boolean {
  return /\.(xcframework|framework|a|dylib)$/.test(name);
}

/** A target, by its object, and what it is built for. */
export interface FolderMember {
  readonly native: PbxObject;
  readonly platforms: readonly Platform[] | undefined;
}

/** Memberships that synchronized folders give: target id → what is compiled and linked. */
export async function synchronizedMembers(
  objects: PbxObjects,
  paths: PbxPaths,
  files: ProjectFiles,
  targets: readonly FolderMember[],
): Promise<ReadonlyMap<string, FolderContent>> {
  const members = new Map<string, FolderContent>();
  const natives = targets.map(({ native }) => native);
  for (const group of objects.all('PBXFileSystemSynchronizedRootGroup')) {
    const folder = paths.uriOf(group);
    if (folder === undefined || !files.isReadable(folder)) continue;
    const exceptions = new Exceptions(objects, group, folder, natives);
    const explicit = group.strings('explicitFolders').map((path) => joinUri(folder, path));
    const content = await listFolder(folder, files);
    for (const target of targets) {
      const owns = target.native.strings('fileSystemSynchronizedGroups').includes(group.id);
      const isMember = (uri: string) =>
        !explicit.some((other) => isInside(other, uri)) && exceptions.isMember(target, uri, owns);
      const known = members.get(target.native.id) ?? { sources: [], binaries: [] };
      members.set(target.native.id, {
        sources: [...known.sources, ...content.sources.filter(isMember)],
        binaries: [...known.binaries, ...content.binaries.filter(isMember)],
      });
    }
  }
  return members;
}

/** The exception sets of one folder. Their paths are relative to it and name files or whole folders. */
class Exceptions {
  readonly #folder: string;
  /** Target id → paths whose membership is the opposite of what ownership says. */
  readonly #inverted = new Map<string, Set<string>>();
  /** Target id → platforms that a path is limited to. */
  readonly #filters = new Map<string, Map<string, readonly Platform[]>>();
  /** Target id → paths that go to a build phase of it, and whether that phase compiles. */
  readonly #phases = new Map<string, Map<string, boolean>>();

  constructor(objects: PbxObjects, group: PbxObject, folder: string, targets: readonly PbxObject[]) {
    this.#folder = folder;
    for (const set of objects.list(group, 'exceptions')) {
      const paths = set.strings('membershipExceptions');
      if (set.isa === 'PBXFileSystemSynchronizedBuildFileExceptionSet') {
        const id = set.string('target') ?? '';
        this.#inverted.set(id, new Set([...(this.#inverted.get(id) ?? []), ...paths]));
        this.#filters.set(id, new Map([...(this.#filters.get(id) ?? []), ...pathFilters(set)]));
      } else if (set.isa === 'PBXFileSystemSynchronizedGroupBuildPhaseMembershipExceptionSet') {
        const phase = objects.get(set.string('buildPhase'));
        const owner = targets.find((target) => phase && target.strings('buildPhases').includes(phase.id));
        if (phase === undefined || owner === undefined) continue;
        const known = this.#phases.get(owner.id) ?? new Map<string, boolean>();
        for (const path of paths) known.set(path, phase.isa === 'PBXSourcesBuildPhase');
        this.#phases.set(owner.id, known);
      }
    }
  }

  isMember({ native, platforms }: FolderMember, uri: string, owns: boolean): boolean {
    const path = relativeUri(this.#folder, uri);
    const filters = this.#filters.get(native.id);
    const filter = filters && firstOfPath(path, (prefix) => filters.get(prefix));
    if (!isBuiltFor(filter, platforms)) return false;
    const phases = this.#phases.get(native.id);
    const compiles = phases && firstOfPath(path, (prefix) => phases.get(prefix));
    if (compiles !== undefined) return compiles;
    const inverted = this.#inverted.get(native.id);
    const isListed = inverted && firstOfPath(path, (prefix) => inverted.has(prefix) || undefined);
    return isListed === true ? !owns : owns;
  }
}

/** Path → platforms, as a set says it. */
function pathFilters(set: PbxObject): readonly (readonly [string, readonly Platform[]])[] {
  const entries = openStepDict(set.node('platformFiltersByRelativePath'))?.entries ?? [];
  return entries.flatMap(({ key, value }) => {
    const platforms = filteredPlatforms(openStepStrings(value).map((item) => item.value));
    return platforms === undefined ? [] : [[key, platforms] as const];
  });
}

/** Asks for `path`, then for the folders around it. */
function firstOfPath<T>(path: string, ask: (prefix: string) => T | undefined): T | undefined {
  for (let prefix = path; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')))) {
    const answer = ask(prefix);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
