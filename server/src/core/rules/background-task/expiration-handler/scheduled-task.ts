/** Entry scheduled-task-does-nothing: an expirationHandler of a BGTask that is empty or only logs. */
import { backgroundTaskObligation, scheduledTaskTypes } from '../../../catalog/obligations';
import type { ClosureExpr, Expr } from '../../../program/ir';
import { onlyLogs } from '../../../program/logging-only';
import { type Member, walkMember } from '../../../program/members';
import { unwrap } from '../../../program/resolve';
import type { TextRange } from '../../../text';
import type { CodeContext } from '../../context';
import { checkEach, type TaskContext, taskContext } from '../context';
import { cancelWorkFix } from '../fixes/cancel-work';

const message =
  'Expiration handler neither stops the work nor completes the task: iOS waits for it in vain and may kill the app';

export function checkScheduledTaskHandlers(code: CodeContext): void {
  // `expirationHandler`, `setExpirationHandler`
  const members = taskContext(code).analysis.membersMentioning(['xpirationHandler']);
  checkEach(code, members, 'scheduled-task-does-nothing', checkHandlers);
}

function checkHandlers(context: TaskContext, member: Member): void {
  walkMember(member, {
    expr: (expr) => {
      const set = handlerSet(expr);
      if (set !== undefined) checkHandler(context, expr, set);
      return true;
    },
  });
}

function checkHandler(context: TaskContext, expr: Expr, { task, closure, at }: HandlerSet): void {
  const { code, analysis } = context;
  const { body } = closure.function;
  if (body === undefined || !isScheduledTask(task, context) || !onlyLogs(body, analysis, code.index)) return;
  const fix = cancelWorkFix(context, expr, closure);
  code.report({
    entry: 'scheduled-task-does-nothing',
    uri: code.unit.uri,
    range: at,
    message,
    fixes: fix === undefined ? [] : [fix],
  });
}

interface HandlerSet {
  readonly task: Expr;
  readonly closure: ClosureExpr;
  readonly at: TextRange;
}

/** `task.expirationHandler = { … }`, `[task setExpirationHandler:^{ … }]` */
function handlerSet(expr: Expr): HandlerSet | undefined {
  if (expr.kind === 'assign') {
    const target = unwrap(expr.target);
    const closure = unwrap(expr.value);
    if (target.kind !== 'member' || target.base === undefined || closure.kind !== 'closure') return undefined;
    if (target.name !== backgroundTaskObligation.expirationLabel) return undefined;
    return { task: target.base, closure, at: target.nameRange };
  }
  if (expr.kind !== 'call' || expr.selector !== 'setExpirationHandler:') return undefined;
  const closure = expr.args[0] === undefined ? undefined : unwrap(expr.args[0].value);
  if (expr.receiver === undefined || closure?.kind !== 'closure') return undefined;
  return { task: expr.receiver, closure, at: expr.nameRange };
}

function isScheduledTask(task: Expr, { analysis }: TaskContext): boolean {
  return scheduledTaskTypes.some((type) => analysis.types.isInstance(task, type) === 'yes');
}
