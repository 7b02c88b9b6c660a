/** completed-before-async-work: background time is given back while the work for it is still running. */
import {
  byCall,
  incomingPushMethod,
  performFetchMethod,
  remoteNotificationMethods,
  scheduledTask,
} from '../../../catalog/duties';
import type { AsyncStart } from '../../../program/duties/async-starts';
import { earlyCompletions } from '../../../program/duties/early-completions';
import {
  type DutySite,
  launchSites,
  methodSites,
  observerSites,
  scheduledTaskSites,
} from '../../../program/duties/sites';
import { TokenNames } from '../../../program/duties/tokens';
import type { Discharge } from '../../../program/duties/types';
import type { CallExpr, FunctionDecl } from '../../../program/ir';
import { walkFunction } from '../../../program/walk';
import { checkMembers, type TaskContext, taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { checkBackgroundTasks } from './background-tasks';
import { moveFix } from './fix';
import { meta } from './meta';
import { checkSessionEvents } from './session-events';
import { type Entry, messages, type ReportEarly, startMessage } from './texts';

export const completedBeforeAsyncWorkRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const context = taskContext(code);
    const { analysis } = context;
    checkMembers(code, meta.id, (tasks) => checkBackgroundTasks(tasks, report(tasks.code)));
    for (const method of [...remoteNotificationMethods, performFetchMethod])
      checkSites(context, methodSites(analysis, code.index, method), byCall, 'fetch-completion');
    const tasks = [...launchSites(analysis), ...scheduledTaskSites(analysis)];
    checkSites(context, tasks, scheduledTask.discharge, 'scheduled-task');
    checkSites(context, observerSites(analysis), byCall, 'health-observer');
    checkSites(context, methodSites(analysis, code.index, incomingPushMethod), byCall, 'pushkit-completion');
    checkSessionEvents(context);
  },
};

function report(code: CodeContext): ReportEarly {
  const { uri, text } = code.unit;
  return (entry, early) => {
    const fix = moveFix(text, uri, early);
    code.report({
      entry,
      uri,
      range: early.discharge.nameRange,
      message: messages[entry],
      related: [{ uri, range: early.start.call.nameRange, message: startMessage }],
      fixes: fix === undefined ? [] : [fix],
    });
  };
}

function checkSites(
  { code, analysis }: TaskContext,
  sites: readonly DutySite[],
  discharge: Discharge,
  entry: Entry,
): void {
  const reported = new Set<CallExpr>();
  for (const { token } of sites) {
    const names = new TokenNames(token, discharge, analysis.resolver);
    const question = {
      analysis,
      isDischarge: (call: CallExpr) => names.isTokenCall(call) || names.isDischargeOn(call),
      knows: ({ closure }: AsyncStart) => names.isMentionedBy(closure.function),
      isStart: ({ kind }: AsyncStart) => (entry === 'pushkit-completion') === (kind === 'report'),
    };
    for (const body of bodiesIn(token.fn)) {
      for (const early of earlyCompletions(body, question)) {
        if (reported.has(early.discharge)) continue;
        reported.add(early.discharge);
        report(code)(entry, early);
      }
    }
  }
}

/** The body of a function and of the closures in it. */
function bodiesIn(fn: FunctionDecl) {
  const functions = [fn];
  walkFunction(fn, {
    enterFunction: (inner) => {
      if (inner !== fn) functions.push(inner);
      return true;
    },
  });
  return functions.flatMap(({ body }) => (body === undefined ? [] : [body]));
}
