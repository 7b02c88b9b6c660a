/** Entry scheduled-task: a launch handler that nobody tells when its time is up. */
import { isLoggingFunction } from '../../../catalog/inert-calls';
import { expirationMembers, schedulingSymbols, taskMembers } from '../../../catalog/task-scheduling';
import { expirationNames } from '../../../program/expiration-handlers';
import type { FunctionDecl, Stmt } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { registrations } from '../../../program/scheduler-calls';
import { mentions, taskReach } from '../../../program/task-reach';
import type { CodeContext } from '../../context';
import { mentionsAny } from '../../mentions';
import { taskContext } from '../context';
import { cancelFix } from './fix';

const message =
  'Scheduled task has no expiration handler: when its time is up, iOS cuts the work off without a word';

export function checkLaunchHandlers(code: CodeContext): void {
  if (!mentionsAny(code, schedulingSymbols)) return;
  const context = taskContext(code);
  const { analysis } = context;
  for (const { call, handler } of registrations(analysis)) {
    const { functions, isComplete, isInFile } = taskReach(handler, analysis);
    const isNeverSet = isComplete ? !mentions(functions, expirationMembers) : isInFile && !isMentioned(code);
    if (!isNeverSet || !functions.some(works)) continue;
    if (isBroken(functions, analysis.program.errors)) continue;
    const fix = cancelFix(context, functions);
    code.report({
      entry: 'scheduled-task',
      uri: code.unit.uri,
      range: call.nameRange,
      message,
      fixes: fix === undefined ? [] : [fix],
    });
  }
}

function isMentioned({ unit }: CodeContext): boolean {
  return expirationNames.some((name) => unit.text.includes(name));
}

/** Whether a function does anything but complete the task and log: nothing else can run out of time. */
function works({ body }: FunctionDecl): boolean {
  return body?.statements.some((stmt) => !isTrivial(stmt)) ?? false;
}

function isTrivial(stmt: Stmt): boolean {
  const value = stmt.kind === 'expr' ? stmt.expr : stmt.kind === 'return' ? stmt.value : undefined;
  if (value === undefined) return stmt.kind === 'return';
  const call = unwrap(value);
  if (call.kind !== 'call') return false;
  return call.receiver === undefined
    ? isLoggingFunction(call.name)
    : taskMembers.has(call.selector?.split(':')[0] ?? call.name);
}

function isBroken(
  functions: readonly FunctionDecl[],
  errors: readonly { start: number; end: number }[],
): boolean {
  return functions.some(({ range }) =>
    errors.some((each) => each.start < range.end && range.start < each.end),
  );
}
