/** What the rules of this family share about one file: resolved names and the places that begin a task. */
import { obligationSymbols } from '../../catalog/obligations';
import { FileAnalysis } from '../../program/analysis';
import type { CodeIndex } from '../../program/code-index';
import type { ProgramFile } from '../../program/ir';
import { type Member, membersAt, walkMember } from '../../program/members';
import { type BeginSite, beginSites } from '../../program/task-sites';
import { type TokenUse, tokenUses } from '../../program/token-uses';
import type { TextRange } from '../../text';
import type { CodeContext } from '../context';
import type { RelatedLocation } from '../types';

export interface TaskContext {
  readonly code: CodeContext;
  readonly analysis: FileAnalysis;
  readonly sites: readonly BeginSite[];
  /** Reads and writes of everything that may be an identifier. */
  uses(): readonly TokenUse[];
  /** Those in the members around an offset: all that locals have. */
  usesAround(offset: number): readonly TokenUse[];
}

/** Several rules ask about the same file in a row; what was found for it is kept as long as the file is. */
const cache = new WeakMap<ProgramFile, KnownTasks>();

/** Everything is found when it is first asked for. */
class KnownTasks {
  readonly index: CodeIndex;
  readonly analysis: FileAnalysis;
  #sites: readonly BeginSite[] | undefined;
  #uses: readonly TokenUse[] | undefined;
  readonly #usesOfMembers = new Map<Member, readonly TokenUse[]>();

  constructor({ unit, index }: CodeContext) {
    this.index = index;
    const foreign = (type: string, name: string) => index.property(type, name)?.type;
    this.analysis = new FileAnalysis(unit.program, foreign, unit.text);
  }

  get sites(): readonly BeginSite[] {
    this.#sites ??= beginSites(this.analysis);
    return this.#sites;
  }

  uses(): readonly TokenUse[] {
    this.#uses ??= tokenUses(this.analysis);
    return this.#uses;
  }

  usesAround(offset: number): readonly TokenUse[] {
    return membersAt(this.analysis.program, offset).flatMap((member) => this.#usesOf(member));
  }

  #usesOf(member: Member): readonly TokenUse[] {
    const known =
      this.#usesOfMembers.get(member) ?? tokenUses(this.analysis, (visitor) => walkMember(member, visitor));
    this.#usesOfMembers.set(member, known);
    return known;
  }
}

export function taskContext(code: CodeContext): TaskContext {
  const { program } = code.unit;
  let known = cache.get(program);
  if (known === undefined || known.index !== code.index) {
    known = new KnownTasks(code);
    cache.set(program, known);
  }
  const tasks = known;
  return {
    code,
    analysis: tasks.analysis,
    get sites() {
      return tasks.sites;
    },
    uses: () => tasks.uses(),
    usesAround: (offset) => tasks.usesAround(offset),
  };
}

/** A cheap look before anything is resolved: most files have nothing to do with background tasks. */
export function mentionsTasks({ unit }: CodeContext): boolean {
  return obligationSymbols.some((name) => unit.text.includes(name));
}

export function beganHere(code: CodeContext, site: BeginSite): RelatedLocation {
  return { uri: code.unit.uri, range: site.call.nameRange, message: 'The background task begins here' };
}

/** The part of a range on its first line: nobody wants a whole closure underlined. */
export function firstLine(text: string, range: TextRange): TextRange {
  const line = /^[^\r\n]*/.exec(text.slice(range.start, range.end))?.[0].trimEnd() ?? '';
  return { start: range.start, end: range.start + Math.max(1, line.length) };
}
