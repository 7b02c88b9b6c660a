import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-task-begun-late',
  family: 'background-task',
  title: 'Background task begins only after an asynchronous hop in a background callback',
  why: 'The app is not suspended before the callback has returned, but it may be right after. A block that is queued there races with that: when it loses, the task that was meant to keep the app alive begins after the app has slept.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Begin the task in the callback itself, then start the asynchronous work.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(expirationhandler:)',
    'https://developer.apple.com/forums/thread/85066',
  ],
  entries: [],
  examples,
};
