import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-task-renewed-on-expiration',
  family: 'background-task',
  title: 'Expiration handler begins another background task',
  why: 'The time in the background belongs to the app, not to each task. A task begun when the time is up gets none: it is one more that is open when iOS looks.',
  consequence: 'misconception',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'End the task in the handler and leave it at that. Work that needs longer belongs into a BGProcessingTask or a background URLSession.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(expirationhandler:)',
    'https://developer.apple.com/forums/thread/85066',
  ],
  entries: [],
  examples,
};
