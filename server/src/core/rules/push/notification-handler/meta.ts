import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'notification-handler-not-called',
  family: 'push',
  title: 'Notification handler is not called on every path',
  why: 'UserNotifications hands a notification to the app together with a handler, and goes on when the handler is called. A payload that cannot be read, a download that fails or an action that is not known returns early, and the call gets lost there.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['call-graph'],
  minOS: 'iOS 10',
  fix: 'Call the handler exactly once on every path. A notification service that has nothing to change hands back the content of the request. In Swift the async forms of the delegate methods cannot forget it.',
  sources: [
    'https://developer.apple.com/documentation/usernotifications/unnotificationserviceextension/didreceive(_:withcontenthandler:)',
    'https://developer.apple.com/documentation/usernotifications/unnotificationserviceextension/serviceextensiontimewillexpire()',
    'https://developer.apple.com/documentation/usernotifications/modifying-content-in-newly-delivered-notifications',
    'https://developer.apple.com/documentation/usernotifications/unusernotificationcenterdelegate/usernotificationcenter(_:didreceive:withcompletionhandler:)',
    'https://developer.apple.com/documentation/usernotifications/unusernotificationcenterdelegate/usernotificationcenter(_:willpresent:withcompletionhandler:)',
  ],
  entries: [
    {
      key: 'service-extension',
      title: 'Notification service does not call its content handler on every path',
      why: 'The system holds the notification back until the content handler is called. Where the call is missing, the notification comes late: when the time of the extension has run out it is shown as the server sent it, encrypted text and placeholders included.',
    },
    {
      key: 'response',
      title: 'Response to a notification does not call its completion handler on every path',
      why: 'An action of a notification can launch the app in the background, and the handler tells the system that the app is done. Without it the system writes a warning to the log and cannot know when to suspend the app.',
    },
    {
      key: 'presentation',
      title: 'Presentation of a notification is not decided on every path',
      why: 'While the app is in front the system asks it how to show a notification, and shows nothing before it knows.',
    },
  ],
  examples,
};
