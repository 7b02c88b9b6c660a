import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'task-not-completed',
  family: 'task-scheduler',
  title: 'Scheduled task is not completed on every path',
  why: 'A task that the scheduler launches keeps the app running until it is completed. One that never is runs until its time is over, may get the app killed, and makes iOS launch it less often. Early returns and error branches are where the completion gets lost.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'workspace',
  needs: ['call-graph'],
  minOS: 'iOS 13',
  fix: 'Call setTaskCompleted(success:) once on every path: when the work is done, when it fails, when it cannot start, and when the expiration handler has stopped it.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgtask/settaskcompleted(success:)',
    'https://developer.apple.com/documentation/uikit/using-background-tasks-to-update-your-app',
  ],
  entries: [
    {
      key: 'never',
      title: 'Launch handler never completes its task',
      why: 'Neither the handler nor a function that it gives the task to completes it or keeps it.',
    },
    {
      key: 'on-some-path',
      title: 'Launch handler forgets to complete its task on some path',
      severity: 'warning',
      why: 'A return, a guard, a branch or an error leaves without the completion that another path has. Each run that fails uses up all of its time.',
    },
  ],
  examples,
};
