import type { RuleMeta } from '../../types';
import { entries } from './entries';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'deprecated-background-api',
  family: 'lifecycle',
  title: 'A background API that was renamed, replaced or switched off',
  why: 'Most of these still compile without a word in an old project. What was renamed goes on working; what was replaced does less than its successor; what was switched off does nothing at all, and nobody notices until the app is in the background.',
  consequence: 'misconception',
  severity: 'hint',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc', 'plist'],
  scope: 'file',
  needs: ['deployment-target'],
  tag: 'deprecated',
  fix: 'Use the replacement that the message names. Code for older systems may stay: what stands behind #available, or in a target that supports those systems, is left alone.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplication/setkeepalivetimeout(_:handler:)',
    'https://developer.apple.com/documentation/uikit/uiapplication/setminimumbackgroundfetchinterval(_:)',
    'https://developer.apple.com/documentation/cfnetwork/kcfstreamnetworkservicetypevoip',
    'https://developer.apple.com/documentation/pushkit/pkpushregistrydelegate',
    'https://developer.apple.com/documentation/pushkit/pkpushregistrydelegate/pushregistry(_:didreceiveincomingvoippushwith:metadata:withcompletionhandler:)',
    'https://developer.apple.com/documentation/audiotoolbox/audiosessionsetactive(_:)',
    'https://developer.apple.com/documentation/avfaudio/avaudiosession',
    'https://developer.apple.com/forums/thread/797379',
  ],
  entries,
  examples,
};
