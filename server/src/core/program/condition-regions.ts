/** Which `#if` conditions stand around a place of a file. */
import type { TextRange } from '../text';
import type { Condition, ProgramFile, Stmt } from './ir';
import { type Member, membersAt, membersOf, walkMember } from './members';
import { allTypes } from './walk';

interface Region {
  readonly range: TextRange;
  readonly when: readonly Condition[];
}

/** Answers the conditions around an offset, outermost first; all of them must hold for the code to be compiled. */
export function conditionsOf(program: ProgramFile): (offset: number) => readonly Condition[] {
  const declared: readonly Region[] = [
    ...allTypes(program),
    ...membersOf(program).flatMap(declaration),
  ].filter(({ when }) => when.length > 0);
  const known = new Map<Member, readonly Region[]>();
  const inside = (member: Member): readonly Region[] => {
    const regions = known.get(member) ?? regionsIn(member);
    known.set(member, regions);
    return regions;
  };
  return (offset) => {
    const regions = [...declared, ...membersAt(program, offset).flatMap(inside)].filter(
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

function regionsIn(member: Member): readonly Region[] {
  const regions: Region[] = [];
  walkMember(member, {
    enterFunction: (fn) => {
      regions.push(fn);
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
