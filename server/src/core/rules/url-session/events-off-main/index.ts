/** session-events-completion-off-main: the session's queue is not the main thread. */
import { finishedEvents, sessionSymbols } from '../../../catalog/url-sessions';
import type { CallExpr, Expr, FunctionDecl } from '../../../program/ir';
import { isNil } from '../../../program/task-calls';
import { argumentOf, Sessions } from '../../../program/url-sessions';
import { allTypes, walkFunction } from '../../../program/walk';
import { firstLine, type TaskContext, taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { onMainFix } from './fix';
import { meta } from './meta';
import { isStoredHandlerCall } from './stored-handler';

const message =
  'Completion handler of UIKit is called on the queue of the session: off the main thread UIKit may crash or hang';

export const eventsOffMainRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, sessionSymbols)) return;
    const context = taskContext(code);
    for (const type of allTypes(context.analysis.program)) {
      if (type.kind === 'actor' || isOnMain(type)) continue;
      for (const method of type.methods) if (isFinishedEvents(method)) checkMethod(context, method);
    }
  },
};

function isFinishedEvents({ fullName }: FunctionDecl): boolean {
  return fullName === finishedEvents.swift || fullName === finishedEvents.objc;
}

function isOnMain({ attributes }: Pick<FunctionDecl, 'attributes'>): boolean {
  return attributes.some((attribute) => attribute.includes('MainActor'));
}

function checkMethod(context: TaskContext, method: FunctionDecl): void {
  if (isOnMain(method) || asksForThread(method) || mayUseMainQueue(context)) return;
  const { code } = context;
  for (const call of ownCalls(method)) {
    if (!isStoredHandlerCall(call, context)) continue;
    const fix = onMainFix(call, context);
    code.report({
      uri: code.unit.uri,
      range: firstLine(code.unit.text, call.range),
      message,
      fixes: fix === undefined ? [] : [fix],
    });
  }
}

/** Calls in the method itself: a closure may run anywhere. */
function ownCalls(method: FunctionDecl): readonly CallExpr[] {
  const calls: CallExpr[] = [];
  walkFunction(method, {
    expr: (expr) => {
      if (expr.kind === 'call') calls.push(expr);
      return true;
    },
    enterFunction: (fn) => fn === method,
  });
  return calls;
}

const threadNames = new Set(['isMainThread', 'MainActor', 'dispatchPrecondition', 'dispatch_assert_queue']);

/** A method that looks which thread it is on knows what it does. */
function asksForThread(method: FunctionDecl): boolean {
  let found = false;
  walkFunction(method, {
    expr: (expr) => {
      found ||= 'name' in expr && threadNames.has(expr.name);
      return !found;
    },
  });
  return found;
}

/** Whether a session of this file may call its delegate on the main thread. */
function mayUseMainQueue({ analysis }: TaskContext): boolean {
  const sessions = new Sessions(analysis);
  return sessions.made.some((call) => {
    const queue = argumentOf(call, ['delegateQueue'])?.value;
    return queue !== undefined && !isNil(queue) && !isOwnQueue(analysis.resolver.origin(queue));
  });
}

function isOwnQueue(queue: Expr): boolean {
  return queue.kind === 'call' && queue.constructs !== undefined;
}
