/** Which `#if` conditions stand around a place of a file. */
import type { TextRange } from '../text';
import type { Condition, ProgramFile, Stmt } from './ir';
import { factsOf } from './member-facts';
import { type Member, membersAt, membersOf, originalMember, walkMember } from './members';
import { Memo } from './memo';
import { originOf } from './moved';
import { allTypes } from './walk';

interface Region {
  readonly range: TextRange;
  readonly when: readonly Condition[];
}

/** Answers the conditions around an offset, outermost first; all of them must hold for the code to be compiled. */
export function conditionsOf(program: ProgramFile): (offset: number) => readonly Condition[] {
  return lookUps.of(program, () => lookUp(program));
}

const lookUps = new Memo<ProgramFile, (offset: number) => readonly Condition[]>();

function lookUp(program: ProgramFile): (offset: number) => readonly Condition[] {
  const declared: readonly Region[] = [
    ...allTypes(program),
    ...membersOf(program).flatMap(declaration),
  ].filter(({ when }) => when.length > 0);
  return (offset) => {
    const regions = [...declared, ...membersAt(program, offset).flatMap(regionsOf)].filter(
      ({ range, when }) => when.length > 0 && range.start <= offset && offset < range.end,
    );
    regions.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
    // A member repeats the conditions of its type.
    const around = new Map<string, Condition>();
    for (const { when } of regions) for (const each of when) around.set(JSON.stringify(each), each);
    return [...around.values()];
  };
}

function declaration(member: Member): readonly Region[] {
  return member.kind === 'block' ? [] : [member.node];
}

/** By the object as which a member was first lowered. */
const known = new Memo<object, readonly Region[]>();

function regionsOf(member: Member): readonly Region[] {
  if (!factsOf(member).isConditional) return [];
  // The statements at file level are lowered anew every time.
  if (member.kind === 'block') return regionsIn(member);
  const origin = originOf(member.node);
  const regions = known.of(origin, () => regionsIn(originalMember(member)));
  const delta = member.node.range.start - origin.range.start;
  return delta === 0 ? regions : regions.map((region) => movedRegion(region, delta));
}

function movedRegion({ range: { start, end }, when }: Region, delta: number): Region {
  return { range: { start: start + delta, end: end + delta }, when };
}

function regionsIn(member: Member): readonly Region[] {
  const regions: Region[] = [];
  walkMember(member, {
    enterFunction: (fn) => {
      if (fn.when.length > 0) regions.push({ range: fn.range, when: fn.when });
      return true;
    },
    stmt: (stmt) => {
      regions.push(...branchesOf(stmt));
    },
  });
  return regions;
}

function branchesOf(stmt: Stmt): Region[] {
  if (stmt.kind !== 'conditional') return [];
  return stmt.branches.map(({ condition, body }) => ({ range: body.range, when: [condition] }));
}
