import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-modes-differ-between-configurations',
  family: 'plist-and-project',
  title: 'Background modes differ between build configurations',
  why: 'When Debug and Release use Info.plists of their own, one is easily forgotten: the app works from Xcode and fails in TestFlight, or the other way round.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['plist', 'pbxproj'],
  scope: 'target',
  needs: ['pbxproj', 'info-plist'],
  fix: 'Declare the mode in the Info.plists of all configurations.',
  sources: [
    'https://developer.apple.com/documentation/bundleresources/information-property-list/uibackgroundmodes',
    'https://developer.apple.com/documentation/xcode/build-settings-reference',
  ],
  entries: [],
  examples,
};
