/** Which `#if` conditions stand around a place of a file. */
import type { TextRange } from '../text';
import type { Condition, ProgramFile, Stmt } from './ir';
import { allTypes, walkProgram } from './walk';

interface Region {
  readonly range: TextRange;
  readonly when: readonly Condition[];
}

/** Answers the conditions around an offset, outermost first; all of them must hold for the code to be compiled. */
export function conditionsOf(program: ProgramFile): (offset: number) => readonly Condition[] {
  const regions: Region[] = [];
  const add = (part: Region): void => {
    if (part.when.length > 0) regions.push(part);
  };
  for (const type of allTypes(program)) [type, ...type.properties].forEach(add);
  program.globals.forEach(add);
  walkProgram(program, {
    enterFunction: (fn) => {
      add(fn);
      return true;
    },
    stmt: (stmt) => branchesOf(stmt).forEach(add),
  });
  regions.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  return (offset) => {
    // A member repeats the conditions of its type.
    const around = new Map<string, Condition>();
    for (const { range, when } of regions) {
      if (offset < range.start || offset >= range.end) continue;
      for (const condition of when) around.set(JSON.stringify(condition), condition);
    }
    return [...around.values()];
  };
}

function branchesOf(stmt: Stmt): Region[] {
  if (stmt.kind !== 'conditional') return [];
  return stmt.branches.map(({ condition, body }) => ({ range: body.range, when: [condition] }));
}
