/** The lowered members of one version of a document: those that an edit left alone are not lowered again, only moved. */
import type { FunctionDecl, VariableDecl } from './ir';
import { movedMembers } from './moved';

export type LoweredMember = FunctionDecl | readonly FunctionDecl[] | readonly VariableDecl[];

/** Everything that decides about the lowered form. */
export interface MemberKey {
  /** Type of its node, and as what it is lowered where one node may be lowered as several things. */
  readonly role: string;
  /** What the text around it adds: compilation conditions, names of types. */
  readonly around: string;
  /** Its own text, as written. */
  readonly text: string;
  /** The same text, as the grammar was given it. */
  readonly normalised: string;
}

interface Entry extends MemberKey {
  readonly originStart: number;
  readonly origin: LoweredMember;
  readonly start: number;
  readonly lowered: LoweredMember;
}

/** Members that parsed without an error: the same text is then parsed the same way wherever a member may stand. */
export class MemberVersions {
  readonly #previous: ReadonlyMap<string, Entry>;
  readonly #entries = new Map<string, Entry>();

  /** `previous` are those of the version before. */
  constructor(previous: MemberVersions | undefined) {
    this.#previous = previous === undefined ? new Map() : previous.#entries;
  }

  /** Whether there was a member with this text, as written and as the grammar was given it. */
  has(text: string, normalised: string): boolean {
    return this.#previous.get(text)?.normalised === normalised;
  }

  /** The member with this key: the one of the last version, or what `lower` makes. */
  of<T extends LoweredMember>(key: MemberKey, start: number, lower: () => T | undefined): T | undefined {
    const known = this.#previous.get(key.text);
    if (known === undefined || !isSame(known, key)) {
      const lowered = lower();
      if (lowered !== undefined) {
        this.#entries.set(key.text, { ...key, originStart: start, origin: lowered, start, lowered });
      }
      return lowered;
    }
    if (known.start === start) {
      this.#entries.set(key.text, known);
      return known.lowered as T;
    }
    const lowered = movedMembers(known.origin, start - known.originStart);
    this.#entries.set(key.text, { ...known, start, lowered });
    return lowered as T;
  }
}

function isSame(a: MemberKey, b: MemberKey): boolean {
  return a.role === b.role && a.around === b.around && a.text === b.text && a.normalised === b.normalised;
}
