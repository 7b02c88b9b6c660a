import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'short-earliest-begin-date',
  family: 'task-scheduler',
  title: 'Earliest begin date is no schedule',
  why: 'The date says before when iOS does not start the task, not when it does. That depends on how the app is used, on power and network, and may be hours later or never. A few minutes give neither a time nor a rhythm.',
  consequence: 'misconception',
  severity: 'hint',
  confidence: 'high',
  tier: 3,
  isOptIn: true,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 13',
  fix: 'Write a date before which the work would be useless, and make the app right without the task. For fixed times use notifications or pushes.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskrequest/earliestbegindate',
    'https://developer.apple.com/documentation/backgroundtasks/bgapprefreshtaskrequest',
  ],
  entries: [],
  examples,
};
