import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-task-id-overwritten',
  family: 'background-task',
  title: 'Stored task identifier is overwritten without ending the previous task',
  why: 'The identifier is the only handle to its task. When the callback comes a second time while the first task is open, the handle is lost, and nothing can end that task any more.',
  consequence: 'crash',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Return when a task is open already, or end it before the next one begins.',
  sources: [
    'https://developer.apple.com/forums/thread/85066',
    'https://developer.apple.com/forums/thread/729335',
  ],
  entries: [],
  examples,
};
