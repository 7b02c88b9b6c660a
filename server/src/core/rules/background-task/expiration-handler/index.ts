/** expiration-handler-does-not-end-task: the handler has to end the task before it returns. */
import { blocksForOthers } from '../../../catalog/async-work';
import { namesOf } from '../../../program/callees';
import type { CallExpr, Expr } from '../../../program/ir';
import { type EndSite, outcomeOf } from '../../../program/outcome';
import type { BeginSite } from '../../../program/task-sites';
import { walkExpr } from '../../../program/walk';
import type { Rule } from '../../context';
import { beganHere, checkMembers, firstLine, mentionsTasks, type TaskContext } from '../context';
import { emptyEnd } from '../fixes/end-before-reset';
import { endInHandlerFix } from '../fixes/end-in-handler';
import { unwrapAsyncFix } from '../fixes/unwrap-async';
import { neverEnded } from '../never-ended';
import { meta } from './meta';
import { checkScheduledTaskHandlers } from './scheduled-task';

const messages = {
  'no-end':
    'Expiration handler never ends the background task: iOS kills the app when the time is up and the task is still open',
  'async-end':
    'Expiration handler ends the background task only after it has returned: iOS finds the task still open and may kill the app',
};

export const expirationHandlerRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsTasks(code)) return;
    checkMembers(code, meta.id, (context) => {
      for (const site of context.sites) checkSite(context, site);
    });
    checkScheduledTaskHandlers(code);
  },
};

function checkSite(context: TaskContext, site: BeginSite): void {
  const { code, analysis } = context;
  const handler = analysis.calls.handler(site.call);
  const effects = handler === undefined ? undefined : analysis.effects.ofClosure(handler);
  if (handler === undefined || effects === undefined) return;
  const outcome = outcomeOf(effects, code.index, code.unit.uri, site.scope?.type?.name);
  if (outcome.isOpen || outcome.ends.some(({ timing }) => timing !== 'async')) return;
  const [late] = outcome.ends;
  // What the handler waits for happens before it returns.
  if (late !== undefined && hasCall(handler, ({ name }) => blocksForOthers(name))) return;
  if (late !== undefined) reportLate(context, site, handler, late);
  // A task that nothing ends is one mistake, and is found where it begins.
  else if (!outcome.isOpenLater && neverEnded(context, site) === undefined && !tellsHolder(site, handler))
    reportNone(context, site, handler);
}

/** Whether the handler calls the object that is given the identifier: `job.task = begin… { job.cancel() }`. */
function tellsHolder({ destination, assign }: BeginSite, handler: Expr): boolean {
  const target = destination.kind === 'elsewhere' ? assign?.target : undefined;
  const [holder] = namesOf(target);
  if (target?.kind !== 'member' || holder === undefined) return false;
  return hasCall(handler, ({ receiver }) => namesOf(receiver).includes(holder));
}

function hasCall(handler: Expr, test: (call: CallExpr) => boolean): boolean {
  let found = false;
  walkExpr(handler, {
    expr: (expr) => {
      found ||= expr.kind === 'call' && test(expr);
      return !found;
    },
  });
  return found;
}

function reportLate(context: TaskContext, site: BeginSite, handler: Expr, end: EndSite): void {
  const { code } = context;
  const related = [beganHere(code, site)];
  if (end.hop !== undefined) {
    related.push({ ...end.hop, message: 'What is in here runs after the handler has returned' });
  }
  if (end.at.range.start !== end.entry.start || end.at.uri !== code.unit.uri) {
    related.push({ ...end.at, message: 'The background task ends here, too late' });
  }
  const fix = unwrapAsyncFix(context, handler, end);
  code.report({
    entry: 'async-end',
    uri: code.unit.uri,
    range: end.entry,
    message: messages['async-end'],
    related,
    fixes: fix === undefined ? [] : [fix],
  });
}

function reportNone(context: TaskContext, site: BeginSite, handler: Expr): void {
  const { code } = context;
  const empty = emptyEnd(context, handler);
  const fix = empty === undefined ? endInHandlerFix(context, site, handler) : empty.fix;
  code.report({
    entry: 'no-end',
    uri: code.unit.uri,
    range: firstLine(code.unit.text, handler.range),
    message: messages['no-end'],
    related: [beganHere(code, site)],
    fixes: fix === undefined ? [] : [fix],
  });
}
