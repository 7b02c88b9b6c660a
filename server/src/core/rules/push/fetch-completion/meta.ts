import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'fetch-completion-not-called',
  family: 'push',
  title: 'Background fetch completion handler is not called on every path',
  why: 'A silent push or a background fetch gives the app about 30 seconds, and the completion handler is how it gives them back. Without the call iOS waits until it kills the app, and then wakes it less often. Checks of the payload that return early are where the call gets lost.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['call-graph'],
  minOS: 'iOS 7',
  fix: 'Call the completion handler exactly once on every path: .newData or .noData when it went well, .failed when it did not. In Swift the async form of the method, which returns the result, cannot forget it.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:didreceiveremotenotification:fetchcompletionhandler:)',
    'https://developer.apple.com/documentation/usernotifications/pushing-background-updates-to-your-app',
  ],
  entries: [
    {
      key: 'never',
      title: 'Silent push handler never calls its completion handler',
      why: 'Nothing in the method calls the handler, keeps it or passes it on. The app runs on until iOS kills it, and fewer pushes are delivered.',
    },
    {
      key: 'on-some-path',
      title: 'Silent push handler forgets its completion handler on some path',
      severity: 'warning',
      consequence: 'silent-failure',
      why: 'An early return, a failed guard, a branch or a case leaves without the call that another path has.',
    },
    {
      key: 'perform-fetch',
      title: 'Background fetch does not call its completion handler on every path',
      severity: 'warning',
      why: 'The call reports what the fetch cost and found. Where it is missing the app is killed after about 30 seconds and gets fewer chances to fetch.',
    },
  ],
  examples,
};
