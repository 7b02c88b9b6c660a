import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'missing-expiration-handler',
  family: 'background-task',
  title: 'Background work has no expiration handler',
  why: 'iOS may take the time back at any moment. Without a handler nobody ends the work then: the app is killed, or what it was writing is cut off.',
  consequence: 'crash',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Pass an expiration handler that ends the task and resets its identifier.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(expirationhandler:)',
    'https://developer.apple.com/forums/thread/85066',
    'https://developer.apple.com/documentation/backgroundtasks/bgtask/expirationhandler',
  ],
  entries: [
    {
      key: 'background-task',
      title: 'beginBackgroundTask without an expiration handler',
      why: 'When the time is up and no handler ends the task, the app is killed instead of suspended.',
    },
    {
      key: 'scheduled-task',
      title: 'Launch handler of a scheduled task sets no expirationHandler',
      consequence: 'silent-failure',
      minOS: 'iOS 13',
      why: 'Without an expirationHandler iOS marks the task as failed when the time is up and suspends the app in the middle of the work.',
    },
  ],
  examples,
};
