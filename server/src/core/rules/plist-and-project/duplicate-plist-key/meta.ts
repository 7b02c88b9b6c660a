import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'duplicate-plist-key',
  family: 'plist-and-project',
  title: 'A key that is twice in one dictionary',
  why: 'Reading the file leaves one of the two values, and which one is not defined. After a merge, a second UIBackgroundModes can wipe out the first.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['plist', 'entitlements'],
  scope: 'file',
  needs: [],
  fix: 'Merge lists into the first key; of other values keep the one that is meant.',
  sources: [
    'https://developer.apple.com/documentation/bundleresources/information-property-list/uibackgroundmodes',
    'https://www.apple.com/DTDs/PropertyList-1.0.dtd',
  ],
  entries: [],
  examples,
};
