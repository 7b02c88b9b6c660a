/** Entry scheduled-task-does-nothing: an expirationHandler of a BGTask that is empty or only logs. */
import { isLoggingFunction, saysLogging } from '../../../catalog/inert-calls';
import { backgroundTaskObligation, scheduledTaskTypes } from '../../../catalog/obligations';
import { namesOf } from '../../../program/callees';
import type { ClosureExpr, Expr, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { walkProgram } from '../../../program/walk';
import type { TextRange } from '../../../text';
import type { TaskContext } from '../context';
import { cancelWorkFix } from '../fixes/cancel-work';

const message =
  'Expiration handler neither stops the work nor completes the task: iOS waits for it in vain and may kill the app';

export function checkScheduledTaskHandlers(context: TaskContext): void {
  const { code, analysis } = context;
  walkProgram(analysis.program, {
    expr: (expr) => {
      const set = handlerSet(expr);
      if (set === undefined || !isScheduledTask(set.task, context) || !onlyLogs(set.closure, context))
        return true;
      const fix = cancelWorkFix(context, expr, set.closure);
      code.report({
        entry: 'scheduled-task-does-nothing',
        uri: code.unit.uri,
        range: set.at,
        message,
        fixes: fix === undefined ? [] : [fix],
      });
      return true;
    },
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

function onlyLogs(closure: ClosureExpr, context: TaskContext): boolean {
  const { body } = closure.function;
  const { errors } = context.analysis.program;
  if (body === undefined || errors.some((e) => e.start < body.range.end && body.range.start < e.end))
    return false;
  return body.statements.every((stmt) => isLogging(stmt, context));
}

function isLogging(stmt: Stmt, context: TaskContext): boolean {
  // `guard let self else { return }` in front of `self.logger.info(…)`
  if (stmt.kind === 'guard') return stmt.otherwise.statements.every(({ kind }) => kind === 'return');
  if (stmt.kind !== 'expr' && !(stmt.kind === 'return' && stmt.implicit)) return false;
  const value = stmt.kind === 'expr' ? stmt.expr : stmt.value;
  const call = value === undefined ? undefined : unwrap(value);
  if (call?.kind !== 'call' || call.args.some(({ value: arg }) => unwrap(arg).kind === 'closure'))
    return false;
  const { resolver } = context.analysis;
  if (call.receiver !== undefined) {
    return !resolver.isSelf(call.receiver) && namesOf(call.receiver).some(saysLogging);
  }
  const isOwn =
    resolver.scopes.declaration(call) !== undefined ||
    resolver.functions(resolver.typeAround(call), call.name).length > 0 ||
    context.code.index.functions(call.name).length > 0;
  return !isOwn && isLoggingFunction(call.name);
}
