/** What the rules of this family share about one file: resolved names and the places that begin a task. */

import { obligationSymbols } from '../../catalog/obligations';
import { FileAnalysis } from '../../program/analysis';
import type { CodeIndex } from '../../program/code-index';
import type { ProgramFile } from '../../program/ir';
import { type Member, membersAt, walkMember } from '../../program/members';
import { Memo } from '../../program/memo';
import {
  type BeginSite,
  beginningMembers,
  beginSites,
  taskMembers,
  wrappedSites,
} from '../../program/task-sites';
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
  /** The same with the calls of functions that begin a task for their callers. */
  readonly tasks: readonly BeginSite[];
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
  #taskMembers: readonly Member[] | undefined;
  #tasks: readonly BeginSite[] | undefined;
  readonly #wrappedOfMembers = new Map<Member, readonly BeginSite[]>();
  readonly #sitesOfMembers = new Map<Member, readonly BeginSite[]>();
  readonly #usesOfMembers = new Map<Member, readonly TokenUse[]>();

  constructor({ unit, index, names }: CodeContext) {
    this.index = index;
    this.analysis = new FileAnalysis(unit.program, index.types, names ?? new TextNames(unit.text));
  }

  get sites(): readonly BeginSite[] {
    this.#sites ??= inOrder(this.members.flatMap((member) => this.sitesIn(member)));
    return this.#sites;
  }

  get tasks(): readonly BeginSite[] {
    this.#tasks ??= inOrder(this.taskMembers.flatMap((member) => this.tasksIn(member)));
    return this.#tasks;
  }

  /** Members that may begin tasks themselves or have others begin them. */
  get taskMembers(): readonly Member[] {
    this.#taskMembers ??= taskMembers(this.analysis, this.index);
    return this.#taskMembers;
  }

  tasksIn(member: Member): readonly BeginSite[] {
    return inOrder([...this.sitesIn(member), ...this.#wrappedIn(member)]);
  }

  /** The index is asked each time: what it says to one check, the others depend on, too. */
  #wrappedIn(member: Member): readonly BeginSite[] {
    if (this.index.wrappers.length === 0) return [];
    const known = this.#wrappedOfMembers.get(member) ?? wrappedSites(this.analysis, member, this.index);
    this.#wrappedOfMembers.set(member, known);
    return known;
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

function inOrder(sites: readonly BeginSite[]): readonly BeginSite[] {
  return [...sites].sort((a, b) => a.call.range.start - b.call.range.start);
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
  readonly #member: Member | undefined;

  /** Of all members, if there is none given. */
  constructor(code: CodeContext, tasks: KnownTasks, member?: Member) {
    this.code = code;
    this.#tasks = tasks;
    this.#member = member;
  }

  get analysis(): FileAnalysis {
    return this.#tasks.analysis;
  }

  get sites(): readonly BeginSite[] {
    return this.#member === undefined ? this.#tasks.sites : this.#tasks.sitesIn(this.#member);
  }

  get tasks(): readonly BeginSite[] {
    return this.#member === undefined ? this.#tasks.tasks : this.#tasks.tasksIn(this.#member);
  }

  usesMentioning(name: string): readonly TokenUse[] {
    return this.#tasks.usesMentioning(name);
  }

  usesAround(offset: number): readonly TokenUse[] {
    return this.#tasks.usesAround(offset);
  }
}

export function taskContext(code: CodeContext): TaskContext {
  return new KnownContext(code, knownTasks(code));
}

/**
 * Checks the places that begin tasks, those of each member by themselves. For what follows from the member and from
 * what is declared around it: see `QuietMembers`. `what` tells the check from others.
 */
export function checkMembers(code: CodeContext, what: string, check: (context: TaskContext) => void): void {
  checkEach(code, knownTasks(code).members, what, check);
}

/** The same for members whose tasks begin in them or for them: see `TaskContext.tasks`. */
export function checkTasks(code: CodeContext, what: string, check: (context: TaskContext) => void): void {
  checkEach(code, knownTasks(code).taskMembers, what, check);
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
      check(new KnownContext({ ...code, report }, tasks, member), member);
      return drafts;
    };
    for (const draft of unlessQuiet(code, what, member, look)) code.report(draft);
  }
}

/** The places that begin tasks themselves and pass a test; as for `checkMembers`. */
export function sitesWhere(
  code: CodeContext,
  what: string,
  test: (site: BeginSite, context: TaskContext) => boolean,
): readonly BeginSite[] {
  const tasks = knownTasks(code);
  return where(code, tasks.members, what, (member) => tasks.sitesIn(member), test);
}

/** The same for places that have others begin tasks, too. */
export function tasksWhere(
  code: CodeContext,
  what: string,
  test: (site: BeginSite, context: TaskContext) => boolean,
): readonly BeginSite[] {
  const tasks = knownTasks(code);
  return where(code, tasks.taskMembers, what, (member) => tasks.tasksIn(member), test);
}

function where(
  code: CodeContext,
  members: readonly Member[],
  what: string,
  sitesIn: (member: Member) => readonly BeginSite[],
  test: (site: BeginSite, context: TaskContext) => boolean,
): readonly BeginSite[] {
  const context = taskContext(code);
  return members.flatMap((member) => {
    const look = () => sitesIn(member).filter((site) => test(site, context));
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
  return mentionsAny(code, obligationSymbols) || mentionsAny(code, code.index.wrappers);
}

const began = 'The background task begins here';

export function beganHere(code: CodeContext, site: BeginSite): RelatedLocation {
  return { uri: code.unit.uri, range: site.call.nameRange, message: began };
}

/** Where a task begins that a function begins for its callers; nothing for those that begin on the spot. */
export function beganThere({ wrapped }: BeginSite): readonly RelatedLocation[] {
  return (wrapped?.begins ?? []).map((place) => ({ ...place, message: began }));
}

/** The part of a range on its first line: nobody wants a whole closure underlined. */
export function firstLine(text: string, range: TextRange): TextRange {
  const line = /^[^\r\n]*/.exec(text.slice(range.start, range.end))?.[0].trimEnd() ?? '';
  return { start: range.start, end: range.start + Math.max(1, line.length) };
}
