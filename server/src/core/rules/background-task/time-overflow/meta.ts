import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-time-remaining-overflow',
  family: 'background-task',
  title: 'Int(backgroundTimeRemaining) traps while the app is in the foreground',
  why: 'In the foreground there is no limit, and the property answers the largest finite number. No integer is that large: the conversion traps, so that a harmless line for the log crashes the app.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Limit the value before it is converted, for example with min(remaining, 3600), or print it as a number with String(format:).',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplication/backgroundtimeremaining',
    'https://forums.developer.apple.com/message/391799',
  ],
  entries: [],
  examples,
};
