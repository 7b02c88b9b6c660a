/** task-not-completed: every task that the scheduler launches has to be completed. */
import { scheduledTask } from '../../../catalog/duties';
import { launchSites, scheduledTaskSites } from '../../../program/duties/sites';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { checkDuty, type Duty } from '../../duties/check';
import { meta } from './meta';

const launched: Duty = {
  ...scheduledTask,
  name: 'task',
  entries: { never: 'never', onSomePath: 'on-some-path' },
  reportsNever: true,
  reportsPaths: true,
  texts: {
    never:
      'Launch handler never completes its task: the app is kept running until its time is over, and iOS launches it less often',
    onSomePath:
      'Leaves the task open on this path: the app is kept running until its time is over, and iOS launches it less often',
    arrival: 'The task arrives here',
    fixTitle: 'Complete the task here',
  },
  code: (name, _site, { resolver }, isFailure) =>
    resolver.language === 'objc'
      ? `[${name} setTaskCompletedWithSuccess:${isFailure ? 'NO' : 'YES'}];`
      : `${name}.setTaskCompleted(success: ${!isFailure})`,
};

/** A function may be given a task only to prepare it. */
const given: Duty = { ...launched, reportsNever: false };

export const taskCompletionRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    const { analysis } = taskContext(code);
    const launches = launchSites(analysis);
    for (const site of launches) checkDuty(code, site, launched);
    const handlers = new Set(launches.map(({ token }) => token.fn));
    for (const site of scheduledTaskSites(analysis)) {
      if (!handlers.has(site.token.fn)) checkDuty(code, site, given);
    }
  },
};
