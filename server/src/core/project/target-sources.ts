/** The sources of each target of a project, and what it links. */
import { basenameUri } from '../uri';
import type { PbxObject, PbxObjects } from './pbx-objects';
import type { PbxPaths } from './pbx-paths';
import { isImplementation, isSource } from './source-kinds';
import type { Spelling } from './spelling';
import type { TargetDependency } from './types';

export interface PhaseFiles {
  /** Swift and Objective-C files, existing or not. */
  readonly uris: readonly string[];
  /** Number of entries, whatever they are. */
  readonly listed: number;
  /** Number of entries that refer to no object. */
  readonly dangling: number;
}

/** Files of the build phases that compile, headers of a headers phase included; variant groups give their variants. */
export function phaseFiles(objects: PbxObjects, paths: PbxPaths, target: PbxObject): PhaseFiles {
  const uris: string[] = [];
  let listed = 0;
  let dangling = 0;
  for (const phase of objects.list(target, 'buildPhases')) {
    if (phase.isa !== 'PBXSourcesBuildPhase' && phase.isa !== 'PBXHeadersBuildPhase') continue;
    for (const id of phase.strings('files')) {
      listed++;
      const buildFile = objects.get(id);
      const reference = objects.get(buildFile?.string('fileRef'));
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

const appleTrees: ReadonlySet<string> = new Set(['SDKROOT', 'DEVELOPER_DIR', 'PLATFORM_DIR']);

/** What the target links: other targets of the project, packages, and libraries that are built elsewhere. */
export function linkedBy(
  objects: PbxObjects,
  target: PbxObject,
  targetId: (object: PbxObject) => string,
): readonly TargetDependency[] {
  const found = new Map<string, TargetDependency>();
  const add = (dependency: TargetDependency) =>
    found.set(`${dependency.kind} ${dependency.name}`, dependency);
  const products = new Map(
    objects.all('PBXNativeTarget').map((other) => [other.string('productReference') ?? '', other]),
  );
  const addPackage = (product: PbxObject) => {
    const name = product.string('productName');
    if (name !== undefined) add({ kind: 'package', name });
  };
  for (const product of objects.list(target, 'packageProductDependencies')) addPackage(product);
  for (const phase of objects.list(target, 'buildPhases')) {
    if (phase.isa !== 'PBXFrameworksBuildPhase') continue;
    for (const buildFile of objects.list(phase, 'files')) {
      const product = objects.get(buildFile.string('productRef'));
      if (product !== undefined) addPackage(product);
      const reference = objects.get(buildFile.string('fileRef'));
      if (reference === undefined || appleTrees.has(reference.string('sourceTree') ?? '')) continue;
      const other = products.get(reference.id);
      const name = basenameUri(reference.string('path') ?? reference.string('name') ?? '');
      if (other !== undefined && other !== target) {
        add({ kind: 'target', id: targetId(other), name: other.string('name') ?? name });
      } else if (name !== '' && !isAppleFramework(reference)) {
        add({ kind: 'framework', name });
      }
    }
  }
  return [...found.values()];
}

/** Old projects name Apple's frameworks by absolute or relative paths into an SDK. */
function isAppleFramework(reference: PbxObject): boolean {
  return /(^|\/)(System\/Library\/|usr\/lib\/|Platforms\/)/.test(reference.string('path') ?? '');
}
