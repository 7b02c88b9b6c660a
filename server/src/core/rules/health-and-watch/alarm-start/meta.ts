import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'alarm-session-start',
  family: 'health-and-watch',
  title: 'An extended runtime session is started in the way of another kind',
  why: 'WKBackgroundModes says what kind a session is. A smart alarm is scheduled with start(at:) while the app is in front; start() is for all other kinds. The wrong one ends the session with an error.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'platform'],
  minOS: 'watchOS 6',
  fix: 'Schedule alarms with start(at:), within the next 36 hours; start everything else with start().',
  sources: [
    'https://developer.apple.com/documentation/watchkit/wkextendedruntimesession/start()',
    'https://developer.apple.com/documentation/watchkit/wkextendedruntimesession/start(at:)',
    'https://developer.apple.com/documentation/watchkit/using-extended-runtime-sessions',
  ],
  entries: [],
  examples,
};
