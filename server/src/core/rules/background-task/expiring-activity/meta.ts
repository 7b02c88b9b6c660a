import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'expiring-activity-ignores-expired',
  family: 'background-task',
  title: 'performExpiringActivity block ignores its expired argument',
  why: 'iOS calls the block a second time with true when the time is up, and only with true when it grants no time at all. A block that ignores the argument starts the work again just when it has to stop.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 8.2',
  fix: 'Return at once, or stop the work that is under way, when the argument is true.',
  sources: [
    'https://developer.apple.com/documentation/foundation/processinfo/performexpiringactivity(withreason:using:)',
  ],
  entries: [],
  examples,
};
