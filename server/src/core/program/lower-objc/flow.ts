import type { Stmt } from '../ir';

/** Whether control certainly does not run past the end of a case. A `break` in a nested switch or loop is its own. */
export function neverFallsThrough(statements: readonly Stmt[]): boolean {
  return statements.some(leaves);
}

function leaves(statement: Stmt): boolean {
  switch (statement.kind) {
    case 'return':
    case 'throw':
    case 'jump':
      return true;
    case 'block':
      return neverFallsThrough(statement.body.statements);
    case 'if':
      return (
        statement.otherwise !== undefined &&
        neverFallsThrough(statement.then.statements) &&
        neverFallsThrough(statement.otherwise.statements)
      );
    case 'conditional':
      // With one branch alone there is nothing that leaves where that branch is not compiled.
      return (
        statement.branches.length > 1 &&
        leavesInEveryBranch(statement.branches.map(({ body }) => body.statements))
      );
    case 'try':
      return (
        neverFallsThrough(statement.finally?.statements ?? []) ||
        leavesInEveryBranch(
          [statement.body, ...statement.catches.map(({ body }) => body)].map((b) => b.statements),
        )
      );
    default:
      return false;
  }
}

function leavesInEveryBranch(branches: readonly (readonly Stmt[])[]): boolean {
  return branches.length > 0 && branches.every(neverFallsThrough);
}
