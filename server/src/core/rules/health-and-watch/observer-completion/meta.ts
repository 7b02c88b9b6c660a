import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'observer-completion-not-called',
  family: 'health-and-watch',
  title: 'Update handler of an HKObserverQuery does not call its completion handler on every path',
  why: 'With background delivery HealthKit wakes the app and waits for the completion handler. Without an answer it tries again with growing delays, and after three updates it stops waking the app. Nothing tells about it. The check of the error at the top of the handler is where the call is forgotten most.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['call-graph'],
  minOS: 'iOS 8',
  fix: 'Call the completion handler once the data is processed, also when the update came with an error. In Swift a defer at the top of the handler covers every way out.',
  sources: [
    'https://developer.apple.com/documentation/healthkit/hkobserverquerycompletionhandler',
    'https://developer.apple.com/documentation/healthkit/executing-observer-queries',
  ],
  entries: [],
  examples,
};
