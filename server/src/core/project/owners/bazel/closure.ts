/** The sources of a bundle: those of all libraries that its dependencies lead to. */
import { bazelDependencies, bazelLibraries } from '../../../catalog/bazel-rules';
import { argument } from '../../../syntax/starlark';
import { isSource } from '../../source-kinds';
import { type BazelPackage, type BazelRule, type BuildFiles, fileOf } from './build-files';

export interface SourceClosure {
  readonly sources: readonly string[];
  /** Why there may be more, in words for people. */
  readonly gaps: readonly string[];
}

const maxLibraries = 5_000;
const computed = 'Some sources or dependencies are computed by the build';

export async function sourcesOf(
  bundle: BazelRule,
  builds: BuildFiles,
  exists: (uri: string) => boolean,
): Promise<SourceClosure> {
  const closure = new Closure(builds, exists);
  await closure.follow(bundle);
  return { sources: [...closure.sources].sort(), gaps: [...closure.gaps] };
}

class Closure {
  readonly sources = new Set<string>();
  readonly gaps = new Set<string>();
  readonly #builds: BuildFiles;
  readonly #exists: (uri: string) => boolean;

  constructor(builds: BuildFiles, exists: (uri: string) => boolean) {
    this.#builds = builds;
    this.#exists = exists;
  }

  async follow(bundle: BazelRule): Promise<void> {
    const seen = new Set([keyOf(bundle)]);
    const open = await this.#dependencies(bundle);
    for (let library = open.pop(); library !== undefined; library = open.pop()) {
      if (seen.has(keyOf(library))) continue;
      seen.add(keyOf(library));
      if (seen.size > maxLibraries) {
        this.gaps.add(computed);
        return;
      }
      this.#addSources(library);
      open.push(...(await this.#dependencies(library)));
    }
  }

  async #dependencies({ call, package: from }: BazelRule): Promise<BazelRule[]> {
    const attributes = call.name === 'alias' ? ['actual'] : bazelDependencies;
    const found: BazelRule[] = [];
    for (const attribute of attributes) {
      for (const label of this.#list(call, attribute, from)) {
        const rule = await this.#builds.rule(label, from);
        if (rule !== undefined && this.#isLibrary(rule)) {
          found.push(rule);
        } else this.gaps.add(`Links ${label}, which is built elsewhere`);
      }
    }
    return found;
  }

  #isLibrary({ call, package: from }: BazelRule): boolean {
    if (call.name !== 'alias' && !Object.hasOwn(bazelLibraries, call.name)) return false;
    return this.#builds.isRule(call, from);
  }

  #addSources({ call, package: from }: BazelRule): void {
    for (const attribute of bazelLibraries[call.name] ?? []) {
      for (const label of this.#list(call, attribute, from)) {
        const uri = fileOf(label, from);
        if (uri !== undefined && isSource(uri) && this.#exists(uri)) this.sources.add(uri);
        else if (uri === undefined || isSource(uri) || !/\.\w+$/.test(uri)) this.gaps.add(computed);
      }
    }
  }

  #list(call: BazelRule['call'], attribute: string, from: BazelPackage): readonly string[] {
    const { items, isComplete } = this.#builds.list(argument(call, attribute), from);
    if (!isComplete) this.gaps.add(computed);
    return items;
  }
}

function keyOf(rule: BazelRule): string {
  return `${rule.package.folder}:${rule.name}`;
}
