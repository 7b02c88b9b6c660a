import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-transfer-chain',
  family: 'url-session',
  title: 'The next transfer begins in the callback of the last one',
  why: 'Each transfer that begins in the background is put off by a rate limiter whose delay grows, and counts as discretionary. A queue that starts the next file when the last one is done may need hours.',
  consequence: 'battery',
  severity: 'hint',
  confidence: 'medium',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  isOptIn: true,
  minOS: 'iOS 7',
  fix: 'Start all tasks while the app is in front and let the session work through them, or transfer fewer and larger files.',
  sources: [
    'https://developer.apple.com/forums/thread/14854',
    'https://github.com/google/gtm-session-fetcher',
  ],
  entries: [],
  examples,
};
