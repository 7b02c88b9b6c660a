import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'continued-task-with-background-session',
  family: 'task-scheduler',
  title: 'Continued processing task drives a background URLSession',
  why: 'A background session works in another process and tells the app little while that is in the background: the task receives no progress, and iOS expires it as stalled. Transfers that belong to the task go through a default session.',
  consequence: 'silent-failure',
  severity: 'hint',
  confidence: 'medium',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 26',
  fix: 'Use a default session, and add the progress of the transfer to that of the task.',
  sources: ['https://developer.apple.com/forums/thread/805554'],
  entries: [],
  examples,
};
