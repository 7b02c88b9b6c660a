/** What is known about the members of an open document from its last version, so that only changed ones are read again. */
import { errorsIn } from './errors-in';
import type { FunctionDecl, ProgramFile, VariableDecl } from './ir';
import { originOf } from './moved';
import { sameData } from './same-data';
import { sameDeclarations } from './same-declarations';

type Member = FunctionDecl | VariableDecl;

/** How summaries of one kind are kept. */
export interface SummaryKind<Summary> {
  /** The summary of a member that stands `delta` further. */
  moved(summary: Summary, delta: number): Summary;
  /** Whether it matters that there are syntax errors anywhere. Missing: those inside of the member alone do. */
  heedsErrors?(summary: Summary): boolean;
}

interface Remembered<Summary> {
  /** In its last version, and where it began there. */
  member: Member;
  start: number;
  summary: Summary;
  readonly type: string | undefined;
  /** Where the member began when it was read. */
  readonly origin: { readonly start: number; readonly summary: Summary };
  readonly errors: string;
  readonly isBroken: boolean;
}

/**
 * For what follows from the lowered form of a member, from what the file declares, and from where the parser lost its
 * way inside of the member.
 */
export class MemberMemory<Summary> {
  readonly #kind: SummaryKind<Summary>;
  #program: ProgramFile | undefined;
  #text = '';
  #known = new MemberTable<Summary>('');
  #next = new MemberTable<Summary>('');

  constructor(kind: SummaryKind<Summary>) {
    this.#kind = kind;
  }

  /**
   * Begins a version of the document; what is not asked about until the next one is forgotten. `isSame`: whether it
   * declares what the last one declared.
   */
  begin(program: ProgramFile, text: string, isSame = this.declaresSame(program)): void {
    this.#known = isSame ? this.#next : new MemberTable('');
    this.#next = new MemberTable(text);
    this.#program = program;
    this.#text = text;
  }

  /** Whether a version declares what the last one declared. */
  declaresSame(program: ProgramFile): boolean {
    return this.#program !== undefined && sameDeclarations(this.#program, program);
  }

  /** The summary of a member of `type`, made by `summarise` if it is not known; `undefined` is not kept. */
  of<Made extends Summary | undefined>(
    member: Member,
    type: string | undefined,
    summarise: () => Made,
  ): Made | Summary {
    const errors = errorsIn(member.range, this.#program?.errors ?? []);
    const isBroken = (this.#program?.errors.length ?? 0) > 0;
    const known = this.#known.find(member, type, this.#text);
    const heeds = (summary: Summary): boolean => this.#kind.heedsErrors?.(summary) === true;
    if (known?.errors === errors && (known.isBroken === isBroken || !heeds(known.summary))) {
      this.#next.add(this.#movedTo(known, member));
      return known.summary;
    }
    const summary = summarise();
    if (summary !== undefined) this.#next.add(readNow({ member, type, errors, isBroken }, summary));
    return summary;
  }

  /** Moves an entry, so that each keystroke leaves little garbage. The summary of what has not moved stays the same object. */
  #movedTo(known: Remembered<Summary>, member: Member): Remembered<Summary> {
    const { start } = member.range;
    if (start !== known.start)
      known.summary = this.#kind.moved(known.origin.summary, start - known.origin.start);
    known.member = member;
    known.start = start;
    return known;
  }
}

/** By the origin of the members; those that were lowered again by their source. */
class MemberTable<Summary> {
  readonly #text: string;
  readonly #byOrigin = new Map<Member, Remembered<Summary>>();
  /** Members of several types may have one origin: those of all types but the first. */
  readonly #ofOtherTypes = new Map<Member, Map<string | undefined, Remembered<Summary>>>();
  #byLength: Map<number, Remembered<Summary>[]> | undefined;

  /** `text`: of the version that the members are in. */
  constructor(text: string) {
    this.#text = text;
  }

  add(entry: Remembered<Summary>): void {
    const origin = originOf(entry.member);
    const first = this.#byOrigin.get(origin);
    if (first === undefined || first.type === entry.type) {
      this.#byOrigin.set(origin, entry);
      return;
    }
    const others = this.#ofOtherTypes.get(origin);
    if (others === undefined) this.#ofOtherTypes.set(origin, new Map([[entry.type, entry]]));
    else others.set(entry.type, entry);
  }

  /** `text`: of the version of `member`. */
  find(member: Member, type: string | undefined, text: string): Remembered<Summary> | undefined {
    const origin = originOf(member);
    const first = this.#byOrigin.get(origin);
    const known = first?.type === type ? first : this.#ofOtherTypes.get(origin)?.get(type);
    if (known !== undefined || this.#byOrigin.size === 0) return known;
    const { start, end } = member.range;
    const source = text.slice(start, end);
    return this.#ofLength(source.length).find(
      (each) =>
        each.type === type &&
        this.#text.startsWith(source, each.start) &&
        sameData(each.member, member, { moved: start - each.start }),
    );
  }

  #ofLength(length: number): readonly Remembered<Summary>[] {
    if (this.#byLength === undefined) {
      this.#byLength = new Map();
      for (const entry of this.#byOrigin.values()) addTo(this.#byLength, entry);
      for (const others of this.#ofOtherTypes.values())
        for (const entry of others.values()) addTo(this.#byLength, entry);
    }
    return this.#byLength.get(length) ?? [];
  }
}

function addTo<Summary>(byLength: Map<number, Remembered<Summary>[]>, entry: Remembered<Summary>): void {
  const { start, end } = entry.member.range;
  const known = byLength.get(end - start);
  if (known === undefined) byLength.set(end - start, [entry]);
  else known.push(entry);
}

function readNow<Summary>(
  what: Pick<Remembered<Summary>, 'member' | 'type' | 'errors' | 'isBroken'>,
  summary: Summary,
): Remembered<Summary> {
  const { start } = what.member.range;
  return { ...what, origin: { start, summary }, start, summary };
}
