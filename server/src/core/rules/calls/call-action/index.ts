/** call-action-not-completed: every action of a call has to be fulfilled or failed. */
import { callAction, callActionMethod, conversationActionMethod } from '../../../catalog/duties';
import { methodSites } from '../../../program/duties/sites';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { checkDuty, type Duty } from '../../duties/check';
import { checkHanded } from '../../duties/handed';
import { meta } from './meta';

const action: Duty = {
  ...callAction,
  name: 'action',
  entries: { never: 'never', onSomePath: 'on-some-path' },
  reportsNever: true,
  reportsPaths: true,
  texts: {
    never: 'Action is neither fulfilled nor failed: it times out, which can end the call',
    onSomePath: 'Leaves the action neither fulfilled nor failed: it times out, which can end the call',
    arrival: 'The action arrives here',
    fixTitle: 'Fulfill the action here',
    failTitle: 'Fail the action here',
  },
  code: (name, _site, { resolver }, isFailure) => {
    const method = isFailure ? 'fail' : 'fulfill';
    return resolver.language === 'objc' ? `[${name} ${method}];` : `${name}.${method}()`;
  },
};

const conversation: Duty = {
  ...action,
  entries: { never: 'live-communication-kit', onSomePath: 'live-communication-kit' },
};

export const callActionRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { analysis } = taskContext(code);
    for (const site of methodSites(analysis, code.index, callActionMethod)) checkDuty(code, site, action);
    for (const site of methodSites(analysis, code.index, conversationActionMethod))
      checkDuty(code, site, conversation);
    checkHanded(code, callActionMethod, action);
    checkHanded(code, conversationActionMethod, conversation);
  },
};
