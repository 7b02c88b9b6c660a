import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-time-remaining-as-condition',
  family: 'background-task',
  title: 'Control flow depends on backgroundTimeRemaining',
  why: 'The remaining time is an estimate. It can drop at any moment, when the device gets busy for instance, and in the foreground it is the largest number there is. A loop or a branch that relies on it works on the desk and fails in the pocket.',
  consequence: 'misconception',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Do the work in small steps and stop when the expiration handler is called. Read the remaining time for the log only.',
  sources: [
    'https://developer.apple.com/forums/thread/85066',
    'https://developer.apple.com/documentation/uikit/uiapplication/backgroundtimeremaining',
  ],
  entries: [],
  examples,
};
