/** session-events-completion-not-called: the handler of background session events has to be kept, and called later. */
import { byCall, sessionEventsMethod } from '../../../catalog/duties';
import { methodSites } from '../../../program/duties/sites';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { checkDuty, type Duty } from '../../duties/check';
import { meta } from './meta';
import { checkStored } from './stored';

const duty: Duty = {
  discharge: byCall,
  name: 'completionHandler',
  platform: 'iOS',
  entries: { never: 'not-stored', onSomePath: 'not-stored' },
  reportsNever: true,
  // Apps with several sessions tell them apart and drop what is none of theirs.
  reportsPaths: false,
  texts: {
    never:
      'Completion handler of the session events is dropped: iOS cannot tell when the app is done, and gives it less time in the background',
    onSomePath: 'Drops the completion handler of the session events on this path',
    arrival: 'The completion handler arrives here',
    fixTitle: 'Keep the completion handler',
  },
  // Calling it here would be too early; where to keep it is the app's decision.
  code: () => undefined,
};

export const sessionEventsRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { analysis } = taskContext(code);
    for (const site of methodSites(analysis, code.index, sessionEventsMethod)) {
      checkDuty(code, site, duty);
      checkStored(code, analysis, site);
    }
  },
};
