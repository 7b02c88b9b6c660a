/** What a closure or function may answer. */
import type { Expr, FunctionDecl } from './ir';
import { walkBlock } from './walk';

/** The values of its own `return` statements, those of closures inside left out. */
export function closureResults(fn: FunctionDecl): readonly Expr[] {
  const found: Expr[] = [];
  if (fn.body === undefined) return found;
  walkBlock(fn.body, {
    stmt: (stmt) => {
      if (stmt.kind === 'return' && stmt.value !== undefined) found.push(stmt.value);
    },
    expr: (expr) => expr.kind !== 'closure',
  });
  return found;
}
