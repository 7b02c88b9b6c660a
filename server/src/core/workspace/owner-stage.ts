/** Lets the tools behind the targets say what they know, and again only when something they asked for has changed. */
import type { ProgramFile } from '../program/ir';
import type { Discovery } from '../project/discovery';
import { ownerSteps } from '../project/owners';
import type { OwnerContext, OwnerStep } from '../project/owners/types';
import { Inputs } from '../project/project-files';
import type { PlistFile, Problem, Target } from '../project/types';
import type { WorkspaceFiles } from './files';
import type { ParsedFiles } from './parsed-files';

export type ParseSwift = (text: string) => Promise<ProgramFile>;

export interface OwnedTargets {
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
}

interface Run extends OwnedTargets {
  readonly given: readonly Target[];
  readonly found: Discovery;
  readonly inputs: Inputs;
}

export class OwnerStage {
  readonly #files: WorkspaceFiles;
  readonly #plists: ParsedFiles<PlistFile>;
  readonly #parseSwift: ParseSwift;
  readonly #steps: readonly OwnerStep[];
  #last: Run | undefined;
  #isStale = true;

  constructor(
    files: WorkspaceFiles,
    plists: ParsedFiles<PlistFile>,
    parseSwift: ParseSwift,
    steps: readonly OwnerStep[] = ownerSteps,
  ) {
    this.#files = files;
    this.#plists = plists;
    this.#parseSwift = parseSwift;
    this.#steps = steps;
  }

  get isStale(): boolean {
    return this.#isStale;
  }

  reset(): void {
    this.#last = undefined;
    this.#isStale = true;
  }

  textChanged(uri: string): void {
    if (this.#last?.inputs.usesText(uri) === true) this.#isStale = true;
  }

  existenceChanged(uri: string): void {
    if (this.#last?.inputs.usesExistence(uri) === true) this.#isStale = true;
  }

  /** `targets` are those of Xcode projects. A target that comes out as before is the same object as before. */
  async run(targets: readonly Target[], found: Discovery): Promise<OwnedTargets> {
    const last = this.#last;
    const isSame = last !== undefined && last.found === found && areSame(last.given, targets);
    if (isSame && !this.#isStale) return last;
    this.#isStale = false;
    const inputs = new Inputs();
    const answer = await this.#ask(targets, this.#context(found, inputs));
    const kept = answer.targets.map((target) => known(target, last?.targets ?? []));
    this.#last = { given: targets, found, inputs, targets: kept, problems: answer.problems };
    return this.#last;
  }

  async #ask(given: readonly Target[], context: OwnerContext): Promise<OwnedTargets> {
    const problems: Problem[] = [];
    let targets = given;
    for (const step of this.#steps) {
      const answer = await step(targets, context);
      targets = answer.targets;
      problems.push(...answer.problems);
    }
    return { targets, problems };
  }

  #context(found: Discovery, inputs: Inputs): OwnerContext {
    const files = inputs.track(this.#files);
    return {
      roots: this.#files.roots,
      found,
      files,
      plist: async (uri) => {
        await files.text(uri);
        return this.#plists.load(uri);
      },
      parseSwift: this.#parseSwift,
    };
  }
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((element, index) => element === other[index]);
}

/** The target of before, when nothing of it differs. */
function known(target: Target, before: readonly Target[]): Target {
  const old = before.find(({ id }) => id === target.id);
  return old !== undefined && isSameTarget(old, target) ? old : target;
}

/** Configurations hold functions: they are compared as objects. */
function isSameTarget(one: Target, other: Target): boolean {
  if (one === other) return true;
  const { configurations: a, ...rest } = one;
  const { configurations: b, ...others } = other;
  return areSame(a, b) && JSON.stringify(rest) === JSON.stringify(others);
}
