import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'unnamed-background-task',
  family: 'background-task',
  title: 'Background task has no name',
  why: 'The log of the system lists open tasks by their names. A task without one goes by a general description, and nobody can tell from a report which of them was left open.',
  consequence: 'misconception',
  severity: 'hint',
  confidence: 'high',
  tier: 3,
  isOptIn: true,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 7',
  fix: 'Begin the task with a name that says what it is for.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(withname:expirationhandler:)',
    'https://developer.apple.com/forums/thread/85066',
  ],
  entries: [],
  examples,
};
