/** Recognises what runs when the time of a background task or of a scheduled task is up. */
import { backgroundTaskObligation, scheduledTaskTypes } from '../catalog/obligations';
import type { TextRange } from '../text';
import type { FileAnalysis } from './analysis';
import type { ClosureExpr, Expr } from './ir';
import { walkMember } from './members';
import { unwrap } from './resolve';
import { beginningMembers, beginSites } from './task-sites';

/** `expirationHandler`, `setExpirationHandler` */
export const expirationNames: readonly string[] = ['xpirationHandler'];

/** A closure that is set as the expiration handler of some object. */
export interface HandlerSet {
  readonly task: Expr;
  readonly closure: ClosureExpr;
  readonly at: TextRange;
}

/** `task.expirationHandler = { … }`, `[task setExpirationHandler:^{ … }]` */
export function handlerSet(expr: Expr): HandlerSet | undefined {
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

export function isScheduledTask(task: Expr, { types }: FileAnalysis): boolean {
  return scheduledTaskTypes.some((type) => types.isInstance(task, type) === 'yes');
}

export interface ExpirationHandler {
  /** Begun with `beginBackgroundTask`, or launched by the scheduler. */
  readonly of: 'background-task' | 'scheduled-task';
  /** Where the handler begins. */
  readonly at: TextRange;
}

/** Those of a file, as far as the objects are certainly such tasks; in no promised order. */
export function expirationHandlers(analysis: FileAnalysis): readonly ExpirationHandler[] {
  return [...ofBackgroundTasks(analysis), ...ofScheduledTasks(analysis)];
}

function ofBackgroundTasks(analysis: FileAnalysis): readonly ExpirationHandler[] {
  return beginningMembers(analysis).flatMap((member) =>
    beginSites(analysis, member).flatMap(({ call }): ExpirationHandler[] => {
      const handler = analysis.calls.handler(call);
      if (handler === undefined) return [];
      const value = unwrap(handler);
      // What a caller hands over expires there.
      if (analysis.resolver.scopes.declaration(value)?.kind === 'param') return [];
      const at = value.kind === 'closure' ? value.function.nameRange : value.range;
      return [{ of: 'background-task', at }];
    }),
  );
}

function ofScheduledTasks(analysis: FileAnalysis): readonly ExpirationHandler[] {
  const found: ExpirationHandler[] = [];
  for (const member of analysis.membersMentioning(expirationNames)) {
    walkMember(member, {
      expr: (expr) => {
        const set = handlerSet(expr);
        if (set !== undefined && isScheduledTask(set.task, analysis)) {
          found.push({ of: 'scheduled-task', at: set.at });
        }
        return true;
      },
    });
  }
  return found;
}
