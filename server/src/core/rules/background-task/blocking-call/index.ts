/** blocking-call-in-time-critical-callback: some callbacks have to return at once. */
import { pushToTalkCallbacks } from '../../../catalog/background-time';
import type { ClosureTiming } from '../../../catalog/closures';
import { blockingKind, waitsForMainQueue } from '../../../program/blocking';
import { type DirectCall, directCalls } from '../../../program/direct-calls';
import type { Block, Expr } from '../../../program/ir';
import type { BeginSite } from '../../../program/task-sites';
import { walkExpr } from '../../../program/walk';
import type { Rule } from '../../context';
import type { RelatedLocation } from '../../types';
import { beganHere, type TaskContext, taskContext } from '../context';
import { unwrapSyncFix } from './fix';
import { meta } from './meta';

type Entry = 'main-queue-sync' | 'expiration-handler' | 'push-to-talk';

const messages: Readonly<Record<Entry, string>> = {
  'main-queue-sync':
    'Expiration handler waits for the main queue on the main thread: this is a deadlock, and the app dies',
  'expiration-handler':
    'Expiration handler blocks the main thread: all handlers share a few seconds, then the watchdog ends the app',
  'push-to-talk':
    'Blocks a Push to Talk callback that has to return at once: the system waits for its answer',
};

/** What runs later does not hold the callback up. */
const timings: ReadonlySet<ClosureTiming> = new Set(['sync']);

export const blockingCallRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const context = taskContext(code);
    for (const site of context.sites) checkHandler(context, site);
    for (const { fn } of context.analysis.functionsNamed(pushToTalkCallbacks)) {
      if (fn?.kind === 'method' && fn.body !== undefined) checkCallback(context, fn.body);
    }
  },
};

function checkHandler(context: TaskContext, site: BeginSite): void {
  const { analysis } = context;
  const handler = analysis.calls.handler(site.call);
  const closure = handler === undefined ? undefined : analysis.resolver.origin(handler);
  if (closure?.kind !== 'closure' || closure.function.body === undefined) return;
  const related = [beganHere(context.code, site)];
  for (const direct of directCalls(analysis, closure.function.body, timings)) {
    if (!isCertain(direct)) continue;
    if (waitsForMainQueue(direct.call, analysis)) report(context, direct, 'main-queue-sync', related);
    // A file is read soon enough, and a URL does not say what it is.
    else if ((blockingKind(direct.call, analysis) ?? 'load') !== 'load' || isRequest(direct))
      report(context, direct, 'expiration-handler', related);
  }
}

function isRequest({ call }: DirectCall): boolean {
  return call.name.startsWith('sendSynchronousRequest');
}

function checkCallback(context: TaskContext, body: Block): void {
  for (const direct of directCalls(context.analysis, body, timings)) {
    const isBlocking = blockingKind(direct.call, context.analysis) !== undefined;
    if (isBlocking && isCertain(direct)) report(context, direct, 'push-to-talk', []);
  }
}

/** Helpers may be meant for other callers; and code that asks for the thread knows what it does. */
function isCertain({ conditions, helperConditions }: DirectCall): boolean {
  return helperConditions.length === 0 && !conditions.some(asksForThread);
}

function asksForThread(condition: Expr): boolean {
  let found = false;
  walkExpr(condition, {
    expr: (expr) => {
      if (expr.kind === 'name' || expr.kind === 'member' || expr.kind === 'call')
        found ||= /thread|queue/i.test(expr.name);
      return !found;
    },
  });
  return found;
}

function report(
  context: TaskContext,
  { call, entry: at }: DirectCall,
  entry: Entry,
  related: readonly RelatedLocation[],
): void {
  const { uri } = context.code.unit;
  const inside = call === at ? [] : [{ uri, range: call.nameRange, message: 'The blocking call is here' }];
  const fix = entry === 'main-queue-sync' && call === at ? unwrapSyncFix(context, call) : undefined;
  context.code.report({
    entry,
    uri,
    range: at.nameRange,
    message: messages[entry],
    related: [...related, ...inside],
    fixes: fix === undefined ? [] : [fix],
  });
}
