/** Which target a dependency means. */
import type { Platform, Target, TargetDependency } from '../types';
import { isLinkable } from './linkable';
import type { XcodeWorkspace } from './xcode-workspace';

type CodeDependency = Exclude<TargetDependency, { kind: 'package' }>;

export class LinkableTargets {
  readonly #byId: ReadonlyMap<string, Target>;
  readonly #targets: readonly Target[];
  readonly #workspaces: readonly XcodeWorkspace[];

  constructor(targets: readonly Target[], workspaces: readonly XcodeWorkspace[]) {
    this.#byId = new Map(targets.map((target) => [target.id, target]));
    this.#targets = targets.filter(({ product }) => isLinkable(product));
    this.#workspaces = workspaces;
  }

  /** `not-linked`: an app, an extension and the like. `undefined`: not known, or several are possible. */
  find(
    dependency: CodeDependency,
    from: Target,
    platforms: readonly Platform[] | undefined,
  ): Target | 'not-linked' | undefined {
    if (dependency.kind === 'target') {
      const target = this.#byId.get(dependency.id);
      return target === undefined || isLinkable(target.product) ? target : 'not-linked';
    }
    const { name, builtBy } = dependency;
    if (builtBy === undefined) return this.#implicit(name, from, platforms);
    const inProject = this.#targets.filter(({ projectUri }) => projectUri === builtBy.projectUri);
    const exact = inProject.find(({ productFile }) => productFile?.id === builtBy.productId);
    return exact ?? only(named(inProject, name, platforms));
  }

  /** Xcode finds products by their name: in the project itself, then in those of the workspaces around it. */
  #implicit(name: string, from: Target, platforms: readonly Platform[] | undefined): Target | undefined {
    const isBeside = ({ projectUri }: Target) =>
      projectUri !== undefined &&
      this.#workspaces.some(
        ({ projects }) => from.projectUri && projects.has(from.projectUri) && projects.has(projectUri),
      );
    const here = this.#targets.filter((target) => target !== from && target.projectUri === from.projectUri);
    const near = named(here, name, platforms);
    return only(near.length > 0 ? near : named(this.#targets.filter(isBeside), name, platforms));
  }
}

/** Targets that build a file of that name for one of the platforms. */
function named(
  targets: readonly Target[],
  name: string,
  platforms: readonly Platform[] | undefined,
): readonly Target[] {
  return targets.filter(
    (target) =>
      target.productFile?.name === name &&
      (platforms === undefined ||
        target.platforms === undefined ||
        target.platforms.some((platform) => platforms.includes(platform))),
  );
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
