/** background-task-id-overwritten: a callback that comes again must not lose the task of the time before. */
import {
  repeatedCallbacks,
  returningCallbacks,
  returningNotifications,
} from '../../../catalog/background-time';
import type { ClosureTiming } from '../../../catalog/closures';
import { type DirectCall, directCalls } from '../../../program/direct-calls';
import type { AssignExpr, FunctionDecl } from '../../../program/ir';
import { type Outcome, outcomeOf } from '../../../program/outcome';
import type { FunctionScope } from '../../../program/scopes';
import type { BeginSite } from '../../../program/task-sites';
import type { Rule } from '../../context';
import { beganThere, mentionsTasks, type TaskContext, taskContext } from '../context';
import { endBeforeFix } from './fix';
import { meta } from './meta';

const message =
  'Overwrites the identifier of a task that may still be open: when the callback comes again, the first task can no longer be ended';

/** The task of the time before is lost now or later. */
const timings: ReadonlySet<ClosureTiming> = new Set(['sync', 'async']);

export const overwrittenRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsTasks(code)) return;
    const context = taskContext(code);
    const reported = new Set<BeginSite>();
    for (const scope of context.analysis.functionsNamed(repeatedCallbacks)) {
      if (scope.fn?.kind !== 'method') continue;
      for (const { site, assign } of overwrites(context, scope, scope.fn)) {
        if (reported.has(site)) continue;
        reported.add(site);
        const fix = endBeforeFix(context, site, assign);
        const fixes = fix === undefined ? [] : [fix];
        const related = beganThere(site);
        code.report({ uri: code.unit.uri, range: assign.target.range, message, related, fixes });
      }
    }
  },
};

interface Overwrite {
  readonly site: BeginSite;
  readonly assign: AssignExpr;
}

/** Begins that the callback certainly gets to, without a test of any kind and without an end before. */
function overwrites(context: TaskContext, scope: FunctionScope, { body }: FunctionDecl): Overwrite[] {
  if (body === undefined) return [];
  const direct = directCalls(context.analysis, body, timings);
  const found = context.tasks.flatMap((site): Overwrite[] => {
    const { assign, destination } = site;
    const position = direct.findIndex(({ call }) => call === site.call);
    const begin = direct[position];
    if (assign === undefined || destination.kind !== 'property' || begin === undefined) return [];
    const property = context.analysis.resolver.property(scope.type?.name, destination.name);
    const isTested = begin.conditions.length > 0 || begin.helperConditions.length > 0;
    if (isTested || (property?.accessors.length ?? 0) > 0) return [];
    return mayEndBefore(context, scope, direct.slice(0, position), begin) ? [] : [{ site, assign }];
  });
  const isEnded = found.length > 0 && (endsOnReturn(context, scope) || observesReturn(context));
  return isEnded ? [] : found;
}

function mayEndBefore(
  context: TaskContext,
  { type }: FunctionScope,
  before: readonly DirectCall[],
  begin: DirectCall,
): boolean {
  const { analysis, code } = context;
  return before.some(({ call }) => {
    // The helper that begins the task, and what the begin call itself is made of.
    if (call === begin.entry || call.range.start >= begin.call.range.start) return false;
    const effects = analysis.effects.ofExpression(call, undefined);
    return mayEnd(outcomeOf(effects, code.index, code.unit.uri, type?.name));
  });
}

function mayEnd({ ends, isOpen, isOpenLater }: Outcome): boolean {
  return ends.length > 0 || isOpen || isOpenLater;
}

/** Whether coming back to the app ends the task: then none is open when the app leaves again. */
function endsOnReturn({ analysis, code }: TaskContext, { type }: FunctionScope): boolean {
  return analysis.scopesMentioning([...returningCallbacks]).some(({ fn, type: around }) => {
    if (fn?.kind !== 'method' || around?.name !== type?.name || !returningCallbacks.has(fn.name))
      return false;
    return mayEnd(outcomeOf(analysis.effects.ofFunction(fn), code.index, code.unit.uri, type?.name));
  });
}

/** What an observer of the same notifications does is not followed. */
function observesReturn({ analysis }: TaskContext): boolean {
  let found = false;
  analysis.walkMentioning([...returningNotifications], {
    expr: (expr) => {
      const isNamed = expr.kind === 'member' || expr.kind === 'name';
      found ||= isNamed && returningNotifications.has(expr.name);
      return !found;
    },
  });
  return found;
}
