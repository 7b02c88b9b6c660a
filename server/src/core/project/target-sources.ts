/** The sources of each target of a project. */
import { platformFilter } from './links/project-links';
import type { PbxObject, PbxObjects } from './pbx-objects';
import type { PbxPaths } from './pbx-paths';
import { isBuiltFor } from './platforms';
import { isImplementation, isSource } from './source-kinds';
import type { Spelling } from './spelling';
import type { Platform } from './types';

export interface PhaseFiles {
  /** Swift and Objective-C files, existing or not. */
  readonly uris: readonly string[];
  /** Number of entries, whatever they are. */
  readonly listed: number;
  /** Number of entries that refer to no object. */
  readonly dangling: number;
}

/**
 * Files of the build phases that compile, headers of a headers phase included; variant groups give their variants.
 * What filters keep from a target of these platforms is left out.
 */
export function phaseFiles(
  objects: PbxObjects,
  paths: PbxPaths,
  target: PbxObject,
  platforms: readonly Platform[] | undefined,
): PhaseFiles {
  const uris: string[] = [];
  let listed = 0;
  let dangling = 0;
  for (const phase of objects.list(target, 'buildPhases')) {
    if (phase.isa !== 'PBXSourcesBuildPhase' && phase.isa !== 'PBXHeadersBuildPhase') continue;
    for (const id of phase.strings('files')) {
      listed++;
      const buildFile = objects.get(id);
      const reference = objects.get(buildFile?.string('fileRef'));
      if (buildFile !== undefined && !isBuiltFor(platformFilter(buildFile), platforms)) continue;
      if (reference === undefined && buildFile?.string('productRef') === undefined) dangling++;
      for (const file of reference === undefined ? [] : variants(objects, reference)) {
        const uri = paths.uriOf(file);
        if (uri !== undefined && isSource(uri)) uris.push(uri);
      }
    }
  }
  return { uris, listed, dangling };
}

function variants(objects: PbxObjects, reference: PbxObject): readonly PbxObject[] {
  return reference.isa === 'PBXVariantGroup' ? objects.list(reference, 'children') : [reference];
}

/** Splits `uris` by whether they exist, and adds to each implementation the header of the same name beside it. */
export async function existingSources(
  uris: Iterable<string>,
  spelling: Spelling,
): Promise<{ readonly found: readonly string[]; readonly missing: readonly string[] }> {
  const found = new Set<string>();
  const missing: string[] = [];
  for (const uri of new Set(uris)) {
    const actual = await spelling.actual(uri);
    if (actual === undefined) missing.push(uri);
    else found.add(actual);
    if (actual === undefined || !isImplementation(actual)) continue;
    const header = await spelling.actual(actual.replace(/\.[^./]+$/, '.h'));
    if (header !== undefined) found.add(header);
  }
  return { found: [...found].sort(), missing };
}
