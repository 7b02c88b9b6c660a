/** background-time-remaining-overflow: in the foreground the remaining time fits into no integer. */
import { integerTypes, remainingTime, roundingNames } from '../../../catalog/background-time';
import type { FileAnalysis } from '../../../program/analysis';
import type { CallExpr, Clause, Expr, FunctionDecl } from '../../../program/ir';
import { parentsOf } from '../../../program/parents';
import { isRemainingTime } from '../../../program/remaining-time';
import { unwrap } from '../../../program/resolve';
import { clauseExpr, walkExpr, walkFunction } from '../../../program/walk';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { type TaskContext, taskContext } from '../context';
import { meta } from './meta';

const message =
  'Converts backgroundTimeRemaining to an integer: in the foreground it is too large for one, and the app crashes';

/** Limit that the fix puts in, in seconds. */
const limit = 3600;

export const timeOverflowRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [remainingTime.name])) return;
    const context = taskContext(code);
    const { analysis } = context;
    for (const call of analysis.callsMentioning(analysis.spellings([...integerTypes]))) {
      const value = converted(call);
      if (value === undefined || !isUnlimited(value, analysis)) continue;
      if (isChecked(call, analysis) || isInBackground(call, context)) continue;
      code.report({
        uri: code.unit.uri,
        range: call.nameRange,
        message,
        fixes: [limitFix(context, value)],
      });
    }
  },
};

function converted(call: CallExpr): Expr | undefined {
  const [only] = call.args;
  const isConversion = call.constructs !== undefined && integerTypes.has(call.constructs);
  return isConversion && call.args.length === 1 && only?.label === undefined ? only?.value : undefined;
}

/** The remaining time, rounded or not. */
function isUnlimited(expr: Expr, analysis: FileAnalysis): boolean {
  const value = unwrap(analysis.resolver.origin(expr));
  if (isRemainingTime(value, analysis)) return true;
  if (value.kind !== 'call' || !roundingNames.has(value.name)) return false;
  const inner = value.receiver ?? value.args[0]?.value;
  return inner !== undefined && isUnlimited(inner, analysis);
}

/** Whether the function tests the remaining time, or the state of the app, anywhere: it may well know what it does. */
function isChecked(call: CallExpr, analysis: FileAnalysis): boolean {
  const outermost = parentsOf(analysis.resolver).scopesAround(call).at(-1)?.fn;
  return outermost === undefined || testsIn(outermost).some((test) => asksState(test, analysis));
}

function testsIn(fn: FunctionDecl): Expr[] {
  const found: Expr[] = [];
  const add = (clauses: readonly Clause[]): void => {
    found.push(...clauses.map(clauseExpr).filter((expr) => expr !== undefined));
  };
  walkFunction(fn, {
    stmt: (stmt) => {
      if (stmt.kind === 'if' || stmt.kind === 'guard' || stmt.kind === 'loop') add(stmt.clauses);
      if (stmt.kind === 'switch') found.push(stmt.subject);
    },
    expr: (expr) => {
      if (expr.kind === 'ternary') found.push(expr.condition);
      return true;
    },
  });
  return found;
}

function asksState(test: Expr, analysis: FileAnalysis): boolean {
  let found = false;
  walkExpr(test, {
    expr: (expr) => {
      const isNamed = expr.kind === 'name' || expr.kind === 'member' || expr.kind === 'call';
      found ||=
        isRemainingTime(expr, analysis) || (isNamed && /background|foreground|state|active/i.test(expr.name));
      return !found;
    },
  });
  return found;
}

/** Whether the code runs in the background only: in an expiration handler, or in a callback named after it. */
function isInBackground(call: CallExpr, { analysis, sites }: TaskContext): boolean {
  const handlers = sites
    .map((site) => analysis.calls.handler(site.call))
    .filter((each) => each !== undefined);
  const closures = new Set(handlers.map((handler) => analysis.resolver.origin(handler)));
  return parentsOf(analysis.resolver)
    .scopesAround(call)
    .some(
      ({ fn, closure }) =>
        (closure !== undefined && closures.has(closure)) || /background|expir/i.test(fn?.name ?? ''),
    );
}

function limitFix({ code }: TaskContext, { range }: Expr): Fix {
  const at = (offset: number, newText: string) => ({ range: { start: offset, end: offset }, newText });
  return {
    title: `Limit the value to ${limit} seconds`,
    files: [{ uri: code.unit.uri, edits: [at(range.start, 'min('), at(range.end, `, ${limit})`)] }],
    isPreferred: true,
  };
}
