import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-task-id-not-reset',
  family: 'background-task',
  title: 'Task identifier is not reset to .invalid after ending',
  why: 'A property that keeps the identifier of a task that has ended looks as if the task were still open. The next check for an open task is wrong: a new task is never begun, or the old one is ended twice.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Set the property to .invalid (UIBackgroundTaskInvalid in Objective-C) right after the task has ended.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(expirationhandler:)',
    'https://developer.apple.com/forums/thread/85066',
  ],
  entries: [],
  examples,
};
