import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'continued-task-without-progress',
  family: 'task-scheduler',
  title: 'Continued task reports no progress',
  why: 'People see a continued task while it runs, with its progress. A task whose progress stands still looks stuck: iOS offers to cancel it, and expires it before others.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['call-graph'],
  minOS: 'iOS 26',
  fix: 'Set progress.totalUnitCount when the work starts, and progress.completedUnitCount after every step.',
  sources: [
    'https://developer.apple.com/documentation/backgroundtasks/performing-long-running-tasks-on-ios-and-ipados',
    'https://developer.apple.com/documentation/backgroundtasks/bgcontinuedprocessingtask',
  ],
  entries: [],
  examples,
};
