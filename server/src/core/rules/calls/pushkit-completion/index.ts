/** pushkit-completion-not-called: PushKit waits until a push has been dealt with. */
import { callReports } from '../../../catalog/async-work';
import { byCall, incomingPushMethod } from '../../../catalog/duties';
import { methodSites } from '../../../program/duties/sites';
import type { Block, FunctionDecl } from '../../../program/ir';
import { walkFunction } from '../../../program/walk';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { checkDuty, type Duty } from '../../duties/check';
import { mayLeaveEarly } from '../../duties/early-exits';
import { handlerCall } from '../../duties/handler-call';
import { meta } from './meta';

const duty: Duty = {
  discharge: byCall,
  name: 'completion',
  platform: 'iOS',
  entries: { never: undefined, onSomePath: undefined },
  reportsNever: true,
  // A path without a report gets the app killed: that is another rule's finding.
  reportsPaths: false,
  texts: {
    never: 'The push handler never calls its completion handler: iOS counts the app as busy with the push',
    onSomePath: 'Leaves the push handler without calling the completion handler',
    arrival: 'The completion handler arrives here',
    fixTitle: 'Call the completion handler',
  },
  code: (name, site, analysis) => handlerCall(name, site, analysis),
  place: ({ token }) => reportClosure(token.fn),
};

/** The closure of the only report, when it runs to its end. */
function reportClosure(fn: FunctionDecl): Block | undefined {
  const closures: Block[] = [];
  walkFunction(fn, {
    expr: (expr) => {
      const closure =
        expr.kind === 'call' && callReports.has(expr.name) ? expr.args.at(-1)?.value : undefined;
      if (closure?.kind === 'closure' && closure.function.body !== undefined)
        closures.push(closure.function.body);
      return true;
    },
  });
  const [only, ...others] = closures;
  return only === undefined || others.length > 0 || mayLeaveEarly(only) ? undefined : only;
}

export const pushkitCompletionRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { analysis } = taskContext(code);
    for (const site of methodSites(analysis, code.index, incomingPushMethod)) checkDuty(code, site, duty);
  },
};
