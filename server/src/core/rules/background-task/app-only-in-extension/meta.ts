import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'app-only-api-in-extension',
  family: 'background-task',
  title: 'An API of the app alone is used in an app extension',
  why: 'An extension runs in a process of its own, without the object that stands for the app, and iOS never launches it for a scheduled task.',
  consequence: 'rejection',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['target-membership'],
  minOS: 'iOS 8',
  fix: 'Ask for time with ProcessInfo.performExpiringActivity, whose block runs until it returns; register launch handlers in the app.',
  sources: [
    'https://developer.apple.com/forums/thread/85066',
    'https://developer.apple.com/documentation/foundation/processinfo/performexpiringactivity(withreason:using:)',
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler',
  ],
  entries: [
    {
      key: 'background-task',
      title: 'A background task of UIApplication in an app extension',
      why: 'UIApplication.shared is marked unavailable for extensions, so that the code does not compile; with that check switched off, review refuses it. ProcessInfo has a substitute.',
    },
    {
      key: 'launch-handler',
      title: 'A launch handler that is registered in an app extension',
      severity: 'warning',
      confidence: 'medium',
      consequence: 'silent-failure',
      minOS: 'iOS 13',
      why: 'An extension may submit requests; the app is launched to handle them.',
    },
  ],
  examples,
};
