import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'completed-before-async-work',
  family: 'lifecycle',
  title: 'Background time is given back while asynchronous work is still running',
  why: 'After the call that ends a background task or completes a wake-up, iOS may suspend the app at once. Work that was only started a line before stands still until the app runs again, and the wake-up counts as a success.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'medium',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  minOS: 'iOS 4',
  fix: 'Make the call where the work ends: at the end of its completion closure, or after its await.',
  sources: [
    'https://developer.apple.com/forums/thread/85066',
    'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:didreceiveremotenotification:fetchcompletionhandler:)',
    'https://developer.apple.com/documentation/foundation/urlsessiondelegate/urlsessiondidfinishevents(forbackgroundurlsession:)',
    'https://developer.apple.com/documentation/pushkit/responding-to-voip-notifications-from-pushkit',
  ],
  entries: [
    {
      key: 'background-task',
      title: 'Background task ends before its work does',
      why: 'The background task has to live as long as the work. Ended right after a transfer or a Task was started, it protects nothing.',
    },
    {
      key: 'scheduled-task',
      title: 'Scheduled task is completed before its work is done',
      minOS: 'iOS 13',
      why: 'A completed task may be suspended at once, and as it counts as a success nothing tries again.',
    },
    {
      key: 'fetch-completion',
      title: 'Fetch completion handler is called before the fetch is done',
      minOS: 'iOS 7',
      why: 'The download that was just started stops when iOS suspends the app.',
    },
    {
      key: 'health-observer',
      title: 'Observer completion handler is called before the data is processed',
      severity: 'information',
      minOS: 'iOS 8',
      why: 'The call ends the wake-up. An upload that has to outlive it belongs to a background session.',
    },
    {
      key: 'url-session-events',
      title: 'Session events completion handler is called at once',
      confidence: 'high',
      minOS: 'iOS 7',
      why: 'The call says that all events have been dealt with, but they are delivered only after the method. Keep the handler, and call it from urlSessionDidFinishEvents(forBackgroundURLSession:).',
    },
    {
      key: 'pushkit-completion',
      title: 'PushKit completion handler is called beside the report',
      minOS: 'iOS 13',
      why: 'The report of the call has a completion of its own. Before that runs the system may not know about the call.',
    },
  ],
  examples,
};
