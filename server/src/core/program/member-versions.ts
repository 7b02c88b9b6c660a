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

interface Entry {
  key: MemberKey;
  readonly originStart: number;
  readonly origin: LoweredMember;
  /** Where it stood last, and how it was lowered there. */
  start: number;
  lowered: LoweredMember;
}

/** To hash whole texts takes longer than to compare those that begin, end and measure the same. In UTF-16 code units. */
const HASHED_LENGTH = 80;

/** Members that were parsed without an error in or beside them: the same text is then parsed the same way wherever it stands. */
export class MemberVersions {
  readonly #previous: ReadonlyMap<string, Entry>;
  readonly #entries = new Map<string, Entry>();

  /** `previous` are those of the version before. */
  constructor(previous: MemberVersions | undefined) {
    this.#previous = previous === undefined ? new Map() : previous.#entries;
  }

  /** Whether there was a member with this text, as written and as the grammar was given it. */
  has(text: string, normalised: string): boolean {
    const known = this.#previous.get(shortened(text));
    return known?.key.text === text && known.key.normalised === normalised;
  }

  /** The member with this key: the one of the last version, or what `lower` makes. */
  of<T extends LoweredMember>(key: MemberKey, start: number, lower: () => T | undefined): T | undefined {
    const short = shortened(key.text);
    const known = this.#previous.get(short);
    if (known === undefined || !isSame(known.key, key)) {
      const lowered = lower();
      if (lowered !== undefined) {
        this.#entries.set(short, { key, originStart: start, origin: lowered, start, lowered });
      }
      return lowered;
    }
    // Parts of an old text would keep the whole of it in memory.
    known.key = key;
    if (known.start !== start) {
      known.lowered = movedMembers(known.origin, start - known.originStart);
      known.start = start;
    }
    this.#entries.set(short, known);
    // The role is part of the key, and decides what a member is lowered to.
    return known.lowered as T;
  }
}

function shortened(text: string): string {
  if (text.length <= 2 * HASHED_LENGTH) return text;
  return `${text.length} ${text.slice(0, HASHED_LENGTH)}${text.slice(-HASHED_LENGTH)}`;
}

function isSame(a: MemberKey, b: MemberKey): boolean {
  return a.role === b.role && a.around === b.around && a.text === b.text && a.normalised === b.normalised;
}
