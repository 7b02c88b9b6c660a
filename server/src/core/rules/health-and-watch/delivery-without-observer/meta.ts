import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-delivery-without-observer',
  family: 'health-and-watch',
  title: 'Background delivery is enabled, but no observer query exists',
  why: 'Background delivery only wakes the app. The change itself comes through an HKObserverQuery, which the app has to create again at every launch.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['sources-complete'],
  minOS: 'iOS 8',
  fix: 'Execute an HKObserverQuery for the type when the app launches, and call its completion handler.',
  sources: [
    'https://developer.apple.com/documentation/healthkit/hkhealthstore/enablebackgrounddelivery(for:frequency:withcompletion:)',
    'https://developer.apple.com/documentation/healthkit/executing-observer-queries',
  ],
  entries: [],
  examples,
};
