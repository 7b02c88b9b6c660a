/** observer-completion-not-called: HealthKit waits for the completion of each update. */
import { byCall } from '../../../catalog/duties';
import { observerSites } from '../../../program/duties/sites';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { checkDuty, type Duty } from '../../duties/check';
import { handlerCall } from '../../duties/handler-call';
import { meta } from './meta';

const duty: Duty = {
  discharge: byCall,
  platform: 'iOS',
  entries: { never: undefined, onSomePath: undefined },
  reportsNever: true,
  reportsPaths: true,
  texts: {
    never:
      'Update handler never calls its completion handler: HealthKit stops background delivery after three updates without an answer',
    onSomePath:
      'Leaves the update handler without calling the completion handler: HealthKit stops background delivery after three updates without an answer',
    arrival: 'The completion handler arrives here',
    fixTitle: 'Call the completion handler here',
  },
  code: (name, site, analysis) => handlerCall(name, site, analysis),
};

export const observerCompletionRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { analysis } = taskContext(code);
    for (const site of observerSites(analysis)) checkDuty(code, site, duty);
  },
};
