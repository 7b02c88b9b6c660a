import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'expiration-handler-does-not-end-task',
  family: 'background-task',
  title: 'Expiration handler leaves the task open',
  why: 'When the time is up, iOS calls the expiration handlers one after the other on the main thread and then looks at what is still open. The app has to end its task right there, before the handler returns. A handler that only logs or cancels, or that ends the task in a block for later, gets the app killed.',
  consequence: 'crash',
  severity: 'error',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Call endBackgroundTask in the handler itself, without Task or DispatchQueue.async around it. Cancelling and logging may stay asynchronous.',
  sources: [
    'https://developer.apple.com/documentation/uikit/uiapplication/beginbackgroundtask(expirationhandler:)',
    'https://developer.apple.com/forums/thread/85066',
    'https://developer.apple.com/forums/thread/729335',
    'https://developer.apple.com/forums/thread/759585',
    'https://developer.apple.com/documentation/backgroundtasks/bgtask/expirationhandler',
  ],
  entries: [
    {
      key: 'no-end',
      title: 'Expiration handler never ends the task',
      why: 'A task ends in one of two ways: the work is done, or the time is up. In both it is the app that has to end it. Work that is only cancelled when the time is up leaves the task open.',
    },
    {
      key: 'async-end',
      title: 'Expiration handler ends the task only after it has returned',
      why: 'A block given to DispatchQueue.async, Task or performSelector:afterDelay: runs when all handlers have returned. By then iOS has already noted that the task is still open.',
    },
    {
      key: 'scheduled-task-does-nothing',
      title: 'expirationHandler of a scheduled task neither stops the work nor completes the task',
      severity: 'warning',
      consequence: 'silent-failure',
      minOS: 'iOS 13',
      why: 'A handler that is empty or only logs counts as handled: iOS waits for a completion that nobody hurries, and may kill the app.',
    },
  ],
  examples,
};
