/** Calls that end no task, because their identifier stands for none. */
import type { Expr, Stmt } from './ir';
import { type Resolver, unwrap } from './resolve';
import type { TaskCalls } from './task-calls';

/** `end(.invalid)`, or an end right behind the assignment that has emptied its identifier. `before`: of the same block. */
export function endsNothing(
  stmt: Stmt,
  before: readonly Stmt[],
  resolver: Resolver,
  calls: TaskCalls,
): boolean {
  const call = stmt.kind === 'expr' ? unwrap(stmt.expr) : undefined;
  const token = call?.kind === 'call' && calls.ends(call) === 'yes' ? call.args[0]?.value : undefined;
  if (token === undefined) return false;
  if (calls.isEmptyToken(token)) return true;
  const last = lastAssigned(token, before, resolver);
  return last !== undefined && calls.isEmptyToken(last);
}

/** What `token` was given by the assignments that stand right before; other statements might change it. */
function lastAssigned(token: Expr, before: readonly Stmt[], resolver: Resolver): Expr | undefined {
  for (const stmt of before.toReversed()) {
    if (stmt.kind !== 'expr' || stmt.expr.kind !== 'assign') return undefined;
    if (isSamePlace(stmt.expr.target, token, resolver))
      return stmt.expr.op === '=' ? stmt.expr.value : undefined;
  }
  return undefined;
}

/** A copy in another variable is another place: it keeps what it was given. */
function isSamePlace(a: Expr, b: Expr, resolver: Resolver): boolean {
  const [one, other] = [a, b].map((expr) => resolver.scopes.declaration(unwrap(expr)));
  if (one !== undefined || other !== undefined) return one === other;
  const [place, token] = [resolver.place(a), resolver.place(b)];
  return place.kind === 'property' && token.kind === 'property' && place.name === token.name;
}
