/** Code that only ever runs while the app is in the background. */
import { backgroundCallbacks, backgroundNotifications } from '../../../catalog/background-time';
import { performFetchMethod, sessionEventsMethod } from '../../../catalog/duties';
import { scheduledTaskTypes } from '../../../catalog/obligations';
import { continuedTask, refreshModifier } from '../../../catalog/task-scheduling';
import type { FileAnalysis } from '../../../program/analysis';
import { isBackgroundCallback } from '../../../program/background-callback';
import type { Block, Expr, FunctionDecl } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { registrations } from '../../../program/scheduler-calls';
import { taskReach } from '../../../program/task-reach';
import { walkFunction } from '../../../program/walk';

/** Bodies by what the system calls; those that pass the work on stand behind those that do it. */
export function backgroundBodies(analysis: FileAnalysis): readonly (readonly Block[])[] {
  const names = [...backgroundCallbacks, ...performFetchMethod.swift, ...sessionEventsMethod.swift];
  const observers = analysis.scopesMentioning([...backgroundNotifications]);
  const alone = [
    ...observers.filter((scope) => isBackgroundCallback(scope, analysis)).map(({ fn }) => fn),
    ...analysis.functionsNamed(names).map(({ fn }) => fn),
    ...modifierClosures(analysis),
  ];
  const groups = [...launchHandlers(analysis), ...[...new Set(alone)].map((fn) => [fn])];
  return groups.map((group) => group.flatMap((fn) => (fn?.body === undefined ? [] : [fn.body])));
}

/** Launch handlers and what they give their tasks to. Continued tasks are launched while the app is in use. */
function launchHandlers(analysis: FileAnalysis): readonly (readonly FunctionDecl[])[] {
  return registrations(analysis).flatMap(({ handler }) => {
    const { functions } = taskReach(handler, analysis);
    return functions.some(isContinued) || !functions.some(isScheduled) ? [] : [functions.toReversed()];
  });
}

function isContinued(fn: FunctionDecl): boolean {
  return mentionsTask(fn, [continuedTask]);
}

function isScheduled(fn: FunctionDecl): boolean {
  return mentionsTask(
    fn,
    scheduledTaskTypes.filter((type) => type !== continuedTask && type !== 'BGTask'),
  );
}

/** As the type of a parameter, or in a cast. */
function mentionsTask(fn: FunctionDecl, types: readonly string[]): boolean {
  let found = fn.params.some(({ type }) => type !== undefined && types.includes(type.name));
  walkFunction(fn, {
    expr: (expr) => {
      found ||= expr.kind === 'cast' && types.includes(expr.type.name);
      return !found;
    },
  });
  return found;
}

/** `.backgroundTask(.appRefresh("…")) { … }` */
function modifierClosures(analysis: FileAnalysis): readonly FunctionDecl[] {
  return analysis.callsMentioning([refreshModifier.name]).flatMap((call) => {
    const [kind, action] = call.args.map(({ value }): Expr => unwrap(value));
    const isModifier = call.name === refreshModifier.name && call.receiver !== undefined;
    if (!isModifier || call.args.length !== 2 || action?.kind !== 'closure') return [];
    const isImplicit =
      kind?.kind === 'call' ? kind.isImplicitMember : kind?.kind === 'member' && kind.base === undefined;
    return isImplicit ? [action.function] : [];
  });
}
