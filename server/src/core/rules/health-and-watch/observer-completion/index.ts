/** observer-completion-not-called: HealthKit waits for the completion of each update. */
import { byCall } from '../../../catalog/duties';
import type { CodeIndex } from '../../../program/code-index';
import { observerSites } from '../../../program/duties/sites';
import type { Effect } from '../../../program/effect-types';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { checkDuty, type Duty } from '../../duties/check';
import { handlerCall } from '../../duties/handler-call';
import { meta } from './meta';

const duty: Duty = {
  discharge: byCall,
  name: 'completionHandler',
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
    const sites = observerSites(analysis);
    if (sites.length === 0) return;
    // Nobody waits for the answer of an app that is not woken.
    const given: Duty = enablesDelivery(code.index) ? duty : { ...duty, severity: 'warning' };
    for (const site of sites) checkDuty(code, site, given);
  },
};

/** Whether the target asks HealthKit to wake it. */
function enablesDelivery(index: CodeIndex): boolean {
  return index.all.some(({ fn }) => fn.effects?.some(isEnabling) ?? false);
}

function isEnabling(effect: Effect): boolean {
  switch (effect.kind) {
    case 'call':
      return (
        effect.callee.name.startsWith('enableBackgroundDelivery') ||
        effect.args.some(({ effects }) => effects?.some(isEnabling) ?? false)
      );
    case 'hop':
    case 'maybe':
      return effect.effects.some(isEnabling);
    default:
      return false;
  }
}
