/** Code that runs because the app has gone to the background, by a test of the phase around it. */
import { phaseNames } from '../catalog/task-scheduling';
import type { FileAnalysis } from './analysis';
import type { Clause, Expr, FunctionDecl, Stmt } from './ir';
import { parentsOf } from './parents';
import { unwrap } from './resolve';
import { walkFunction } from './walk';

/** `if scenePhase == .background { … }` and `case .background:` in the function that holds an expression. */
export function entersBackground(expr: Expr, fn: FunctionDecl, analysis: FileAnalysis): boolean {
  let found = false;
  const isAround = ({ start, end }: Stmt['range']): boolean =>
    start <= expr.range.start && expr.range.end <= end;
  walkFunction(fn, {
    stmt: (stmt) => {
      if (stmt.kind === 'if' && isAround(stmt.then.range))
        found ||= stmt.clauses.some((clause) => isBackgroundTest(clause, fn, analysis));
      if (stmt.kind !== 'switch' || !isPhase(stmt.subject, fn, analysis)) return;
      const around = stmt.cases.find(({ body }) => isAround(body.range));
      found ||= around?.patterns.length === 1 && around.patterns[0]?.pattern.text === '.background';
    },
    enterFunction: (inner) => inner === fn,
  });
  return found;
}

function isBackgroundTest(clause: Clause, fn: FunctionDecl, analysis: FileAnalysis): boolean {
  if (clause.kind !== 'expr' || clause.expr.kind !== 'binary' || clause.expr.op !== '==') return false;
  const { left, right } = clause.expr;
  return (
    (isBackground(right) && isPhase(left, fn, analysis)) ||
    (isBackground(left) && isPhase(right, fn, analysis))
  );
}

function isBackground(expr: Expr): boolean {
  const value = unwrap(expr);
  if (value.kind === 'name') return value.name === 'UIApplicationStateBackground';
  return value.kind === 'member' && value.name === 'background';
}

/** `scenePhase`, `UIApplication.shared.applicationState`, or what `onChange(of: scenePhase)` passes on. */
function isPhase(expr: Expr, fn: FunctionDecl, analysis: FileAnalysis): boolean {
  const value = unwrap(expr);
  if (value.kind === 'member') return phaseNames.has(value.name);
  if (value.kind !== 'name') return false;
  if (phaseNames.has(value.name)) return true;
  const { scopes } = analysis.resolver;
  const declaration = scopes.declaration(value);
  const closure = scopes.scopeOfFunction(fn)?.closure;
  if (declaration?.kind !== 'param' || declaration.owner.fn !== fn || closure === undefined) return false;
  const call = parentsOf(analysis.resolver).callTaking(closure);
  const observed =
    call?.name === 'onChange' ? call.args.find(({ label }) => label === 'of')?.value : undefined;
  return observed !== undefined && unwrap(observed) !== value && isPhase(observed, fn, analysis);
}
