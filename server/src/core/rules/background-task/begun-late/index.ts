/** background-task-begun-late: once a background callback has returned, it may be too late. */
import { backgroundCallbacks, backgroundNotifications } from '../../../catalog/background-time';
import type { FileAnalysis } from '../../../program/analysis';
import { closureRun } from '../../../program/closure-timing';
import type { CallExpr, ClosureExpr, Expr } from '../../../program/ir';
import { outcomeOf } from '../../../program/outcome';
import { parentsOf } from '../../../program/parents';
import { unwrap } from '../../../program/resolve';
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

function isBackgroundCallback({ fn, closure }: FunctionScope, analysis: FileAnalysis): boolean {
  if (closure !== undefined) return observesBackground(closure, analysis);
  return fn?.kind === 'method' && backgroundCallbacks.has(fn.fullName);
}

/** `addObserver(forName: UIApplication.didEnterBackgroundNotification, …) { … }` */
function observesBackground(closure: ClosureExpr, { resolver }: FileAnalysis): boolean {
  const call = parentsOf(resolver).callTaking(closure);
  if (call === undefined || !call.name.startsWith('addObserver')) return false;
  return call.args.some(({ value }) => isNotification(value));
}

function isNotification(expr: Expr): boolean {
  const value = unwrap(expr);
  return (value.kind === 'member' || value.kind === 'name') && backgroundNotifications.has(value.name);
}

/** Whether the callback also begins a task before it returns: that one keeps the app alive until the others begin. */
function beginsBefore({ analysis, code }: TaskContext, { fn, type }: FunctionScope): boolean {
  if (fn === undefined) return true;
  const effects = analysis.effects.ofFunction(fn);
  return outcomeOf(effects, code.index, code.unit.uri, type?.name).begins.length > 0;
}
