import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'infoplist-copied-as-resource',
  family: 'plist-and-project',
  title: 'The Info.plist is also copied into the bundle',
  why: 'Xcode processes the Info.plist of a target and puts the result into the bundle. When the file is a resource of the same target as well, both want the same place: Xcode warns, or stops with "Multiple commands produce".',
  consequence: 'rejection',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['pbxproj'],
  scope: 'target',
  needs: ['pbxproj'],
  fix: 'Take the file out of the target membership: remove it from Copy Bundle Resources, or except it from the synchronized folder.',
  sources: [
    'https://developer.apple.com/documentation/xcode/build-system',
    'https://github.com/billdmar/SafeWalk/pull/4',
  ],
  entries: [
    {
      key: 'resources-phase',
      title: 'The Info.plist is in Copy Bundle Resources',
      why: 'Choosing a target when the file is added to the project is enough to put it there.',
    },
    {
      key: 'synchronized-folder',
      title: 'The Info.plist is in a synchronized folder without an exception',
      minOS: 'Xcode 16',
      why: 'Every file in such a folder belongs to the target unless membershipExceptions names it.',
    },
  ],
  examples,
};
