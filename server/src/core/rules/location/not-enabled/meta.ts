import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-location-not-enabled',
  family: 'location',
  title: 'The location mode is declared, but background updates are never switched on',
  why: 'allowsBackgroundLocationUpdates is false to begin with. As long as no code sets it, the mode does nothing: updates stop as soon as the app is suspended, and App Review asks what the mode is for.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'sources-complete', 'platform'],
  minOS: 'iOS 9',
  fix: 'Set allowsBackgroundLocationUpdates before startUpdatingLocation, once the user asks for tracking. Without background tracking take the mode out.',
  sources: [
    'https://developer.apple.com/documentation/corelocation/cllocationmanager/allowsbackgroundlocationupdates',
    'https://developer.apple.com/documentation/corelocation/handling-location-updates-in-the-background',
  ],
  entries: [],
  examples,
};
