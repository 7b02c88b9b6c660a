import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'pushkit-completion-not-called',
  family: 'calls',
  title: 'PushKit completion handler is never called',
  why: 'The completion handler of an incoming push tells iOS that the push has been dealt with. Until it is called the app counts as busy.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['call-graph'],
  minOS: 'iOS 11',
  fix: 'Call the completion handler in the completion of the call report, when the system knows about the call.',
  sources: [
    'https://developer.apple.com/documentation/pushkit/pkpushregistrydelegate/pushregistry(_:didreceiveincomingpushwith:for:completion:)',
    'https://developer.apple.com/documentation/pushkit/responding-to-voip-notifications-from-pushkit',
  ],
  entries: [],
  examples,
};
