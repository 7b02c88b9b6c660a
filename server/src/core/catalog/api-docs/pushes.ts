/** Notifications. See `index.ts`. */
import type { ApiDoc } from '../docs';
import {
  notificationPresentationMethod,
  notificationResponseMethod,
  remoteNotificationMethods,
  serviceExtensionMethod,
} from '../duties';

const appleDocs = 'https://developer.apple.com/documentation';

export const pushDocs: readonly ApiDoc[] = [
  {
    id: 'silent-push',
    apis: ['remote-notification-handler', 'watch-remote-notification-handler'],
    methods: remoteNotificationMethods,
    title: 'Silent push',
    since: { iOS: '7.0', watchOS: '6.0' },
    what: 'A push with `content-available: 1` has woken the app, so that it can fetch before anybody looks.',
    promises: ['The app gets about 30 seconds, and says through the completion handler when it is done'],
    limits: [
      'These pushes have low priority and are throttled: two or three an hour are advised',
      'None arrives after somebody closed the app by swiping it away, or with Background App Refresh off',
      'The completion handler has to be called on every path, once the work is done',
    ],
    rules: ['fetch-completion-not-called', 'completed-before-async-work', 'background-task-begun-late'],
    links: [`${appleDocs}/usernotifications/pushing-background-updates-to-your-app`],
  },
  {
    id: 'old-push-callback',
    apis: ['legacy-remote-notification-handler'],
    title: 'Old callback for pushes',
    what: 'The callback from before iOS 7. The system does not call it for silent pushes.',
    promises: [],
    limits: ['Implement the one with `fetchCompletionHandler` in its place'],
    rules: ['legacy-remote-notification-callback'],
    links: [`${appleDocs}/uikit/uiapplicationdelegate/application(_:didreceiveremotenotification:)`],
  },
  {
    id: 'notification-service',
    apis: [],
    methods: [serviceExtensionMethod],
    title: 'Notification service',
    since: { iOS: '10.0' },
    what: 'Changes a notification before it is shown, in an extension of its own.',
    promises: ['`serviceExtensionTimeWillExpire()` is called before the time is up'],
    limits: [
      'About 30 seconds; without a call of the content handler the notification is shown as it came',
      'It runs for notifications with `mutable-content: 1` that show something, never for silent ones',
    ],
    rules: ['notification-handler-not-called'],
    links: [`${appleDocs}/usernotifications/modifying-content-in-newly-delivered-notifications`],
  },
  {
    id: 'notification-callbacks',
    apis: [],
    methods: [notificationResponseMethod, notificationPresentationMethod],
    title: 'Notification callback',
    since: { iOS: '10.0' },
    what: 'Somebody answered a notification, or one is about to be shown while the app is open.',
    promises: ['The app may be launched in the background for an answer'],
    limits: ['The completion handler has to be called on every path'],
    rules: ['notification-handler-not-called'],
    links: [
      `${appleDocs}/usernotifications/unusernotificationcenterdelegate/usernotificationcenter(_:didreceive:withcompletionhandler:)`,
    ],
  },
];
