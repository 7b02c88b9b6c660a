import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'timed-out-action-completed',
  family: 'calls',
  title: 'Action that has timed out is fulfilled or failed',
  why: 'The system calls timedOutPerforming after it has given up on an action and failed it. There is nothing left to fulfill or fail: the call has no effect, and hides that the app answers too late.',
  consequence: 'misconception',
  severity: 'information',
  confidence: 'high',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 10',
  fix: 'Remove the call and bring the call itself to an end: stop its audio, tell the other side, forget it.',
  sources: [
    'https://developer.apple.com/documentation/callkit/cxproviderdelegate/provider(_:timedoutperforming:)',
  ],
  entries: [],
  examples,
};
