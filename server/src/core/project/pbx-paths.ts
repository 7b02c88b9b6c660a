/** Where the files and groups of a project lie on disk. */
import { dirnameUri, joinUri } from '../uri';
import type { PbxObject, PbxObjects } from './pbx-objects';

const maxGroupDepth = 100;

const known = new WeakMap<PbxObjects, PbxPaths>();

/** The paths of a project, looked up once for all who ask. */
export function pbxPaths(objects: PbxObjects, projectUri: string): PbxPaths {
  let paths = known.get(objects);
  if (paths === undefined) {
    paths = new PbxPaths(objects, projectUri);
    known.set(objects, paths);
  }
  return paths;
}

export class PbxPaths {
  /** SRCROOT: the folder that relative paths start from. */
  readonly sourceRoot: string;
  readonly #parents = new Map<string, PbxObject>();
  /** By identifier of the object: groups are asked for each of their files, and the project again for each judgement. */
  readonly #uris = new Map<string, string | undefined>();

  /** `projectUri` is the URI of the project.pbxproj. */
  constructor(objects: PbxObjects, projectUri: string) {
    const folder = dirnameUri(dirnameUri(projectUri));
    this.sourceRoot = joinUri(folder, objects.project?.string('projectDirPath') ?? '');
    for (const object of objects.values()) {
      for (const child of object.strings('children')) {
        if (!this.#parents.has(child)) this.#parents.set(child, object);
      }
    }
  }

  /** URI of a file reference or group; `undefined` for build products, SDK files and cyclic groups. */
  uriOf(object: PbxObject, depth = 0): string | undefined {
    if (depth > maxGroupDepth) return undefined;
    if (this.#uris.has(object.id)) return this.#uris.get(object.id);
    const uri = this.#find(object, depth);
    this.#uris.set(object.id, uri);
    return uri;
  }

  #find(object: PbxObject, depth: number): string | undefined {
    const path = object.string('path') ?? '';
    switch (object.string('sourceTree') ?? '<group>') {
      case '<group>': {
        const parent = this.#parents.get(object.id);
        const base = parent === undefined ? this.sourceRoot : this.uriOf(parent, depth + 1);
        return base === undefined ? undefined : joinUri(base, path);
      }
      case 'SOURCE_ROOT':
        return joinUri(this.sourceRoot, path);
      case '<absolute>':
        return path.startsWith('/') ? joinUri(this.sourceRoot, path) : undefined;
      default:
        return undefined;
    }
  }
}
