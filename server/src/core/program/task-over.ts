/** Conditions in work that goes on after a function has returned: its task may be over by then. */
import { isInertFunction, isInertSdkType, saysLogging } from '../catalog/inert-calls';
import type { FileAnalysis } from './analysis';
import { calleeOf, isInertCall } from './callees';
import type { Assumption } from './cfg';
import { asksCancelled, nilTested } from './duties/assumptions';
import type { Token } from './duties/types';
import type { CallExpr, ClosureExpr, Expr } from './ir';
import { unwrap } from './resolve';
import { walkExpr, walkFunction } from './walk';

/**
 * Whether a condition may hold because the expiration handler has run, which ends the task itself: it asks for `self`,
 * whether the work was cancelled, or what the handler may have changed.
 */
export function mayBeOver(assumption: Assumption, begun: BegunTask, analysis: FileAnalysis): boolean {
  if (assumption.kind === 'fact') return false;
  const { holds } = assumption;
  const tested = assumption.kind === 'bind' ? assumption.clause.value : assumption.expr;
  const missing = assumption.kind === 'expr' ? nilTested(tested, holds) : holds ? undefined : tested;
  if (missing !== undefined && analysis.resolver.isSelf(missing)) return true;
  if ((holds || tested.kind === 'binary') && asksCancelled(tested)) return true;
  // The handler of a function elsewhere may change whatever it can get at.
  if (begun.isWrapped && isAny(tested, (expr) => isShared(expr, analysis))) return true;
  return handlersOf(begun, analysis).some((handler) => {
    const value = unwrap(handler);
    return value.kind !== 'closure' || isAny(tested, (expr) => isChangedBy(value, expr, analysis));
  });
}

type BegunTask = Pick<Extract<Token, { kind: 'begun' }>, 'call' | 'isWrapped'>;

/** Which of the closures is the handler, the function knows that begins the task. */
function handlersOf({ call, isWrapped }: BegunTask, { calls }: FileAnalysis): readonly Expr[] {
  if (isWrapped)
    return call.args.map(({ value }) => value).filter((value) => unwrap(value).kind === 'closure');
  const handler = calls.handler(call);
  return handler === undefined ? [] : [handler];
}

function isAny(expr: Expr, test: (expr: Expr) => boolean): boolean {
  let found = false;
  walkExpr(expr, {
    expr: (each) => {
      found ||= test(each);
      return !found;
    },
  });
  return found;
}

/** Whether code elsewhere may change what an expression reads. */
function isShared(expr: Expr, { resolver }: FileAnalysis): boolean {
  if (expr.kind === 'call') return true;
  return (expr.kind === 'name' || expr.kind === 'member') && resolver.place(expr).kind !== 'local';
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
