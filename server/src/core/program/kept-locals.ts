/** Whether somebody keeps an object that a function makes for itself. */
import type { FileAnalysis } from './analysis';
import { closureRun } from './closure-timing';
import type { ClosureExpr, Expr, FunctionDecl, Stmt } from './ir';
import { unwrap } from './resolve';
import type { Declaration } from './scopes';
import { walkFunction } from './walk';

/** Whether all that happens to a local is that it is sent messages: the object is gone when the function returns. */
export function isLetGo(declaration: Declaration, fn: FunctionDecl, analysis: FileAnalysis): boolean {
  const { scopes } = analysis.resolver;
  const isMeant = (expr: Expr): boolean => {
    const found = scopes.declaration(expr);
    return found !== undefined && analysis.resolver.root(found) === declaration;
  };
  let isKept = false;
  walkFunction(fn, {
    expr: (expr, parent, stmt) => {
      if (expr.kind === 'closure') isKept ||= outlives(expr, analysis) && mentions(expr.function, isMeant);
      else if (expr.kind === 'name' && isMeant(expr)) isKept ||= !isReceiver(expr, parent, stmt);
      return !isKept;
    },
    // An observer or a local function may run whenever it likes.
    enterFunction: (inner) => {
      if (inner !== fn && inner.kind !== 'closure') isKept ||= mentions(inner, isMeant);
      return !isKept;
    },
  });
  return !isKept;
}

function outlives(closure: ClosureExpr, analysis: FileAnalysis): boolean {
  return closureRun(closure, analysis)?.timing !== 'sync';
}

function mentions(fn: FunctionDecl, isMeant: (expr: Expr) => boolean): boolean {
  let found = false;
  walkFunction(fn, {
    expr: (expr) => {
      found ||= expr.kind === 'name' && isMeant(expr);
      return !found;
    },
  });
  return found;
}

function isReceiver(expr: Expr, parent: Expr | undefined, stmt: Stmt | undefined): boolean {
  if (parent === undefined) return stmt?.kind === 'expr';
  switch (parent.kind) {
    case 'call':
      return parent.receiver === expr;
    case 'member':
      return parent.base === expr;
    case 'assign':
      return parent.target === expr && unwrap(parent.value).kind === 'literal';
    default:
      return parent.kind === 'unary' && parent.op === 'force';
  }
}

/** Whether a function waits for something: what it holds lives on meanwhile. */
export function waits(fn: FunctionDecl): boolean {
  let found = fn.isAsync;
  walkFunction(fn, {
    expr: (expr) => {
      found ||= expr.kind === 'await' || (expr.kind === 'call' && waitingNames.has(expr.name));
      return !found;
    },
    enterFunction: (inner) => inner === fn,
  });
  return found;
}

const waitingNames: ReadonlySet<string> = new Set([
  'wait',
  'run',
  'runUntilDate',
  'dispatchMain',
  'dispatch_main',
  'dispatch_semaphore_wait',
  'CFRunLoopRun',
  'withExtendedLifetime',
]);
