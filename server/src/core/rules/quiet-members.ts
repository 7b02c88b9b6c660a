/** Members of an open document about which rules had nothing to say, so that they need not look again. */
import type { CodeIndex } from '../program/code-index';
import { errorsIn } from '../program/errors-in';
import type { FunctionDecl, ProgramFile } from '../program/ir';
import type { Member } from '../program/members';
import { originOf } from '../program/moved';
import { sameDeclarations } from '../program/same-declarations';
import { type IndexReads, indexChange, isAffected, TrackedIndex } from '../program/tracked-index';
import type { Target } from '../project/types';
import type { ProgramUnit } from './context';

interface Version {
  readonly unit: ProgramUnit;
  readonly index: CodeIndex;
  readonly targets: readonly Target[];
}

interface Quiet {
  /** Where the parser lost its way inside of it. */
  readonly errors: string;
  readonly reads: IndexReads;
}

/** By the origin of the function, and by what was looked for in which type. */
type Table = Map<FunctionDecl, Map<string, Quiet>>;

/**
 * That there is nothing to say about a function holds for as long as all of this is the same: the function itself,
 * syntax errors in it, everything its file declares, the targets, and what the code index answered when it was asked.
 * What depends on more, such as the bodies of other functions, must not be looked for through `find`.
 */
export class QuietMembers {
  #version: Version | undefined;
  #program: ProgramFile | undefined;
  #index: TrackedIndex | undefined;
  #change: IndexReads | undefined;
  #known: Table = new Map();
  #next: Table = new Map();

  /** Begins a run over a version of the document, and answers the index that has to be asked in it. */
  begin({ unit, index, targets }: Version): CodeIndex {
    const before = this.#version;
    this.#change = before && sameAround(before, { unit, index, targets });
    this.#known = this.#change === undefined ? new Map() : this.#next;
    this.#next = new Map();
    this.#version = { unit, index, targets };
    this.#program = unit.program;
    this.#index = new TrackedIndex(index);
    return this.#index;
  }

  /** What `look` finds in a member; it is not asked again where it found nothing and nothing can have come since. */
  find<T>(what: string, member: Member, look: () => readonly T[]): readonly T[] {
    if (member.kind !== 'function' || this.#index === undefined) return look();
    const errors = errorsIn(member.range, this.#program?.errors ?? []);
    const key = `${what} ${member.type?.name ?? ''}`;
    const known = this.#known.get(originOf(member.node))?.get(key);
    if (known !== undefined && known.errors === errors && !this.#isAffected(known)) {
      this.#note(key, member.node, known);
      return [];
    }
    const { result, reads } = this.#index.reading(look);
    if (result.length === 0) this.#note(key, member.node, { errors, reads });
    return result;
  }

  #isAffected({ reads }: Quiet): boolean {
    return this.#change === undefined || isAffected(reads, this.#change);
  }

  #note(key: string, fn: FunctionDecl, quiet: Quiet): void {
    const origin = originOf(fn);
    const known = this.#next.get(origin);
    if (known === undefined) this.#next.set(origin, new Map([[key, quiet]]));
    else known.set(key, quiet);
  }
}

/** What the index answers in another way; `undefined` when everything has to be looked at again. */
function sameAround(before: Version, now: Version): IndexReads | undefined {
  const isSame =
    before.unit.uri === now.unit.uri &&
    before.targets.length === now.targets.length &&
    before.targets.every((target, i) => target === now.targets[i]) &&
    sameDeclarations(before.unit.program, now.unit.program);
  return isSame ? indexChange(before.index, now.index, now.unit.uri) : undefined;
}
