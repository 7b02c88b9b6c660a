import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'location-pauses-automatically',
  family: 'location',
  title: 'pausesLocationUpdatesAutomatically is left at its default',
  why: 'It is true to begin with. When the user stays in one place the system pauses the updates, and in the background it does not resume them: tracks end at the first long stop.',
  consequence: 'silent-failure',
  severity: 'hint',
  confidence: 'high',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'workspace',
  needs: ['sources-complete'],
  isOptIn: true,
  minOS: 'iOS 6',
  fix: 'Decide: set it to false for tracking that must not end, or choose a matching activityType and start again from locationManagerDidPauseLocationUpdates.',
  sources: [
    'https://developer.apple.com/documentation/corelocation/cllocationmanager/pauseslocationupdatesautomatically',
    'https://developer.apple.com/forums/thread/763696',
  ],
  entries: [],
  examples,
};
