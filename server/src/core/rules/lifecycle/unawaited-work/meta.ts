import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'unawaited-work-in-background-closure',
  family: 'lifecycle',
  title: 'Closure returns before the work it started is done',
  why: 'For these closures returning is the end of the background time: what they have put into a Task, on a queue or into a transfer without waiting for it is cut off.',
  consequence: 'silent-failure',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 8.2',
  fix: 'Await the work in the closure of SwiftUI; wait in the block of an expiring activity, for example for a semaphore that the callback signals.',
  sources: [
    'https://developer.apple.com/documentation/swiftui/scene/backgroundtask(_:action:)',
    'https://developer.apple.com/documentation/foundation/processinfo/performexpiringactivity(withreason:using:)',
  ],
  entries: [
    {
      key: 'swiftui-background-task',
      title: '.backgroundTask closure starts an unstructured Task and returns',
      why: 'The system takes the task for finished when the closure returns, and suspends the app. What runs in a Task of its own or on a queue is cut off: the closure has to await it.',
      minOS: 'iOS 16',
    },
    {
      key: 'expiring-activity',
      title: 'performExpiringActivity block only starts asynchronous work',
      why: 'The activity lasts as long as its block runs. A block that starts a Task or a transfer and returns has given the time back already.',
      severity: 'warning',
      confidence: 'medium',
    },
  ],
  examples,
};
