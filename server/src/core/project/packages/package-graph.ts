/** Swift packages inside of the workspace: what a product of one is made of, over any number of packages. */
import type { ProgramFile } from '../../program/ir';
import { dirnameUri, isInside, joinUri } from '../../uri';
import { isBuiltFor } from '../platforms';
import type { ProjectFiles } from '../project-files';
import type { Platform } from '../types';
import { packageIdentity, readManifest } from './manifest';
import type { PackageManifest, PackageTarget, PackageTargetDependency } from './manifest-types';
import { manifestUri, packageSources } from './package-files';

export interface LocalPackage {
  readonly folder: string;
  readonly manifest: PackageManifest;
  /** The manifest that was read. */
  readonly uri: string;
}

/** Grows while code is collected. */
export interface CollectedCode {
  readonly sources: Set<string>;
  readonly gaps: Set<string>;
  /** Package targets that were collected. */
  readonly seen: Set<string>;
}

type Platforms = readonly Platform[] | undefined;

export class PackageGraph {
  readonly #files: ProjectFiles;
  readonly #parse: (text: string) => Promise<ProgramFile>;
  /** Folders of all packages that were found. */
  readonly #folders: readonly string[];
  readonly #loaded = new Map<string, Promise<LocalPackage | undefined>>();
  readonly #sources = new Map<PackageTarget, Promise<readonly string[] | undefined>>();

  constructor(
    folders: readonly string[],
    files: ProjectFiles,
    parse: (text: string) => Promise<ProgramFile>,
  ) {
    this.#folders = folders;
    this.#files = files;
    this.#parse = parse;
  }

  /** The package in a folder; `undefined` when there is none, or it lies outside of the workspace. */
  load(folder: string): Promise<LocalPackage | undefined> {
    let loaded = this.#loaded.get(folder);
    if (loaded === undefined) {
      loaded = this.#read(folder);
      this.#loaded.set(folder, loaded);
    }
    return loaded;
  }

  async #read(folder: string): Promise<LocalPackage | undefined> {
    if (!this.#files.isReadable(folder)) return undefined;
    const uri = await manifestUri(folder, this.#files);
    const text = await this.#files.text(uri);
    const manifest = text === undefined ? undefined : readManifest(await this.#parse(text));
    return manifest && { folder, manifest, uri };
  }

  /** The only one of the packages that has a product. */
  async having(name: string, folders: readonly string[]): Promise<LocalPackage | undefined> {
    const found = await this.#allHaving(name, folders);
    return found.length === 1 ? found[0] : undefined;
  }

  async #allHaving(name: string, folders: readonly string[]): Promise<readonly LocalPackage[]> {
    const known = folders.filter((folder) => this.#folders.includes(folder));
    const loaded = await Promise.all(known.map((folder) => this.load(folder)));
    return loaded
      .filter((one) => one !== undefined)
      .filter(({ manifest }) => manifest.products.some((product) => product.name === name));
  }

  /**
   * The package that has a product, for a reference that does not say where it lies: the only one below the folder, or
   * else around it.
   */
  async withProduct(name: string, near: string): Promise<LocalPackage | undefined> {
    for (let folder = near; this.#files.isReadable(folder); folder = dirnameUri(folder)) {
      const inside = this.#folders.filter((other) => isInside(folder, other));
      const found = await this.#allHaving(name, inside);
      if (found.length > 0) return found.length === 1 ? found[0] : undefined;
      if (folder === dirnameUri(folder)) break;
    }
    return undefined;
  }

  /** Adds the code of a product. False when the package does not say what it is made of. */
  async collectProduct(
    pack: LocalPackage,
    name: string,
    platforms: Platforms,
    into: CollectedCode,
  ): Promise<boolean> {
    const product = pack.manifest.products.find((other) => other.name === name);
    if (product === undefined) return false;
    this.#noteGaps(pack, product.isComplete, into);
    for (const target of product.targets) await this.#collectNamed(pack, target, platforms, into);
    return true;
  }

  async #collectNamed(
    pack: LocalPackage,
    name: string,
    platforms: Platforms,
    into: CollectedCode,
  ): Promise<void> {
    const target = pack.manifest.targets.find((other) => other.name === name);
    if (target !== undefined) await this.collectTarget(pack, target, platforms, into);
    else into.gaps.add(`The package target ${name} cannot be found`);
  }

  /** Adds the code of a target and of what it depends on. */
  async collectTarget(
    pack: LocalPackage,
    target: PackageTarget,
    platforms: Platforms,
    into: CollectedCode,
  ): Promise<void> {
    const key = `${pack.folder} ${target.name}`;
    if (into.seen.has(key)) return;
    into.seen.add(key);
    if (target.kind === 'binary') into.gaps.add(`Links ${target.name}, which is built elsewhere`);
    if (target.kind !== 'regular') return;
    this.#noteGaps(pack, target.isComplete, into);
    const sources = await this.sourcesOf(pack, target);
    if (sources === undefined) into.gaps.add(`The sources of the package target ${target.name} are missing`);
    for (const uri of sources ?? []) into.sources.add(uri);
    for (const dependency of target.dependencies) {
      if (isBuiltFor(dependency.platforms, platforms)) await this.#follow(pack, dependency, platforms, into);
    }
  }

  /** Sources of a target alone; `undefined` when its folder is missing. */
  sourcesOf(pack: LocalPackage, target: PackageTarget): Promise<readonly string[] | undefined> {
    let sources = this.#sources.get(target);
    if (sources === undefined) {
      sources = packageSources(pack.folder, pack.manifest, target, this.#files);
      this.#sources.set(target, sources);
    }
    return sources;
  }

  async #follow(
    pack: LocalPackage,
    dependency: PackageTargetDependency,
    platforms: Platforms,
    into: CollectedCode,
  ): Promise<void> {
    const { kind, name } = dependency;
    const target =
      kind === 'product' ? undefined : pack.manifest.targets.find((other) => other.name === name);
    if (target !== undefined) return this.collectTarget(pack, target, platforms, into);
    if (kind === 'target') {
      into.gaps.add(`The package target ${name} cannot be found`);
      return;
    }
    const other = await this.#packageOf(pack, dependency);
    const isFound = other !== undefined && (await this.collectProduct(other, name, platforms, into));
    if (!isFound) into.gaps.add(`Links the package product ${name}`);
  }

  /** The local package of a product; `undefined` for one that is fetched from elsewhere. */
  async #packageOf(
    pack: LocalPackage,
    { name, package: wanted }: PackageTargetDependency,
  ): Promise<LocalPackage | undefined> {
    const isWanted = (one: LocalPackage, identity: string, alias: string | undefined) =>
      wanted === undefined
        ? one.manifest.products.some((product) => product.name === name)
        : [identity, alias?.toLowerCase(), one.manifest.name?.toLowerCase()].includes(wanted.toLowerCase());
    for (const reference of pack.manifest.dependencies) {
      if (reference.path === undefined) continue;
      const one = await this.load(joinUri(pack.folder, reference.path));
      if (one !== undefined && isWanted(one, packageIdentity(one.folder), reference.name)) return one;
    }
    return undefined;
  }

  #noteGaps({ manifest, folder }: LocalPackage, isComplete: boolean, into: CollectedCode): void {
    if (isComplete && manifest.isComplete) return;
    into.gaps.add(`Parts of the package ${manifest.name ?? packageIdentity(folder)} cannot be read`);
  }
}
