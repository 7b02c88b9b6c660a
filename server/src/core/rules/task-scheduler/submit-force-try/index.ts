/** task-submit-force-try: a request that cannot be submitted is an everyday thing. */

import { neverReturning } from '../../../catalog/inert-calls';
import { schedulingSymbols } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import { handlerOf, tryAround } from '../../../program/attempts';
import type { CallExpr, Stmt, TryExpr } from '../../../program/ir';
import { submissions } from '../../../program/scheduler-calls';
import { type TaskContext, taskContext } from '../../background-task/context';
import { catchFix, unscheduled } from '../../background-task/fixes/catch-error';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';

const message =
  'Failing submit crashes the app: it always fails in the simulator and when Background App Refresh is turned off';

export const submitForceTryRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, schedulingSymbols)) return;
    const context = taskContext(code);
    if (context.analysis.resolver.language !== 'swift') return;
    for (const call of submissions(context.analysis)) {
      const attempt = tryAround(call, context.analysis);
      if (attempt?.form === 'try!') reportForced(context, attempt);
      else if (attempt?.form === 'try') reportTrap(context, call);
    }
  },
};

function reportForced(context: TaskContext, attempt: TryExpr): void {
  const { code } = context;
  const { start } = attempt.range;
  const fix = catchFix(context, attempt, unscheduled);
  code.report({
    uri: code.unit.uri,
    range: { start, end: start + attempt.form.length },
    message,
    fixes: fix === undefined ? [] : [fix],
  });
}

function reportTrap(context: TaskContext, call: CallExpr): void {
  const { code, analysis } = context;
  const handled = handlerOf(call, analysis);
  const last = handled?.catches.length === 1 ? handled.catches[0]?.body.statements.at(-1) : undefined;
  const trap = last === undefined ? undefined : trapOf(last, analysis);
  if (trap === undefined || handled?.catches[0]?.catchesAll !== true) return;
  code.report({
    uri: code.unit.uri,
    range: trap.nameRange,
    message,
    related: [{ uri: code.unit.uri, range: call.nameRange, message: 'The error comes from here' }],
  });
}

function trapOf(stmt: Stmt, { resolver }: FileAnalysis): CallExpr | undefined {
  const call = stmt.kind === 'expr' ? stmt.expr : undefined;
  if (call?.kind !== 'call' || call.receiver !== undefined || !neverReturning.has(call.name))
    return undefined;
  const isOwn =
    resolver.scopes.declaration(call) !== undefined ||
    resolver.functions(resolver.typeAround(call), call.name).length > 0;
  return isOwn ? undefined : call;
}
