/** fetch-completion-not-called: silent pushes and background fetches have to report a result. */
import {
  byCall,
  type DutyMethod,
  performFetchMethod,
  remoteNotificationMethods,
} from '../../../catalog/duties';
import { methodSites } from '../../../program/duties/sites';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { checkDuty, type Duty } from '../../duties/check';
import { checkHanded } from '../../duties/handed';
import { handlerCall } from '../../duties/handler-call';
import { meta } from './meta';

function fetchDuty(what: string, entries: Duty['entries'], isPush: boolean): Duty {
  return {
    discharge: byCall,
    name: 'completionHandler',
    platform: 'iOS',
    entries,
    reportsNever: true,
    reportsPaths: true,
    texts: {
      never: `The ${what} never calls its completion handler: iOS counts the app as busy until it kills it, and wakes it less often`,
      onSomePath: `Leaves the ${what} without calling the completion handler: iOS keeps waiting for the result, and wakes the app less often`,
      arrival: 'The completion handler arrives here',
      fixTitle: 'Call the completion handler here',
    },
    code: (name, site, analysis, isFailure) => {
      const result = isPush || !isFailure ? 'noData' : 'failed';
      const objc = result === 'noData' ? 'UIBackgroundFetchResultNoData' : 'UIBackgroundFetchResultFailed';
      return handlerCall(name, site, analysis, { swift: `.${result}`, objc });
    },
  };
}

const push = fetchDuty('silent push handler', { never: 'never', onSomePath: 'on-some-path' }, true);
const fetch = fetchDuty('background fetch', { never: 'perform-fetch', onSomePath: 'perform-fetch' }, false);

export const fetchCompletionRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    for (const method of remoteNotificationMethods) check(code, method, push);
    check(code, performFetchMethod, fetch);
  },
};

function check(code: CodeContext, method: DutyMethod, duty: Duty): void {
  const { analysis } = taskContext(code);
  for (const site of methodSites(analysis, code.index, method)) checkDuty(code, site, duty);
  checkHanded(code, method, duty);
}
