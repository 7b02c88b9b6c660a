/** Which files the targets of a package are made of. */
import { basenameUri, isInside, joinUri, relativeUri } from '../../uri';
import type { ProjectFiles } from '../project-files';
import { listSources } from '../synchronized-folders';
import type { PackageManifest, PackageTarget } from './manifest-types';

/** Folders in which a target without a path is looked for. */
const sourceFolders = ['Sources', 'Source', 'src', 'srcs'];
const manifestName = /^Package(@swift-(\d+(?:\.\d+)*))?\.swift$/;

/** The manifest that Xcode takes: the one for the newest version of Swift. */
export async function manifestUri(folder: string, files: ProjectFiles): Promise<string> {
  const names = ((await files.list(folder)) ?? []).flatMap(({ name, kind }) => {
    const version = kind === 'file' ? manifestName.exec(name)?.[2] : undefined;
    return version === undefined ? [] : [{ name, version }];
  });
  names.sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  return joinUri(folder, names.at(-1)?.name ?? 'Package.swift');
}

/** Swift and Objective-C sources, sorted; `undefined` when the folder of the target cannot be found. */
export async function packageSources(
  folder: string,
  manifest: PackageManifest,
  target: PackageTarget,
  files: ProjectFiles,
): Promise<readonly string[] | undefined> {
  const home = await targetFolder(folder, manifest, target, files);
  if (home === undefined) return undefined;
  const found = (await listSources(home, files)).filter((uri) => {
    const path = relativeUri(home, uri);
    const isNamed = target.sources === undefined || target.sources.some((place) => holds(place, path));
    return isNamed && !target.exclude.some((place) => holds(place, path)) && !isManifest(uri);
  });
  return [...new Set(found)].sort();
}

async function targetFolder(
  folder: string,
  manifest: PackageManifest,
  target: PackageTarget,
  files: ProjectFiles,
): Promise<string | undefined> {
  if (target.path !== undefined) {
    const home = joinUri(folder, target.path);
    return isInside(folder, home) && (await exists(home, files)) ? home : undefined;
  }
  for (const parent of sourceFolders) {
    const home = joinUri(folder, `${parent}/${target.name}`);
    if (await exists(home, files)) return home;
  }
  // A package of one target needs no folder for it.
  const code = manifest.targets.filter(({ kind }) => kind === 'regular' || kind === 'macro');
  const shared = joinUri(folder, sourceFolders[0] ?? '');
  return code.length === 1 && (await exists(shared, files)) ? shared : undefined;
}

async function exists(folder: string, files: ProjectFiles): Promise<boolean> {
  return files.isReadable(folder) && (await files.list(folder)) !== undefined;
}

/** Whether the file or folder `place` is or holds `path`; both are seen from the target's folder. */
function holds(place: string, path: string): boolean {
  const clean = place.replace(/^\.\/|\/+$/g, '');
  return clean === '' || clean === '.' || path === clean || path.startsWith(`${clean}/`);
}

function isManifest(uri: string): boolean {
  return manifestName.test(basenameUri(uri));
}
