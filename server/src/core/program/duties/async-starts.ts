/** Statements that start work in the background of the process and do not wait for it. */
import { callReports, healthQueries, mayWait, sessionTaskMethods } from '../../catalog/async-work';
import type { FileAnalysis } from '../analysis';
import { namesOf } from '../callees';
import type { CallExpr, ClosureExpr, Expr, Stmt } from '../ir';
import { unwrap } from '../resolve';
import { walkFunction, walkStmt } from '../walk';

export interface AsyncStart {
  /** The call that starts the work. */
  readonly call: CallExpr;
  /** What runs when, or while, the work is done. */
  readonly closure: ClosureExpr;
  /** `callback`: the closure runs at the end. `body`: the closure is the work. `report`: a call is reported. */
  readonly kind: 'callback' | 'body' | 'report';
}

/** The expression of a statement that is nothing else. */
export function plainExpr(stmt: Stmt): Expr | undefined {
  if (stmt.kind === 'expr') return unwrap(stmt.expr);
  if (stmt.kind === 'return' && stmt.implicit && stmt.value !== undefined) return unwrap(stmt.value);
  return undefined;
}

export function asyncStart(stmt: Stmt, analysis: FileAnalysis): AsyncStart | undefined {
  const value =
    stmt.kind === 'var' && stmt.variable.initial ? unwrap(stmt.variable.initial) : plainExpr(stmt);
  const assigned = value?.kind === 'assign' ? unwrap(value.value) : value;
  if (assigned?.kind !== 'call') return undefined;
  return resumed(assigned, analysis) ?? started(assigned, analysis);
}

/** `session.dataTask(…) { … }.resume()`, also with the task in a local. */
function resumed(call: CallExpr, analysis: FileAnalysis): AsyncStart | undefined {
  if (call.name !== 'resume' || call.receiver === undefined) return undefined;
  const task = analysis.resolver.origin(call.receiver);
  if (task.kind !== 'call' || !sessionTaskMethods.has(task.name)) return undefined;
  const closure = closureOf(task);
  return closure && { call: task, closure, kind: 'callback' };
}

function started(call: CallExpr, analysis: FileAnalysis): AsyncStart | undefined {
  const closure = closureOf(call);
  if (closure !== undefined) {
    if (callReports.has(call.name)) return { call, closure, kind: 'report' };
    const isWork = isTask(call) ? awaits(closure) : isGlobalHop(call);
    return isWork ? { call, closure, kind: 'body' } : undefined;
  }
  // `store.execute(query)`
  const argument = call.name.startsWith('execute') ? call.args[0]?.value : undefined;
  const query = argument === undefined ? undefined : analysis.resolver.origin(argument);
  if (query?.kind !== 'call' || query.constructs === undefined || !healthQueries.has(query.constructs))
    return undefined;
  const results = closureOf(query);
  return results && { call, closure: results, kind: 'callback' };
}

function closureOf(call: CallExpr): ClosureExpr | undefined {
  const last = call.args.at(-1);
  const value = last === undefined ? undefined : unwrap(last.value);
  return value?.kind === 'closure' ? value : undefined;
}

function isTask(call: CallExpr): boolean {
  const isDetached =
    call.name === 'detached' && call.receiver?.kind === 'name' && call.receiver.name === 'Task';
  return call.constructs === 'Task' || isDetached;
}

/** Whether a closure suspends for more than a turn on the main actor. */
function awaits({ function: fn }: ClosureExpr): boolean {
  let found = false;
  walkFunction(fn, {
    expr: (expr) => {
      found ||= expr.kind === 'await' && !namesOf(expr.expr).includes('MainActor');
      return !found;
    },
    enterFunction: (inner) => inner === fn,
  });
  return found;
}

/** To a queue that is certainly not the main one. */
function isGlobalHop({ name, receiver, args }: CallExpr): boolean {
  if (name === 'async') return namesOf(receiver).includes('global');
  const queue = args[0] === undefined ? undefined : unwrap(args[0].value);
  return name === 'dispatch_async' && queue?.kind === 'call' && queue.name === 'dispatch_get_global_queue';
}

/** Whether a statement may wait for work that was started before. */
export function waits(stmt: Stmt): boolean {
  let found = stmt.kind === 'unknown';
  walkStmt(stmt, {
    expr: (expr) => {
      found ||= expr.kind === 'await' || (expr.kind === 'call' && mayWait(expr.name));
      return !found;
    },
    enterFunction: () => false,
  });
  return found;
}
