/** Entry background-task: begin, start, end, one after the other. */
import type { AsyncStart } from '../../../program/duties/async-starts';
import { earlyCompletions } from '../../../program/duties/early-completions';
import type { CallExpr, FunctionDecl } from '../../../program/ir';
import { walkFunction } from '../../../program/walk';
import type { TaskContext } from '../../background-task/context';
import type { ReportEarly } from './texts';

export function checkBackgroundTasks({ analysis, sites }: TaskContext, report: ReportEarly): void {
  const bodies = new Map(sites.map(({ scope, call }) => [scope?.fn, call]));
  for (const [fn, begin] of bodies) {
    if (fn?.body === undefined) continue;
    const isEnd = (call: CallExpr): boolean => analysis.calls.ends(call) === 'yes';
    const question = {
      analysis,
      isDischarge: isEnd,
      knows: ({ closure }: AsyncStart) => mentions(closure.function, isEnd) || callsLocal(closure.function),
      // Only what is started after the task has begun is its work.
      isStart: ({ kind, call }: AsyncStart) => kind !== 'report' && call.range.start > begin.range.end,
    };
    for (const early of earlyCompletions(fn.body, question)) report('background-task', early);
  }

  /** Whether a closure runs a local function, which may end the task. */
  function callsLocal(fn: FunctionDecl): boolean {
    return mentions(fn, (call) => analysis.resolver.scopes.declaration(call) !== undefined);
  }
}

function mentions(fn: FunctionDecl, test: (call: CallExpr) => boolean): boolean {
  let found = false;
  walkFunction(fn, {
    expr: (expr) => {
      found ||= expr.kind === 'call' && test(expr);
      return !found;
    },
  });
  return found;
}
