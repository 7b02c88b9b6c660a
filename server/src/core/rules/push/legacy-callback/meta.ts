import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'legacy-remote-notification-callback',
  family: 'push',
  title: 'Only the old callback for remote notifications is implemented',
  why: 'The callback without a fetch handler is called while the app is in front. A push that launches or resumes the app goes to the one with fetchCompletionHandler, or in Swift to the async one; without it silent pushes do nothing.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc', 'plist'],
  scope: 'target',
  needs: ['info-plist', 'type-members', 'platform'],
  minOS: 'iOS 7',
  fix: 'Implement application(_:didReceiveRemoteNotification:fetchCompletionHandler:), and call its handler on every path.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:didreceiveremotenotification:)',
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:didreceiveremotenotification:fetchcompletionhandler:)',
  ],
  entries: [],
  examples,
};
