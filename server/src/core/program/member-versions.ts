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

/** Only the first and the last of a text are hashed: that is quicker than to hash all of it. In UTF-16 code units. */
const HASHED_LENGTH = 80;

/** Members that were parsed without an error in or beside them: the same text is then parsed the same way wherever it stands. */
export class MemberVersions {
  readonly #previous: ReadonlyMap<number, Entry>;
  readonly #entries = new Map<number, Entry>();

  /** `previous` are those of the version before. */
  constructor(previous: MemberVersions | undefined) {
    this.#previous = previous === undefined ? new Map() : previous.#entries;
  }

  /** Whether there was a member with this text, as written and as the grammar was given it. */
  has(text: string, normalised: string): boolean {
    const known = this.#previous.get(hashOf(text));
    return known?.key.text === text && known.key.normalised === normalised;
  }

  /** The member with this key: the one of the last version, or what `lower` makes. */
  of<T extends LoweredMember>(key: MemberKey, start: number, lower: () => T | undefined): T | undefined {
    const hash = hashOf(key.text);
    const known = this.#previous.get(hash);
    if (known === undefined || !isSame(known.key, key)) {
      const lowered = lower();
      if (lowered !== undefined) {
        this.#entries.set(hash, { key, originStart: start, origin: lowered, start, lowered });
      }
      return lowered;
    }
    // Parts of an old text would keep the whole of it in memory.
    known.key = key;
    if (known.start !== start) {
      known.lowered = movedMembers(known.origin, start - known.originStart);
      known.start = start;
    }
    this.#entries.set(hash, known);
    // The role is part of the key, and decides what a member is lowered to.
    return known.lowered as T;
  }
}

/** Members that share it are told apart by their keys, and only one of them is remembered. A number leaves no garbage. */
function hashOf(text: string): number {
  const { length } = text;
  let hash = length;
  const firstEnd = Math.min(length, HASHED_LENGTH);
  for (let i = 0; i < firstEnd; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const lastStart = Math.max(firstEnd, length - HASHED_LENGTH);
  for (let i = lastStart; i < length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  // Small enough not to need an object of its own.
  return hash >>> 2;
}

function isSame(a: MemberKey, b: MemberKey): boolean {
  return a.role === b.role && a.around === b.around && a.text === b.text && a.normalised === b.normalised;
}
