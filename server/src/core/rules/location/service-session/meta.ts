import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'service-session-required',
  family: 'location',
  title: 'Explicit service sessions are required, but none is created',
  why: 'liveUpdates and CLMonitor bring service sessions of their own, unless the Info.plist says NSLocationRequireExplicitServiceSession. Then they wait for a CLServiceSession of the app, and without one they deliver nothing.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'sources-complete', 'platform'],
  minOS: 'iOS 18',
  fix: 'Keep a CLServiceSession with the authorization that the feature needs for as long as it runs, or take the key out.',
  sources: [
    'https://developer.apple.com/documentation/corelocation/handling-location-updates-in-the-background',
    'https://developer.apple.com/documentation/corelocation/clservicesession',
  ],
  entries: [],
  examples,
};
