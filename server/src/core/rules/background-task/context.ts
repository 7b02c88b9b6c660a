/** What the rules of this family share about one file: resolved names and the places that begin a task. */

import { obligationSymbols } from '../../catalog/obligations';
import { FileAnalysis } from '../../program/analysis';
import type { CodeIndex } from '../../program/code-index';
import type { ProgramFile } from '../../program/ir';
import { type Member, membersAt, walkMember } from '../../program/members';
import { Memo } from '../../program/memo';
import { type BeginSite, beginningMembers, beginSites } from '../../program/task-sites';
import { TextNames } from '../../program/text-names';
import { type TokenUse, tokenUses } from '../../program/token-uses';
import type { TextRange } from '../../text';
import type { CodeContext, FindingDraft } from '../context';
import { mentionsAny } from '../mentions';
import type { RelatedLocation } from '../types';

export interface TaskContext {
  readonly code: CodeContext;
  readonly analysis: FileAnalysis;
  readonly sites: readonly BeginSite[];
  /** Reads and writes of everything that may be an identifier, in the members that mention a name. */
  usesMentioning(name: string): readonly TokenUse[];
  /** The same in the members around an offset: all that locals have. */
  usesAround(offset: number): readonly TokenUse[];
}

/** Several rules ask about the same file in a row; what was found for it is kept as long as the file is. */
const cache = new Memo<ProgramFile, KnownTasks>();

/** Everything is found when it is first asked for. */
class KnownTasks {
  readonly index: CodeIndex;
  readonly analysis: FileAnalysis;
  #members: readonly Member[] | undefined;
  #sites: readonly BeginSite[] | undefined;
  readonly #sitesOfMembers = new Map<Member, readonly BeginSite[]>();
  readonly #usesOfMembers = new Map<Member, readonly TokenUse[]>();

  constructor({ unit, index, names }: CodeContext) {
    this.index = index;
    this.analysis = new FileAnalysis(unit.program, index.types, names ?? new TextNames(unit.text));
  }

  get sites(): readonly BeginSite[] {
    this.#sites ??= this.members
      .flatMap((member) => this.sitesIn(member))
      .sort((a, b) => a.call.range.start - b.call.range.start);
    return this.#sites;
  }

  /** Members that may begin tasks. */
  get members(): readonly Member[] {
    this.#members ??= beginningMembers(this.analysis);
    return this.#members;
  }

  sitesIn(member: Member): readonly BeginSite[] {
    const known = this.#sitesOfMembers.get(member) ?? beginSites(this.analysis, member);
    this.#sitesOfMembers.set(member, known);
    return known;
  }

  usesMentioning(name: string): readonly TokenUse[] {
    return this.analysis.membersMentioning([name]).flatMap((member) => this.#usesOf(member));
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

function knownTasks(code: CodeContext): KnownTasks {
  const { program } = code.unit;
  let known = cache.get(program);
  if (known === undefined || known.index !== code.index) {
    known = new KnownTasks(code);
    cache.set(program, known);
  }
  return known;
}

/** A class: an object literal with a getter gets a shape of its own, which keeps all that it knows in memory for long. */
class KnownContext implements TaskContext {
  readonly code: CodeContext;
  readonly #tasks: KnownTasks;
  readonly #sites: () => readonly BeginSite[];

  constructor(code: CodeContext, tasks: KnownTasks, sites: () => readonly BeginSite[]) {
    this.code = code;
    this.#tasks = tasks;
    this.#sites = sites;
  }

  get analysis(): FileAnalysis {
    return this.#tasks.analysis;
  }

  get sites(): readonly BeginSite[] {
    return this.#sites();
  }

  usesMentioning(name: string): readonly TokenUse[] {
    return this.#tasks.usesMentioning(name);
  }

  usesAround(offset: number): readonly TokenUse[] {
    return this.#tasks.usesAround(offset);
  }
}

export function taskContext(code: CodeContext): TaskContext {
  const tasks = knownTasks(code);
  return new KnownContext(code, tasks, () => tasks.sites);
}

/**
 * Checks the places that begin tasks, those of each member by themselves. For what follows from the member and from
 * what is declared around it: see `QuietMembers`. `what` tells the check from others.
 */
export function checkMembers(code: CodeContext, what: string, check: (context: TaskContext) => void): void {
  checkEach(code, knownTasks(code).members, what, check);
}

/** Checks members one by one; as for `checkMembers`. */
export function checkEach(
  code: CodeContext,
  members: readonly Member[],
  what: string,
  check: (context: TaskContext, member: Member) => void,
): void {
  const tasks = knownTasks(code);
  for (const member of members) {
    const look = (): readonly FindingDraft[] => {
      const drafts: FindingDraft[] = [];
      const report = (draft: FindingDraft): void => void drafts.push(draft);
      check(new KnownContext({ ...code, report }, tasks, () => tasks.sitesIn(member)), member);
      return drafts;
    };
    for (const draft of unlessQuiet(code, what, member, look)) code.report(draft);
  }
}

/** The places that begin tasks and pass a test; as for `checkMembers`. */
export function sitesWhere(
  code: CodeContext,
  what: string,
  test: (site: BeginSite, context: TaskContext) => boolean,
): readonly BeginSite[] {
  const tasks = knownTasks(code);
  const context = taskContext(code);
  return tasks.members.flatMap((member) => {
    const look = () => tasks.sitesIn(member).filter((site) => test(site, context));
    return unlessQuiet(code, what, member, look);
  });
}

function unlessQuiet<T>(
  { quiet }: CodeContext,
  what: string,
  member: Member,
  look: () => readonly T[],
): readonly T[] {
  return quiet === undefined ? look() : quiet.find(what, member, look);
}

/** A cheap look before anything is resolved: most files have nothing to do with background tasks. */
export function mentionsTasks(code: CodeContext): boolean {
  return mentionsAny(code, obligationSymbols);
}

export function beganHere(code: CodeContext, site: BeginSite): RelatedLocation {
  return { uri: code.unit.uri, range: site.call.nameRange, message: 'The background task begins here' };
}

/** The part of a range on its first line: nobody wants a whole closure underlined. */
export function firstLine(text: string, range: TextRange): TextRange {
  const line = /^[^\r\n]*/.exec(text.slice(range.start, range.end))?.[0].trimEnd() ?? '';
  return { start: range.start, end: range.start + Math.max(1, line.length) };
}
