import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'too-many-pending-requests',
  family: 'task-scheduler',
  title: 'More task identifiers than the scheduler keeps pending',
  why: 'One app refresh request and ten processing requests can be pending at a time. Submitting one for another identifier fails with tooManyPendingTaskRequests, so that whoever is scheduled first keeps the others from ever running.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['constants'],
  minOS: 'iOS 13',
  fix: 'Refresh everything in one app refresh task, under one identifier.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler/submit(_:)',
    'https://developer.apple.com/documentation/backgroundtasks/bgtaskscheduler/error/code/toomanypendingtaskrequests',
  ],
  entries: [],
  examples,
};
