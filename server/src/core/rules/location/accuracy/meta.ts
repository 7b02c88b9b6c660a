import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'background-location-accuracy',
  family: 'location',
  title: 'Accuracy setting does not fit background location',
  why: 'The finest accuracy without a distance filter drains the battery. Very coarse settings have been reported to let the system suspend the app.',
  consequence: 'battery',
  severity: 'hint',
  confidence: 'low',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  isOptIn: true,
  minOS: 'iOS 9',
  fix: 'Choose the coarsest accuracy that serves the feature, with a distance filter. Navigation apps need the finest: leave the rule off for them.',
  sources: [
    'https://developer.apple.com/documentation/xcode/configuring-background-execution-modes',
    'https://cropsly.com/blog/location-updates-changes-in-ios-16-4/',
  ],
  entries: [
    {
      key: 'too-fine',
      title: 'Highest accuracy without a distance filter in the background',
      confidence: 'medium',
      why: 'GPS stays on and wakes the app for every fix. It is the usual reason for complaints about the battery.',
    },
    {
      key: 'too-coarse',
      title: 'Coarse accuracy or a large distance filter in the background',
      consequence: 'silent-failure',
      minOS: 'iOS 16.4',
      why: 'Developers report that since iOS 16.4 updates end with settings like these unless the background indicator is shown. Apple does not say so anywhere.',
    },
  ],
  examples,
};
