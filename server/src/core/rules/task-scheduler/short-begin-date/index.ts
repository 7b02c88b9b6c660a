/** short-earliest-begin-date: a lower bound is no schedule. */
import { datedRequests, schedulingSymbols } from '../../../catalog/task-scheduling';
import type { Expr } from '../../../program/ir';
import { numberOf } from '../../../program/number-literals';
import { unwrap } from '../../../program/resolve';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { meta } from './meta';

const message =
  'Earliest begin date is only a lower bound: iOS decides when the task runs, often hours later';

/** Seconds. */
const shortest = 1800;

export const shortBeginDateRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, schedulingSymbols)) return;
    const { analysis } = taskContext(code);
    analysis.walkMentioning(['earliestBeginDate'], {
      expr: (expr) => {
        const target = expr.kind === 'assign' ? unwrap(expr.target) : undefined;
        if (expr.kind !== 'assign' || target?.kind !== 'member' || target.name !== 'earliestBeginDate')
          return true;
        const type = target.base === undefined ? undefined : analysis.types.typeOf(target.base);
        const seconds = secondsFromNow(expr.value);
        if (type === undefined || !datedRequests.includes(type) || seconds === undefined) return true;
        if (seconds > 0 && seconds <= shortest)
          code.report({ uri: code.unit.uri, range: target.nameRange, message });
        return true;
      },
    });
  },
};

/** `Date(timeIntervalSinceNow: 900)`, `Date().addingTimeInterval(15 * 60)` */
function secondsFromNow(value: Expr): number | undefined {
  const call = unwrap(value);
  const arg = call.kind === 'call' && call.args.length === 1 ? call.args[0] : undefined;
  if (call.kind !== 'call' || arg === undefined) return undefined;
  const isFromNow =
    (call.constructs === 'Date' && arg.label === 'timeIntervalSinceNow') ||
    call.selector === 'dateWithTimeIntervalSinceNow:' ||
    (call.name === 'addingTimeInterval' && isNow(call.receiver));
  return isFromNow ? numberOf(arg.value) : undefined;
}

function isNow(expr: Expr | undefined): boolean {
  const value = expr === undefined ? undefined : unwrap(expr);
  return value?.kind === 'call' && value.constructs === 'Date' && value.args.length === 0;
}
