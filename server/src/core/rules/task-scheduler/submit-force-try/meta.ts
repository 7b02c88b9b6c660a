import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'task-submit-force-try',
  family: 'task-scheduler',
  title: 'Failing submit of a task request crashes the app',
  why: 'Submitting a request always fails in the simulator, and on the devices of everybody who has turned Background App Refresh off. That is no mistake of the app, and no reason to crash.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 13',
  fix: 'Catch the error and log it; the app works without the task.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler/submit(_:)',
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler/error/code/unavailable',
  ],
  entries: [],
  examples,
};
