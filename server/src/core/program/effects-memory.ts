/** What is known about the members of an open document from its last version, so that only changed ones are read again. */
import type { TextRange } from '../text';
import type { ArgEffects, Effect, FunctionEffects, PropertyInfo, TokenRef } from './effect-types';
import { errorsIn } from './errors-in';
import type { FunctionDecl, ProgramFile, VariableDecl } from './ir';
import { originOf } from './moved';
import { sameData } from './same-data';
import { sameDeclarations } from './same-declarations';
import type { HandedOut } from './token-uses';

export interface MemberSummary {
  /** A function's own; those of the accessors and of the initial value of a property. */
  readonly functions: readonly FunctionEffects[];
  readonly handedOut: readonly HandedOut[];
  /** Properties only. */
  readonly info?: PropertyInfo;
}

type Member = FunctionDecl | VariableDecl;

interface Remembered {
  /** In its last version, and where it began there. */
  member: Member;
  start: number;
  summary: MemberSummary;
  readonly type: string | undefined;
  /** Where the member began when it was read. */
  readonly origin: { readonly start: number; readonly summary: MemberSummary };
  readonly errors: string;
  readonly isBroken: boolean;
}

/**
 * What a member does follows from its own lowered form, from what the file declares, and from where the parser lost its
 * way: inside of the member, and (for values that a function leaves alone) anywhere.
 */
export class EffectsMemory {
  #program: ProgramFile | undefined;
  #text = '';
  #known = new MemberTable('');
  #next = new MemberTable('');

  /** Begins a version of the document; what is not asked about until the next one is forgotten. */
  begin(program: ProgramFile, text: string): void {
    const isSame = this.#program !== undefined && sameDeclarations(this.#program, program);
    this.#known = isSame ? this.#next : new MemberTable('');
    this.#next = new MemberTable(text);
    this.#program = program;
    this.#text = text;
  }

  /** The summary of a member of `type`, made by `summarise` if it is not known. */
  of(member: Member, type: string | undefined, summarise: () => MemberSummary): MemberSummary {
    const errors = errorsIn(member.range, this.#program?.errors ?? []);
    const isBroken = (this.#program?.errors.length ?? 0) > 0;
    const known = this.#known.find(member, type, this.#text);
    const isKnown = known?.errors === errors && (known.isBroken === isBroken || !mayBeLeftAlone(known));
    const entry = isKnown ? movedTo(known, member) : readNow({ member, type, errors, isBroken }, summarise());
    this.#next.add(entry);
    return entry.summary;
  }
}

/** By the origin of the members; those that were lowered again by their source. */
class MemberTable {
  readonly #text: string;
  readonly #byOrigin = new Map<Member, Remembered>();
  /** Members of several types may have one origin: those of all types but the first. */
  readonly #ofOtherTypes = new Map<Member, Map<string | undefined, Remembered>>();
  #byLength: Map<number, Remembered[]> | undefined;

  /** `text`: of the version that the members are in. */
  constructor(text: string) {
    this.#text = text;
  }

  add(entry: Remembered): void {
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
  find(member: Member, type: string | undefined, text: string): Remembered | undefined {
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

  #ofLength(length: number): readonly Remembered[] {
    if (this.#byLength === undefined) {
      this.#byLength = new Map();
      for (const entry of this.#byOrigin.values()) addTo(this.#byLength, entry);
      for (const others of this.#ofOtherTypes.values())
        for (const entry of others.values()) addTo(this.#byLength, entry);
    }
    return this.#byLength.get(length) ?? [];
  }
}

function addTo(byLength: Map<number, Remembered[]>, entry: Remembered): void {
  const { start, end } = entry.member.range;
  const known = byLength.get(end - start);
  if (known === undefined) byLength.set(end - start, [entry]);
  else known.push(entry);
}

/** Whether a function never completes some value, so that an error anywhere makes a difference. */
function mayBeLeftAlone({ summary }: Remembered): boolean {
  return summary.functions.some(({ duties }) => duties?.some(({ ends }) => !ends.includes('done')) ?? false);
}

function readNow(
  what: Pick<Remembered, 'member' | 'type' | 'errors' | 'isBroken'>,
  summary: MemberSummary,
): Remembered {
  const { start } = what.member.range;
  return { ...what, origin: { start, summary }, start, summary };
}

/** Moves an entry, so that each keystroke leaves little garbage. The summary of what has not moved stays the same object. */
function movedTo(known: Remembered, member: Member): Remembered {
  const { start } = member.range;
  if (start !== known.start) known.summary = moved(known.origin.summary, start - known.origin.start);
  known.member = member;
  known.start = start;
  return known;
}

function moved(summary: MemberSummary, delta: number): MemberSummary {
  if (summary.functions.every(({ effects = [] }) => effects.length === 0)) return summary;
  return { ...summary, functions: summary.functions.map((fn) => movedFunction(fn, delta)) };
}

function movedFunction(fn: FunctionEffects, delta: number): FunctionEffects {
  if (delta === 0 || fn.effects === undefined || fn.effects.length === 0) return fn;
  return { ...fn, effects: movedEffects(fn.effects, delta) };
}

function movedEffects(effects: readonly Effect[], delta: number): readonly Effect[] {
  return effects.map((effect) => movedEffect(effect, delta));
}
function movedEffect(effect: Effect, delta: number): Effect {
  switch (effect.kind) {
    case 'end':
      return { ...effect, token: movedToken(effect.token, delta), at: movedRange(effect.at, delta) };
    case 'begin':
      return { ...effect, at: movedRange(effect.at, delta), handler: movedEffects(effect.handler, delta) };
    case 'call':
      return {
        ...effect,
        args: effect.args.map((arg) => movedArg(arg, delta)),
        at: movedRange(effect.at, delta),
      };
    case 'hop':
      return { ...effect, at: movedRange(effect.at, delta), effects: movedEffects(effect.effects, delta) };
    case 'maybe':
      return { ...effect, effects: movedEffects(effect.effects, delta) };
    case 'invoke':
    case 'unknown':
      return { ...effect, at: movedRange(effect.at, delta) };
  }
}

function movedArg(arg: ArgEffects, delta: number): ArgEffects {
  return arg.effects === undefined ? arg : { ...arg, effects: movedEffects(arg.effects, delta) };
}

function movedToken(token: TokenRef, delta: number): TokenRef {
  return token.kind === 'local' ? { ...token, at: token.at + delta } : token;
}

function movedRange({ start, end }: TextRange, delta: number): TextRange {
  return { start: start + delta, end: end + delta };
}
