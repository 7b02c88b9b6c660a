/** How a call deals with the task identifier that it is given. */
import { contains, type TextRange } from '../../text';
import { conditionsOf } from '../condition-regions';
import type { CallExpr, Clause, ProgramFile, Stmt } from '../ir';
import { membersAt, walkMember } from '../members';
import { walkStmt } from '../walk';
import type { TaskApi, TaskCall } from './types';

export function taskCall(api: TaskApi, call: CallExpr, program: ProgramFile): TaskCall {
  const when = conditionsOf(program)(call.nameRange.start);
  return {
    api,
    ...(api === 'request' && call.constructs !== undefined && { request: call.constructs }),
    range: call.nameRange,
    ...(when.length > 0 && { when }),
    ...(isConditional(call, program) && { isConditional: true }),
  };
}

/** Whether a branch, or a way out before it, decides if the code around an expression runs. */
export function isConditional({ range }: { readonly range: TextRange }, program: ProgramFile): boolean {
  let found = false;
  for (const member of membersAt(program, range.start)) {
    walkMember(member, {
      stmt: (stmt) => {
        found ||= branches(stmt).some((branch) => contains(branch, range));
      },
      block: ({ statements, range: { end } }) => {
        for (const stmt of statements) {
          const rest = { start: stmt.range.end, end };
          found ||= contains(rest, range) && mayLeave(stmt);
        }
      },
    });
  }
  return found;
}

function branches(stmt: Stmt): readonly TextRange[] {
  switch (stmt.kind) {
    case 'if':
      return [
        ...(stmt.clauses.every(isVersionTest) ? [] : [stmt.then.range]),
        ...(stmt.otherwise === undefined ? [] : [stmt.otherwise.range]),
      ];
    case 'guard':
      return [stmt.otherwise.range];
    case 'switch':
      return stmt.cases.map(({ body }) => body.range);
    case 'loop':
      return [stmt.body.range];
    case 'try':
      return stmt.catches.map(({ body }) => body.range);
    default:
      return [];
  }
}

function isVersionTest(clause: Clause): boolean {
  return clause.kind === 'available' && !clause.unavailable;
}

/** `guard … else { return }`, `if … { return }`. */
function mayLeave(stmt: Stmt): boolean {
  if (stmt.kind === 'guard') return !stmt.clauses.every(isVersionTest);
  if (stmt.kind !== 'if' && stmt.kind !== 'switch') return false;
  let found = false;
  walkStmt(stmt, {
    stmt: (inner) => {
      found ||= inner.kind === 'return' || inner.kind === 'throw';
    },
    enterFunction: () => false,
  });
  return found;
}
