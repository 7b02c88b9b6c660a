import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'blocking-call-in-time-critical-callback',
  family: 'background-task',
  title: 'Callback that must return at once blocks',
  why: 'Some callbacks hold up the main thread or the system until they return. One that waits, sleeps or loads data there uses up time that belongs to others, and the watchdog ends the app.',
  consequence: 'crash',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Take the blocking call out: set a flag, cancel, answer with what is cached, and let the rest happen later.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(expirationhandler:)',
    'https://developer.apple.com/forums/thread/85066',
    'https://developer.apple.com/documentation/pushtotalk/creating-a-push-to-talk-app',
  ],
  entries: [
    {
      key: 'main-queue-sync',
      title: 'DispatchQueue.main.sync inside an expiration handler',
      severity: 'error',
      why: 'The handler runs on the main thread already. Waiting there for the main queue is a deadlock: the app dies instead of being suspended.',
    },
    {
      key: 'expiration-handler',
      title: 'Expiration handler waits, sleeps or does slow work',
      why: 'All handlers run one after the other on the main thread, and together they have a few seconds. A handler that sleeps, or waits for the work it was meant to stop, uses them up.',
    },
    {
      key: 'push-to-talk',
      title: 'Slow work in channelDescriptor or incomingPushResult',
      consequence: 'silent-failure',
      minOS: 'iOS 16.0',
      why: 'Push to Talk waits for the answer of both methods. Answer from a cache, and update the channel once the data is there.',
    },
  ],
  examples,
};
