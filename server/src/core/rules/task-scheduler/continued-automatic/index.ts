/** continued-task-not-user-initiated: continued tasks follow from what a person did. */
import {
  automaticMethods,
  continuedRequest,
  phaseNames,
  schedulingSymbols,
  timerCalls,
} from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import { closureRun } from '../../../program/closure-timing';
import type { CallExpr, Clause, Expr, FunctionDecl, Stmt } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
import { registrations } from '../../../program/scheduler-calls';
import type { FunctionScope } from '../../../program/scopes';
import { walkFunction } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';

const message =
  'Continued task is requested without anybody having asked for it: iOS refuses the request or cancels the task';

export const continuedAutomaticRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, schedulingSymbols)) return;
    const { analysis } = taskContext(code);
    for (const call of parentsOf(analysis.resolver).calls) {
      if (call.constructs !== continuedRequest || !isAutomatic(call, analysis)) continue;
      code.report({ uri: code.unit.uri, range: call.nameRange, message });
    }
  },
};

/** Whether the code around certainly runs by itself. A closure of unknown use may be the action of a button. */
function isAutomatic(call: CallExpr, analysis: FileAnalysis): boolean {
  for (const scope of parentsOf(analysis.resolver).scopesAround(call)) {
    if (scope.fn !== undefined && entersBackground(call, scope.fn, analysis)) return true;
    if (scope.closure === undefined) return scope.fn !== undefined && automaticMethods.has(scope.fn.fullName);
    const kind = closureKind(scope, analysis);
    if (kind !== 'passing') return kind === 'automatic';
  }
  return false;
}

function closureKind(
  { closure }: FunctionScope,
  analysis: FileAnalysis,
): 'automatic' | 'passing' | 'unknown' {
  const run = closure && closureRun(closure, analysis);
  if (closure === undefined || run === undefined) return 'unknown';
  const { call } = run;
  if (timerCalls.has(call.selector ?? call.constructs ?? call.name)) return 'automatic';
  if (registrations(analysis).some((each) => each.call === call)) return 'automatic';
  return run.timing === undefined ? 'unknown' : 'passing';
}

/** `if scenePhase == .background { … }` and `case .background:` in the function that holds the call. */
function entersBackground(call: CallExpr, fn: FunctionDecl, analysis: FileAnalysis): boolean {
  let found = false;
  const isAround = ({ start, end }: Stmt['range']): boolean =>
    start <= call.range.start && call.range.end <= end;
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
