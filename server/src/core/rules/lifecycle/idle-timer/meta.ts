import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'idle-timer-not-restored',
  family: 'lifecycle',
  title: 'The idle timer is never enabled again',
  why: 'isIdleTimerDisabled keeps the screen from locking while the app is in front. It does nothing for the background, and an app that never sets it back keeps the screen on whatever it shows.',
  consequence: 'battery',
  severity: 'hint',
  confidence: 'medium',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['sources-complete', 'constants'],
  minOS: 'iOS 3',
  isOptIn: true,
  fix: 'Set it to false when the screen that needs it goes away. For work in the background use a background mode or a background task.',
  sources: ['https://developer.apple.com/documentation/uikit/uiapplication/isidletimerdisabled'],
  entries: [],
  examples,
};
