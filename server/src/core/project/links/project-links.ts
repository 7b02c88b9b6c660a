/** What a target links, as its project file says it. */
import { basenameUri, joinUri } from '../../uri';
import type { PbxObject, PbxObjects } from '../pbx-objects';
import type { PbxPaths } from '../pbx-paths';
import { filteredPlatforms, productKind } from '../platforms';
import type { BuiltElsewhere, PackageOrigin, Platform, ProductFile, TargetDependency } from '../types';
import { isLinkable } from './linkable';

type Platforms = readonly Platform[] | undefined;

/** Apple's own libraries lie there. */
const appleTrees: ReadonlySet<string> = new Set(['SDKROOT', 'DEVELOPER_DIR', 'PLATFORM_DIR']);
/** dstSubfolderSpec of a phase that copies into the Frameworks folder of the product. */
const frameworksFolder = '10';
/** How the folder of a package is typed among the files of a project. */
const folderTypes: ReadonlySet<string> = new Set(['wrapper', 'folder', 'text']);
/** Products of packages that run while building. */
const pluginPrefix = 'plugin:';

/** Targets of this and other projects, packages, and libraries that are built elsewhere, in the order of the file. */
export function linkedBy(
  objects: PbxObjects,
  paths: PbxPaths,
  target: PbxObject,
  projectUri: string,
): readonly TargetDependency[] {
  return new TargetLinks(objects, paths, target, projectUri).all();
}

/** The file that a target builds. */
export function productFileOf(objects: PbxObjects, target: PbxObject): ProductFile | undefined {
  const reference = objects.get(target.string('productReference'));
  const name = reference && fileName(reference);
  return reference === undefined || name === undefined ? undefined : { id: reference.id, name };
}

/** Platforms that a build file or dependency is limited to. */
export function platformFilter(object: PbxObject): Platforms {
  const single = object.string('platformFilter');
  const names = object.strings('platformFilters');
  return filteredPlatforms(single === undefined ? names : [single, ...names]);
}

class TargetLinks {
  readonly #objects: PbxObjects;
  readonly #paths: PbxPaths;
  readonly #target: PbxObject;
  readonly #projectUri: string;
  readonly #products: ReadonlyMap<string, PbxObject>;
  readonly #localPackages: readonly string[];
  readonly #found = new Map<string, TargetDependency>();

  constructor(objects: PbxObjects, paths: PbxPaths, target: PbxObject, projectUri: string) {
    this.#objects = objects;
    this.#paths = paths;
    this.#target = target;
    this.#projectUri = projectUri;
    const natives = objects.all('PBXNativeTarget');
    this.#products = new Map(natives.map((native) => [native.string('productReference') ?? '', native]));
    this.#localPackages = this.#listLocalPackages();
  }

  all(): readonly TargetDependency[] {
    const buildFiles = this.#buildFiles();
    for (const product of this.#objects.list(this.#target, 'packageProductDependencies')) {
      const linking = buildFiles.filter((buildFile) => buildFile.string('productRef') === product.id);
      if (linking.length === 0) this.#addPackage(product, undefined);
      for (const buildFile of linking) this.#addPackage(product, platformFilter(buildFile));
    }
    for (const buildFile of buildFiles) this.#addBuildFile(buildFile);
    for (const dependency of this.#objects.list(this.#target, 'dependencies')) this.#addTarget(dependency);
    return [...this.#found.values()];
  }

  /** What the linker gets, and what is copied into the product beside it. */
  #buildFiles(): readonly PbxObject[] {
    const phases = this.#objects.list(this.#target, 'buildPhases').filter((phase) => {
      if (phase.isa === 'PBXFrameworksBuildPhase') return true;
      return phase.isa === 'PBXCopyFilesBuildPhase' && phase.string('dstSubfolderSpec') === frameworksFolder;
    });
    return phases.flatMap((phase) => this.#objects.list(phase, 'files'));
  }

  #add(dependency: TargetDependency, platforms: Platforms): void {
    const key = `${dependency.kind} ${dependency.kind === 'target' ? dependency.id : dependency.name}`;
    const known = this.#found.get(key);
    const all = known === undefined ? platforms : union(known.platforms, platforms);
    const base = known ?? dependency;
    const { platforms: _, ...rest } = base;
    this.#found.set(key, all === undefined ? rest : { ...rest, platforms: all });
  }

  #addBuildFile(buildFile: PbxObject): void {
    const platforms = platformFilter(buildFile);
    const product = this.#objects.get(buildFile.string('productRef'));
    if (product !== undefined) this.#addPackage(product, platforms);
    const reference = this.#objects.get(buildFile.string('fileRef'));
    if (reference === undefined || appleTrees.has(reference.string('sourceTree') ?? '')) return;
    const other = this.#products.get(reference.id);
    const name = fileName(reference);
    if (other !== undefined) this.#addNative(other, platforms);
    else if (name !== undefined && !isAppleFramework(reference)) {
      const builtBy = this.#builtBy(reference);
      this.#add({ kind: 'framework', name, ...(builtBy && { builtBy }) }, platforms);
    }
  }

  #addPackage(product: PbxObject, platforms: Platforms): void {
    const name = product.string('productName');
    if (name === undefined || name.startsWith(pluginPrefix)) return;
    const origin = this.#origin(this.#objects.get(product.string('package')));
    this.#add({ kind: 'package', name, ...(origin && { origin }) }, platforms);
  }

  #origin(reference: PbxObject | undefined): PackageOrigin | undefined {
    const url = reference?.string('repositoryURL');
    if (url !== undefined) return { kind: 'remote', url };
    const folder = reference && this.#localFolder(reference);
    if (folder !== undefined) return { kind: 'local', folder };
    return this.#localPackages.length === 0 ? undefined : { kind: 'listed', folders: this.#localPackages };
  }

  /** Folders of packages: named as such, or by projects of older versions as any folder is. */
  #listLocalPackages(): readonly string[] {
    const listed = this.#objects.all('XCLocalSwiftPackageReference').map((each) => this.#localFolder(each));
    const folders = this.#objects
      .all('PBXFileReference')
      .filter((reference) => folderTypes.has(reference.string('lastKnownFileType') ?? ''))
      .map((reference) => this.#paths.uriOf(reference));
    return [...new Set([...listed, ...folders].filter((uri) => uri !== undefined))];
  }

  #localFolder(reference: PbxObject): string | undefined {
    const path = reference.string('relativePath');
    return path === undefined ? undefined : joinUri(this.#paths.sourceRoot, path);
  }

  #addNative(other: PbxObject, platforms: Platforms): void {
    if (other === this.#target || !isLinkable(productKind(other.string('productType'), undefined))) return;
    const name = other.string('name') ?? other.id;
    this.#add({ kind: 'target', id: `${this.#projectUri}#${other.id}`, name }, platforms);
  }

  /** A target to be built first. Modules are linked without being listed, so a framework among them counts. */
  #addTarget(dependency: PbxObject): void {
    const platforms = platformFilter(dependency);
    const proxy = this.#objects.get(dependency.string('targetProxy'));
    const id = dependency.string('target') ?? proxy?.string('remoteGlobalIDString') ?? '';
    const native = this.#objects.get(id);
    if (native?.isa === 'PBXNativeTarget') this.#addNative(native, platforms);
    const projectUri = native === undefined && proxy ? this.#projectOf(proxy) : undefined;
    if (projectUri === undefined || projectUri === this.#projectUri) return;
    const name = proxy?.string('remoteInfo') ?? dependency.string('name') ?? id;
    this.#add({ kind: 'target', id: `${projectUri}#${id}`, name }, platforms);
  }

  #builtBy(reference: PbxObject): BuiltElsewhere | undefined {
    const proxy = reference.isa === 'PBXReferenceProxy' ? reference.string('remoteRef') : undefined;
    const remote = this.#objects.get(proxy);
    const projectUri = remote && this.#projectOf(remote);
    const productId = remote?.string('remoteGlobalIDString');
    return projectUri === undefined || productId === undefined ? undefined : { projectUri, productId };
  }

  /** The project that a PBXContainerItemProxy points into; `undefined` for this one. */
  #projectOf(proxy: PbxObject): string | undefined {
    const portal = this.#objects.get(proxy.string('containerPortal'));
    const uri = portal?.isa === 'PBXFileReference' ? this.#paths.uriOf(portal) : undefined;
    return uri === undefined ? undefined : joinUri(uri, 'project.pbxproj');
  }
}

function union(one: Platforms, other: Platforms): Platforms {
  return one === undefined || other === undefined ? undefined : [...new Set([...one, ...other])];
}

function fileName(reference: PbxObject): string | undefined {
  const name = basenameUri(reference.string('path') ?? reference.string('name') ?? '');
  return name === '' ? undefined : name;
}

/** Old projects name Apple's frameworks by absolute or relative paths into an SDK. */
function isAppleFramework(reference: PbxObject): boolean {
  return /(^|\/)(System\/Library\/|usr\/lib\/|Platforms\/)/.test(reference.string('path') ?? '');
}
