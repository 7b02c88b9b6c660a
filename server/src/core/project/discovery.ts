/** What a folder holds that tells how its apps are built: found by one walk that reads no file. */
import { CONFIG_NAME } from '../config/parse-config';
import { joinUri } from '../uri';
import { generatedFolders } from './generated-folders';
import { isEntitlementsName, isInfoPlistName } from './plist-role';
import type { ProjectFiles } from './project-files';
import { isSkippedFolder, isSource, isWrapper } from './source-kinds';

/** A file that tells of something which the Xcode sources do not show. */
export interface Marker {
  readonly uri: string;
  readonly folder: string;
  /**
   * `code`: the app has other code too. `owner`: a generator writes the project and its files. `manifest`: a tool's step
   * reads it, and knows what it means for the targets of a project.
   */
  readonly kind: 'code' | 'owner' | 'manifest';
  /** What it means as far as its name tells, in words for people; may be empty. */
  readonly meaning: string;
}

export interface Discovery {
  /** project.pbxproj files. */
  readonly projects: readonly string[];
  /** Folders named .xcworkspace, those inside of projects aside; missing: none. */
  readonly workspaces?: readonly string[];
  /** Property lists named like an Info.plist. */
  readonly infoPlists: readonly string[];
  readonly entitlements: readonly string[];
  readonly sources: readonly string[];
  /** background-modes.json files. */
  readonly configs: readonly string[];
  /** Folders with a Package.swift. */
  readonly packages: readonly string[];
  /** Folders with a podspec: libraries that CocoaPods compiles; missing: none. */
  readonly podspecs?: readonly string[];
  readonly markers: readonly Marker[];
  /** A bound was met: there may be more. */
  readonly isTruncated: boolean;
}

const maxFolders = 30_000;
const maxDepth = 30;
/** Folders that are listed at the same time. */
const width = 32;

/** Why a target with a Podfile beside it is not complete. */
export const podsGap = 'CocoaPods adds code of its own';

const markers: readonly (readonly [RegExp, Marker['kind'], string])[] = [
  [/^Podfile$/, 'code', podsGap],
  [/^Cartfile$/, 'code', 'Carthage adds code of its own'],
  [/^project\.ya?ml$/, 'owner', 'XcodeGen writes the project'],
  [/^Project\.swift$/, 'owner', 'Tuist writes the project'],
  [/^pubspec\.yaml$/, 'manifest', 'Flutter: part of the app is written in Dart'],
  [/^package\.json$/, 'manifest', 'Part of the app may be written in JavaScript'],
  [/^capacitor\.config\.(json|ts|js)$/, 'manifest', 'Capacitor: part of the app is written in JavaScript'],
  [/^config\.xml$/, 'manifest', 'Cordova: part of the app is written in JavaScript'],
  [/\.csproj$/, 'manifest', '.NET: part of the app is written in C#'],
  [/^settings\.gradle(\.kts)?$/, 'manifest', 'Part of the app may be written in Kotlin'],
  [/^tiapp\.xml$/, 'code', 'Titanium: part of the app is written in JavaScript'],
  [/^project\.json$/, 'manifest', ''],
  [/^app\.json$/, 'manifest', ''],
  [/^app\.config\.(json|[cm]?[jt]s)$/, 'manifest', ''],
  [/^BUILD(\.bazel)?$/, 'manifest', ''],
];

/** Walks each root; folders of dependencies, generated files and build products and hidden folders are never entered. */
export async function discover(roots: readonly string[], files: ProjectFiles): Promise<Discovery> {
  const found = new Findings();
  const seen = new Set<string>();
  let level = [...roots];
  for (let depth = 0; level.length > 0 && depth <= maxDepth; depth++) {
    const next: string[] = [];
    for (let i = 0; i < level.length && seen.size < maxFolders; i += width) {
      const batch = level.slice(i, i + width).filter((folder) => !seen.has(folder));
      for (const folder of batch) seen.add(folder);
      const listings = await Promise.all(batch.map((folder) => files.list(folder)));
      batch.forEach((folder, index) => {
        const entries = listings[index] ?? [];
        const generated = generatedFolders(entries.map(({ name }) => name));
        for (const entry of entries) {
          if (entry.kind === 'file') found.addFile(folder, entry.name);
          else if (entry.kind === 'directory' && !generated.has(entry.name))
            next.push(...found.addFolder(folder, entry.name));
        }
      });
    }
    level = next;
  }
  found.isTruncated = level.length > 0 || seen.size >= maxFolders;
  await found.confirmProjects(files);
  return found.sorted();
}

class Findings {
  readonly projects: string[] = [];
  readonly workspaces: string[] = [];
  readonly infoPlists: string[] = [];
  readonly entitlements: string[] = [];
  readonly sources: string[] = [];
  readonly configs: string[] = [];
  readonly packages: string[] = [];
  readonly podspecs: string[] = [];
  readonly markers: Marker[] = [];
  isTruncated = false;

  addFile(folder: string, name: string): void {
    const uri = joinUri(folder, name);
    if (name === 'Package.swift') this.packages.push(folder);
    else if (name.endsWith('.podspec')) this.podspecs.push(folder);
    else if (name === CONFIG_NAME) this.configs.push(uri);
    else if (isSource(uri)) this.sources.push(uri);
    else if (isEntitlementsName(uri)) this.entitlements.push(uri);
    else if (isInfoPlistName(uri)) this.infoPlists.push(uri);
    const marker = markers.find(([pattern]) => pattern.test(name));
    if (marker !== undefined) this.markers.push({ uri, folder, kind: marker[1], meaning: marker[2] });
  }

  /** Folders to go on with. */
  addFolder(folder: string, name: string): readonly string[] {
    const uri = joinUri(folder, name);
    if (name.endsWith('.xcodeproj')) this.projects.push(joinUri(uri, 'project.pbxproj'));
    if (name.endsWith('.xcworkspace')) this.workspaces.push(uri);
    return isSkippedFolder(name) || isWrapper(name) ? [] : [uri];
  }

  /** Generators leave folders named .xcodeproj without a project in them. */
  async confirmProjects(files: ProjectFiles): Promise<void> {
    const candidates = this.projects.splice(0);
    for (const uri of candidates) {
      const entries = await files.list(uri.slice(0, uri.lastIndexOf('/')));
      if (entries?.some((entry) => entry.name === 'project.pbxproj')) this.projects.push(uri);
    }
  }

  sorted(): Discovery {
    const unique = (uris: readonly string[]) => [...new Set(uris)].sort();
    return {
      projects: unique(this.projects),
      workspaces: unique(this.workspaces),
      infoPlists: unique(this.infoPlists),
      entitlements: unique(this.entitlements),
      sources: unique(this.sources),
      configs: unique(this.configs),
      packages: unique(this.packages),
      podspecs: unique(this.podspecs),
      markers: this.markers,
      isTruncated: this.isTruncated,
    };
  }
}
