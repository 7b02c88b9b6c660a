/** Conditions in work that goes on after a function has returned: its task may be over by then. */
import { isInertFunction, isInertSdkType, saysLogging } from '../catalog/inert-calls';
import type { FileAnalysis } from './analysis';
import { calleeOf, isInertCall } from './callees';
import type { Assumption } from './cfg';
import { asksCancelled, nilTested } from './duties/assumptions';
import type { CallExpr, ClosureExpr, Expr } from './ir';
import { unwrap } from './resolve';
import { walkExpr, walkFunction } from './walk';

/**
 * Whether a condition may hold because the expiration handler has run, which ends the task itself: it asks for `self`,
 * whether the work was cancelled, or what the handler may have changed.
 */
export function mayBeOver(assumption: Assumption, begin: CallExpr, analysis: FileAnalysis): boolean {
  if (assumption.kind === 'fact') return false;
  const { holds } = assumption;
  const tested = assumption.kind === 'bind' ? assumption.clause.value : assumption.expr;
  const missing = assumption.kind === 'expr' ? nilTested(tested, holds) : holds ? undefined : tested;
  if (missing !== undefined && analysis.resolver.isSelf(missing)) return true;
  if ((holds || tested.kind === 'binary') && asksCancelled(tested)) return true;
  const handler = analysis.calls.handler(begin);
  const value = handler === undefined ? undefined : unwrap(handler);
  if (value === undefined) return false;
  if (value.kind !== 'closure') return true;
  let found = false;
  walkExpr(tested, {
    expr: (expr) => {
      found ||= isChangedBy(value, expr, analysis);
      return !found;
    },
  });
  return found;
}

/** Whether the handler assigns a variable, or runs code that may assign a property. */
function isChangedBy(handler: ClosureExpr, expr: Expr, analysis: FileAnalysis): boolean {
  const { resolver } = analysis;
  if (expr.kind !== 'name' && expr.kind !== 'member') return false;
  const place = resolver.place(expr);
  if (place.kind === 'self' || place.kind === 'unknown') return false;
  let found = false;
  walkFunction(handler.function, {
    expr: (each) => {
      if (each.kind === 'assign') {
        const target = resolver.place(each.target);
        found ||=
          place.kind === 'local'
            ? target.kind === 'local' && target.declaration === place.declaration
            : target.kind === place.kind && target.name === place.name;
      }
      if (each.kind === 'call' && place.kind !== 'local') found ||= mayAssign(each, analysis);
      return !found;
    },
  });
  return found;
}

/** Whether a call may run code of the app. */
function mayAssign(call: CallExpr, { calls, resolver, types }: FileAnalysis): boolean {
  const callee = calleeOf(call, resolver, types);
  if (callee === undefined || calls.ends(call) !== 'no' || isInertCall(call, callee)) return false;
  if (callee.on === 'bare') return !isInertFunction(callee.name) && !saysLogging(callee.name);
  return callee.on !== 'type' || !isInertSdkType(callee.type);
}
