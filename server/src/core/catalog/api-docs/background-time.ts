/** Time after the foreground. See `index.ts`. */
import type { ApiDoc } from '../docs';

const appleDocs = 'https://developer.apple.com/documentation';

export const backgroundTimeDocs: readonly ApiDoc[] = [
  {
    id: 'background-task-begin',
    apis: [],
    symbols: [
      {
        on: 'UIApplication',
        names: [
          'beginBackgroundTask',
          'beginBackgroundTaskWithName',
          'beginBackgroundTaskWithExpirationHandler',
        ],
        evidence: 'name',
      },
    ],
    title: 'Begin a background task',
    since: { iOS: '4.0' },
    what: 'Asks iOS for a little more time, so that work which has already begun can finish after the app left the foreground. It needs no background mode.',
    promises: ['Shortly before the time is up, the expiration handler is called on the main thread'],
    limits: [
      'The time is not guaranteed: about 30 seconds on current systems, less when the device is busy',
      'iOS ends the app when the task is still open after its expiration handler has returned; ending it later from a queue or a `Task` comes too late',
      'Each identifier needs an `endBackgroundTask` of its own, on every path',
      'The answer is `.invalid` when iOS grants no time',
      'Under a debugger the app is not suspended, so mistakes show up without one only',
    ],
    rules: [
      'background-task-not-ended',
      'missing-expiration-handler',
      'expiration-handler-does-not-end-task',
      'background-task-id-overwritten',
    ],
    links: [
      `${appleDocs}/uikit/uiapplication/beginbackgroundtask(expirationhandler:)`,
      `${appleDocs}/uikit/extending-your-app-s-background-execution-time`,
    ],
  },
  {
    id: 'background-task-end',
    apis: [],
    symbols: [{ on: 'UIApplication', names: ['endBackgroundTask'], evidence: 'name' }],
    title: 'End a background task',
    since: { iOS: '4.0' },
    what: 'Tells iOS that the work is done, so that the app may be suspended.',
    promises: [],
    limits: [
      'Has to be called once for each identifier that `beginBackgroundTask` answered, also on early returns and errors',
      'Inside of the expiration handler it has to be called before the handler returns',
      'Set the stored identifier to `.invalid` afterwards, so that nothing ends it twice',
    ],
    rules: ['background-task-id-not-reset', 'completed-before-async-work'],
    links: [`${appleDocs}/uikit/uiapplication/endbackgroundtask(_:)`],
  },
  {
    id: 'background-time-remaining',
    apis: [],
    symbols: [{ on: 'UIApplication', names: ['backgroundTimeRemaining'], evidence: 'name' }],
    title: 'Remaining background time',
    since: { iOS: '4.0' },
    what: 'The seconds that iOS expects to leave the app in the background: an estimate for logs, not a schedule.',
    promises: [],
    limits: [
      'While the app is in the foreground it is an enormous number, which no integer holds',
      'It may shrink faster than the clock; the expiration handler is what counts',
    ],
    rules: ['background-time-remaining-as-condition', 'background-time-remaining-overflow'],
    links: [`${appleDocs}/uikit/uiapplication/backgroundtimeremaining`],
  },
  {
    id: 'expiring-activity',
    apis: [],
    symbols: [
      {
        on: 'ProcessInfo',
        names: ['performExpiringActivity', 'performExpiringActivityWithReason'],
        evidence: 'name',
      },
    ],
    title: 'Expiring activity',
    since: { iOS: '8.2' },
    what: 'Does a piece of work for which the app, or an extension, is kept from being suspended as long as the block runs.',
    promises: [
      'When the time is up, the block is called a second time with `true`, while the first call still runs',
    ],
    limits: [
      'The protection ends when the block returns: work that it only starts is not protected',
      'The block may be called with `true` at once, when there is no time at all',
    ],
    rules: ['expiring-activity-ignores-expired', 'unawaited-work-in-background-closure'],
    links: [`${appleDocs}/foundation/processinfo/performexpiringactivity(withreason:using:)`],
  },
];
