/** The lowered members of one version of a document: those that an edit left alone are not lowered again, only moved. */
import type { FunctionDecl, VariableDecl } from './ir';
import { movedMembers } from './moved';

export type LoweredMember = FunctionDecl | readonly FunctionDecl[] | readonly VariableDecl[];

/** Everything that decides about the lowered form besides the tree. */
export interface MemberKey {
  /** As what it is lowered, where one node may be lowered as several things. */
  readonly role: string;
  /** What the text around it adds: compilation conditions, names of types. */
  readonly around: string;
  /** Its own text, as written. */
  readonly text: string;
}

interface Entry extends MemberKey {
  readonly originStart: number;
  readonly origin: LoweredMember;
  readonly start: number;
  readonly lowered: LoweredMember;
}

/** By the identity of the members' tree nodes. An incremental parse keeps the nodes of what it reuses. */
export class MemberVersions {
  readonly #previous: ReadonlyMap<number, Entry>;
  readonly #entries = new Map<number, Entry>();

  /** `previous` are those of the version whose tree was edited into this one's. */
  constructor(previous: MemberVersions | undefined) {
    this.#previous = previous === undefined ? new Map() : previous.#entries;
  }

  has(id: number): boolean {
    return this.#previous.has(id);
  }

  /** The member with this node and key: the one of the last version, or what `lower` makes. */
  of<T extends LoweredMember>(
    id: number,
    start: number,
    key: MemberKey,
    lower: () => T | undefined,
  ): T | undefined {
    const known = this.#previous.get(id);
    if (known === undefined || !isSame(known, key)) {
      const lowered = lower();
      if (lowered !== undefined) {
        this.#entries.set(id, { ...key, originStart: start, origin: lowered, start, lowered });
      }
      return lowered;
    }
    if (known.start === start) {
      this.#entries.set(id, known);
      return known.lowered as T;
    }
    const lowered = movedMembers(known.origin, start - known.originStart);
    this.#entries.set(id, { ...known, start, lowered });
    return lowered as T;
  }
}

function isSame(a: MemberKey, b: MemberKey): boolean {
  return a.role === b.role && a.around === b.around && a.text === b.text;
}
