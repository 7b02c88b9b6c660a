/** Everything that ends up in one product, over any number of links. */
import { dirnameUri } from '../../uri';
import type { CollectedCode, LocalPackage, PackageGraph } from '../packages/package-graph';
import { isBuiltFor } from '../platforms';
import type { Target, TargetDependency } from '../types';
import { linkGap } from './linkable';
import type { LinkableTargets } from './linkable-targets';

export interface LinkSources {
  readonly targets: LinkableTargets;
  readonly packages: PackageGraph;
}

/** Sources that `root` links, its own possibly among them, and why there may be more. */
export async function collectLinks(
  root: Target,
  sources: LinkSources,
): Promise<Pick<CollectedCode, 'sources' | 'gaps'>> {
  const closure = new LinkClosure(root, sources);
  await closure.follow(root);
  return closure.code;
}

class LinkClosure {
  readonly code: CollectedCode = { sources: new Set(), gaps: new Set(), seen: new Set() };
  readonly #root: Target;
  readonly #sources: LinkSources;
  readonly #seen = new Set<Target>();

  constructor(root: Target, sources: LinkSources) {
    this.#root = root;
    this.#sources = sources;
    this.#seen.add(root);
  }

  async follow(target: Target): Promise<void> {
    for (const dependency of target.dependencies) {
      if (!isBuiltFor(dependency.platforms, this.#root.platforms)) continue;
      if (!(await this.#link(dependency, target))) this.code.gaps.add(linkGap(dependency));
    }
  }

  /** False when the code of the dependency cannot be seen. */
  async #link(dependency: TargetDependency, from: Target): Promise<boolean> {
    if (dependency.kind === 'package') {
      const pack = await this.#packageOf(dependency, from);
      const { packages } = this.#sources;
      return (
        pack !== undefined &&
        (await packages.collectProduct(pack, dependency.name, this.#root.platforms, this.code))
      );
    }
    const linked = this.#sources.targets.find(dependency, from, this.#root.platforms);
    if (linked === undefined) return false;
    if (linked !== 'not-linked' && !this.#seen.has(linked)) {
      this.#seen.add(linked);
      this.#add(linked);
      await this.follow(linked);
    }
    return true;
  }

  async #packageOf(
    { name, origin }: Extract<TargetDependency, { kind: 'package' }>,
    from: Target,
  ): Promise<LocalPackage | undefined> {
    const { packages } = this.#sources;
    if (origin?.kind === 'remote') return undefined;
    if (origin?.kind === 'local') return packages.load(origin.folder);
    const listed = origin && (await packages.having(name, origin.folders));
    if (listed !== undefined) return listed;
    const beside = from.projectUri === undefined ? from.id : dirnameUri(from.projectUri);
    return packages.withProduct(name, dirnameUri(beside));
  }

  /** Its sources, and the gaps that are not those of its links. */
  #add(linked: Target): void {
    for (const uri of linked.sources) this.code.sources.add(uri);
    const links = new Set(linked.dependencies.map(linkGap));
    for (const gap of linked.gaps) {
      if (!links.has(gap) && !this.#root.gaps.includes(gap)) this.code.gaps.add(`${linked.name}: ${gap}`);
    }
  }
}
