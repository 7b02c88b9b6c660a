/** Transfers without a closure: in the shared session they run in the process of the app. */
import { sessionTaskMethods } from '../../../catalog/async-work';
import { sessionTypes } from '../../../catalog/url-sessions';
import type { FileAnalysis } from '../../../program/analysis';
import { plainExpr } from '../../../program/duties/async-starts';
import type { Expr, Stmt } from '../../../program/ir';

/** `URLSession.shared.dataTask(with: request).resume()`, also with the task in a local. */
export function startsSharedTransfer(stmt: Stmt, analysis: FileAnalysis): boolean {
  const call = plainExpr(stmt);
  if (call?.kind !== 'call' || call.name !== 'resume' || call.receiver === undefined) return false;
  const task = analysis.resolver.origin(call.receiver);
  if (task.kind !== 'call' || !sessionTaskMethods.has(task.name) || task.receiver === undefined) return false;
  return isSharedSession(task.receiver, analysis);
}

function isSharedSession(session: Expr, { resolver, types }: FileAnalysis): boolean {
  const origin = resolver.origin(session);
  const base = origin.kind === 'member' ? origin.base : origin.kind === 'call' ? origin.receiver : undefined;
  const name = origin.kind === 'member' || origin.kind === 'call' ? origin.name : '';
  const type = base && types.namedType(base);
  return type !== undefined && sessionTypes.includes(type) && /^shared(?:Session)?$/.test(name);
}
