/** Where code reads how much time the app has left in the background. */
import { remainingTime } from '../catalog/background-time';
import type { FileAnalysis } from './analysis';
import type { Expr } from './ir';
import { unwrap } from './resolve';

/** Whether an expression is that property of the application, in either language. */
export function readsRemainingTime(expr: Expr, { types, resolver }: FileAnalysis): boolean {
  const { owner, name } = remainingTime;
  if (expr.kind === 'member')
    return expr.name === name && expr.base !== undefined && types.isInstance(expr.base, owner) === 'yes';
  if (expr.kind === 'call')
    return (
      expr.selector === name &&
      expr.receiver !== undefined &&
      types.isInstance(expr.receiver, owner) === 'yes'
    );
  return (
    expr.kind === 'name' &&
    expr.name === name &&
    resolver.scopes.declaration(expr) === undefined &&
    resolver.typeAround(expr) === owner
  );
}

/** The same for a local that was made from it and never changed. */
export function isRemainingTime(expr: Expr, analysis: FileAnalysis): boolean {
  return readsRemainingTime(unwrap(analysis.resolver.origin(expr)), analysis);
}
