import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'push-types-set-before-delegate',
  family: 'calls',
  title: 'desiredPushTypes set before the delegate',
  why: 'Setting desiredPushTypes is what starts the registration. A registry that has no delegate at that moment has nobody to hand the token or a waiting push to, and a call that launched the app is lost.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 8',
  fix: 'Set the delegate of the PKPushRegistry first, then desiredPushTypes, both at launch.',
  sources: [
    'https://developer.apple.com/documentation/pushkit/pkpushregistry',
    'https://developer.apple.com/documentation/pushkit/supporting-pushkit-notifications-in-your-app',
  ],
  entries: [],
  examples,
};
