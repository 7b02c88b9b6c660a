/** background-task-begun-late: once a background callback has returned, it may be too late. */
import { isBackgroundCallback } from '../../../program/background-callback';
import { closureRun } from '../../../program/closure-timing';
import type { CallExpr } from '../../../program/ir';
import { outcomeOf } from '../../../program/outcome';
import { parentsOf } from '../../../program/parents';
import type { FunctionScope } from '../../../program/scopes';
import type { BeginSite } from '../../../program/task-sites';
import type { Rule } from '../../context';
import { checkMembers, mentionsTasks, type TaskContext } from '../context';
import { meta } from './meta';

const message =
  'Background task begins only after the callback has returned: the app may be suspended before; begin it first';

export const begunLateRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsTasks(code)) return;
    checkMembers(code, meta.id, (context) => {
      for (const site of context.sites) checkSite(context, site);
    });
  },
};

function checkSite(context: TaskContext, site: BeginSite): void {
  const { code } = context;
  const hop = lateHop(context, site);
  if (hop === undefined) return;
  const related = [
    { uri: code.unit.uri, range: hop.nameRange, message: 'What is in here runs after the callback' },
  ];
  code.report({ uri: code.unit.uri, range: site.call.nameRange, message, related });
}

/** The call that puts the begin off, inside of a background callback that begins no task before. */
function lateHop(context: TaskContext, site: BeginSite): CallExpr | undefined {
  const { analysis } = context;
  let hop: CallExpr | undefined;
  for (const scope of parentsOf(analysis.resolver).scopesAround(site.call)) {
    if (isBackgroundCallback(scope, analysis))
      return hop !== undefined && !beginsBefore(context, scope) ? hop : undefined;
    if (scope.closure === undefined) return undefined;
    const run = closureRun(scope.closure, analysis);
    // A closure that is kept, or run by nobody knows whom, is no hop of the callback.
    if (run?.timing === undefined) return undefined;
    if (run.timing === 'async') hop = run.call;
  }
  return undefined;
}

/** Whether the callback also begins a task before it returns: that one keeps the app alive until the others begin. */
function beginsBefore({ analysis, code }: TaskContext, { fn, type }: FunctionScope): boolean {
  if (fn === undefined) return true;
  const effects = analysis.effects.ofFunction(fn);
  return outcomeOf(effects, code.index, code.unit.uri, type?.name).begins.length > 0;
}
