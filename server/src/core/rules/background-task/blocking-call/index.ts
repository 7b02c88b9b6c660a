/** blocking-call-in-time-critical-callback: some callbacks have to return at once. */
import { pushToTalkCallbacks } from '../../../catalog/background-time';
import type { ClosureTiming } from '../../../catalog/closures';
import type { FileAnalysis } from '../../../program/analysis';
import { blockingKind, waitsForMainQueue } from '../../../program/blocking';
import { type DirectCall, directCalls } from '../../../program/direct-calls';
import type { Block, Expr } from '../../../program/ir';
import type { BeginSite } from '../../../program/task-sites';
import { walkExpr } from '../../../program/walk';
import type { Rule } from '../../context';
import type { RelatedLocation } from '../../types';
import { beganHere, sitesWhere, type TaskContext, taskContext } from '../context';
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
    for (const site of sitesWhere(code, meta.id, mayBlock)) checkHandler(context, site);
    for (const { fn } of context.analysis.functionsNamed(pushToTalkCallbacks)) {
      if (fn?.kind === 'method' && fn.body !== undefined) checkCallback(context, fn.body);
    }
  },
};

/** Whether an expiration handler makes calls that block, or calls helpers, which may do so at any time. */
function mayBlock(site: BeginSite, { analysis }: TaskContext): boolean {
  const { resolver } = analysis;
  return callsOf(site, analysis).some(
    (direct) =>
      entryOf(direct, analysis) !== undefined ||
      resolver.functions(resolver.typeAround(direct.call), direct.call.name).length > 0,
  );
}

/** Calls that an expiration handler makes before it returns. */
function callsOf(site: BeginSite, analysis: FileAnalysis): readonly DirectCall[] {
  const handler = analysis.calls.handler(site.call);
  const closure = handler === undefined ? undefined : analysis.resolver.origin(handler);
  if (closure?.kind !== 'closure' || closure.function.body === undefined) return [];
  return directCalls(analysis, closure.function.body, timings);
}

function entryOf(direct: DirectCall, analysis: FileAnalysis): Entry | undefined {
  if (!isCertain(direct)) return undefined;
  if (waitsForMainQueue(direct.call, analysis)) return 'main-queue-sync';
  // A file is read soon enough, and a URL does not say what it is.
  const isBlocking = (blockingKind(direct.call, analysis) ?? 'load') !== 'load' || isRequest(direct);
  return isBlocking ? 'expiration-handler' : undefined;
}

function checkHandler(context: TaskContext, site: BeginSite): void {
  const related = [beganHere(context.code, site)];
  for (const direct of callsOf(site, context.analysis)) {
    const entry = entryOf(direct, context.analysis);
    if (entry !== undefined) report(context, direct, entry, related);
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
