import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'call-action-not-completed',
  family: 'calls',
  title: 'Call action is neither fulfilled nor failed',
  why: 'The system waits for the answer to each action that it asks a call provider to perform. An action without an answer times out, and the time-out of a start or answer action can end the call.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['call-graph'],
  minOS: 'iOS 10',
  fix: 'Call fulfill() when the action succeeded and fail() when it did not, on every path. An action whose work takes time may be kept and completed later.',
  sources: [
    'https://developer.apple.com/documentation/callkit/cxaction',
    'https://developer.apple.com/documentation/callkit/cxproviderdelegate/provider(_:timedoutperforming:)',
    'https://developer.apple.com/documentation/livecommunicationkit/conversationmanagerdelegate',
  ],
  entries: [
    {
      key: 'never',
      title: 'Call action is never fulfilled or failed',
      why: 'Nothing in the method completes the action, keeps it or passes it on.',
    },
    {
      key: 'on-some-path',
      title: 'Call action is left open on some path',
      why: 'A guard or a branch leaves without failing the action.',
    },
    {
      key: 'live-communication-kit',
      title: 'Conversation action is left open',
      confidence: 'medium',
      minOS: 'iOS 17.4',
      why: 'One method gets every kind of conversation action, kinds that the app does not know included. The default case has to fail those.',
    },
  ],
  examples,
};
