/** Functions and closures that run when the app has just left the foreground. */
import { backgroundCallbacks, backgroundNotifications } from '../catalog/background-time';
import type { FileAnalysis } from './analysis';
import type { ClosureExpr, Expr } from './ir';
import { parentsOf } from './parents';
import { unwrap } from './resolve';
import type { FunctionScope } from './scopes';

/** A delegate method, or the closure of an observer. */
export function isBackgroundCallback({ fn, closure }: FunctionScope, analysis: FileAnalysis): boolean {
  if (closure !== undefined) return observesBackground(closure, analysis);
  return fn?.kind === 'method' && backgroundCallbacks.has(fn.fullName);
}

/** `addObserver(forName: UIApplication.didEnterBackgroundNotification, …) { … }` */
function observesBackground(closure: ClosureExpr, { resolver }: FileAnalysis): boolean {
  const call = parentsOf(resolver).callTaking(closure);
  if (call === undefined || !call.name.startsWith('addObserver')) return false;
  return call.args.some(({ value }) => isNotification(value));
}

function isNotification(expr: Expr): boolean {
  const value = unwrap(expr);
  return (value.kind === 'member' || value.kind === 'name') && backgroundNotifications.has(value.name);
}
