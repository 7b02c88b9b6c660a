/** Entry scheduled-task-does-nothing: an expirationHandler of a BGTask that is empty or only logs. */
import { scheduledTask } from '../../../catalog/duties';
import type { FileAnalysis } from '../../../program/analysis';
import {
  expirationNames,
  type HandlerSet,
  handlerSet,
  isScheduledTask,
} from '../../../program/expiration-handlers';
import type { Expr, Stmt } from '../../../program/ir';
import { onlyLogs } from '../../../program/logging-only';
import { type Member, walkMember } from '../../../program/members';
import { unwrap } from '../../../program/resolve';
import type { CodeContext } from '../../context';
import { checkEach, type TaskContext, taskContext } from '../context';
import { cancelWorkFix } from '../fixes/cancel-work';

const message =
  'Expiration handler neither stops the work nor completes the task: iOS waits for it in vain and may kill the app';

export function checkScheduledTaskHandlers(code: CodeContext): void {
  const members = taskContext(code).analysis.membersMentioning(expirationNames);
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
  if (body === undefined || !isScheduledTask(task, analysis) || !onlyLogs(body, analysis, code.index)) return;
  if (isCompletedAtOnce(expr, task, analysis)) return;
  const fix = cancelWorkFix(context, expr, closure);
  code.report({
    entry: 'scheduled-task-does-nothing',
    uri: code.unit.uri,
    range: at,
    message,
    fixes: fix === undefined ? [] : [fix],
  });
}

/** Whether the task is completed already, or by the very next statement: then no work is left that could be stopped. */
function isCompletedAtOnce(set: Expr, task: Expr, { resolver }: FileAnalysis): boolean {
  const declaration = resolver.scopes.declaration(unwrap(task));
  const statements = resolver.scopes.scopeOf(unwrap(task))?.fn?.body?.statements ?? [];
  const at = statements.findIndex((stmt) => stmt.kind === 'expr' && stmt.expr === set);
  const isCompletion = (stmt: Stmt): boolean => {
    const call = stmt.kind === 'expr' ? unwrap(stmt.expr) : undefined;
    if (call?.kind !== 'call' || call.receiver === undefined) return false;
    const isSame = resolver.scopes.declaration(unwrap(call.receiver)) === declaration;
    return isSame && scheduledTask.discharge.methods.includes(call.name);
  };
  return declaration !== undefined && at >= 0 && statements.slice(0, at + 2).some(isCompletion);
}
