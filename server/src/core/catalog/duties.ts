/**
 * Values that the system hands to an app and that have to be completed, as data for the analysis of duties.
 * Sources: the pages of the delegate methods on developer.apple.com, named in the rules' metadata.
 */
import type { Discharge } from '../program/duties/types';
import type { Platform } from '../project/types';
import { scheduledTaskTypes } from './obligations';

/** A delegate method with a parameter that has to be completed. */
export interface DutyMethod {
  /** Full names and selectors. */
  readonly swift: readonly string[];
  readonly objc: readonly string[];
  /** Position of the parameter. */
  readonly param: number;
  /** Types that the parameter has in Swift; empty for completion handlers. */
  readonly types: readonly string[];
  /** Protocols that its type conforms to, where the name alone could be an app's own. */
  readonly protocols: readonly string[];
  /** Protocols and classes that declare it. */
  readonly declaredBy: readonly string[];
}

const appDelegates = ['UIApplicationDelegate', 'WKApplicationDelegate', 'WKExtensionDelegate'];
const completion = { types: [], protocols: appDelegates, declaredBy: appDelegates };

export const remoteNotificationMethods: readonly DutyMethod[] = [
  {
    swift: ['application(_:didReceiveRemoteNotification:fetchCompletionHandler:)'],
    objc: ['application:didReceiveRemoteNotification:fetchCompletionHandler:'],
    param: 2,
    ...completion,
  },
  {
    swift: ['didReceiveRemoteNotification(_:fetchCompletionHandler:)'],
    objc: ['didReceiveRemoteNotification:fetchCompletionHandler:'],
    param: 1,
    ...completion,
  },
];

export const performFetchMethod: DutyMethod = {
  swift: ['application(_:performFetchWithCompletionHandler:)'],
  objc: ['application:performFetchWithCompletionHandler:'],
  param: 1,
  ...completion,
};

export const sessionEventsMethod: DutyMethod = {
  swift: ['application(_:handleEventsForBackgroundURLSession:completionHandler:)'],
  objc: ['application:handleEventsForBackgroundURLSession:completionHandler:'],
  param: 2,
  ...completion,
};

/** A method of UserNotifications that is handed a notification and a handler for it. */
export interface NotificationMethod extends DutyMethod {
  /** Position of the notification, request or response. */
  readonly subject: number;
}

export const serviceExtensionMethod: NotificationMethod = {
  swift: ['didReceive(_:withContentHandler:)'],
  objc: ['didReceiveNotificationRequest:withContentHandler:'],
  param: 1,
  subject: 0,
  types: [],
  protocols: ['UNNotificationServiceExtension'],
  declaredBy: ['UNNotificationServiceExtension'],
};

export const notificationResponseMethod: NotificationMethod = {
  swift: ['userNotificationCenter(_:didReceive:withCompletionHandler:)'],
  objc: ['userNotificationCenter:didReceiveNotificationResponse:withCompletionHandler:'],
  param: 2,
  subject: 1,
  types: [],
  protocols: [],
  declaredBy: ['UNUserNotificationCenterDelegate'],
};

export const notificationPresentationMethod: NotificationMethod = {
  swift: ['userNotificationCenter(_:willPresent:withCompletionHandler:)'],
  objc: ['userNotificationCenter:willPresentNotification:withCompletionHandler:'],
  param: 2,
  subject: 1,
  types: [],
  protocols: [],
  declaredBy: ['UNUserNotificationCenterDelegate'],
};

export const incomingPushMethod: DutyMethod = {
  swift: [
    'pushRegistry(_:didReceiveIncomingPushWith:for:completion:)',
    'pushRegistry(_:didReceiveIncomingVoIPPushWith:metadata:withCompletionHandler:)',
  ],
  objc: [
    'pushRegistry:didReceiveIncomingPushWithPayload:forType:withCompletionHandler:',
    'pushRegistry:didReceiveIncomingVoIPPushWithPayload:metadata:withCompletionHandler:',
  ],
  param: 3,
  types: [],
  protocols: [],
  declaredBy: ['PKPushRegistryDelegate'],
};

const callActions = [
  'StartCall',
  'AnswerCall',
  'EndCall',
  'SetHeldCall',
  'SetMutedCall',
  'SetGroupCall',
  'PlayDTMFCall',
];

export const callActionMethod: DutyMethod = {
  swift: ['provider(_:perform:)'],
  objc: callActions.map((action) => `provider:perform${action}Action:`),
  param: 1,
  types: callActions.map((action) => `CX${action}Action`),
  protocols: [],
  declaredBy: ['CXProviderDelegate'],
};

export const conversationActionMethod: DutyMethod = {
  swift: ['conversationManager(_:perform:)'],
  objc: [],
  param: 1,
  types: ['ConversationAction'],
  protocols: [],
  declaredBy: ['ConversationManagerDelegate'],
};

export const watchTasksMethod: DutyMethod = {
  swift: ['handle(_:)'],
  objc: ['handleBackgroundTasks:'],
  param: 0,
  types: ['Set'],
  protocols: [],
  declaredBy: ['WKApplicationDelegate', 'WKExtensionDelegate'],
};

/** Type of the elements that `watchTasksMethod` gets. */
export const watchTaskType = 'WKRefreshBackgroundTask';

/** Initialisers of HKObserverQuery: the label of the update handler and the position of the completion in it. */
export const observerQuery = {
  type: 'HKObserverQuery',
  handlerLabel: 'updateHandler',
  /** With several sample types the handler is also told which of them changed. */
  severalLabels: ['queryDescriptors', 'initWithQueryDescriptors'],
  completion: 1,
  completionOfSeveral: 2,
} as const;

export const byCall: Discharge = { kind: 'call' };

export interface ObjectDuty {
  readonly discharge: Extract<Discharge, { kind: 'method' }>;
  readonly platform: Platform;
}

function byMethods(methods: readonly string[], isExemptByCast = false): ObjectDuty['discharge'] {
  return { kind: 'method', methods, isExemptByCast };
}

export const scheduledTask: ObjectDuty = {
  discharge: byMethods(['setTaskCompleted', 'setTaskCompletedWithSuccess'], true),
  platform: 'iOS',
};

export const watchTask: ObjectDuty = {
  discharge: byMethods([
    'setTaskCompleted',
    'setTaskCompletedWithSnapshot',
    'setTaskCompletedWithDefaultStateRestored',
  ]),
  platform: 'watchOS',
};

/**
 * A snapshot also says whether the app shows its first screen again.
 * https://developer.apple.com/documentation/watchkit/wksnapshotrefreshbackgroundtask
 */
export const snapshotTask = {
  type: 'WKSnapshotRefreshBackgroundTask',
  completion:
    'setTaskCompleted(restoredDefaultState: true, estimatedSnapshotExpiration: .distantFuture, userInfo: nil)',
};

export const callAction: ObjectDuty = {
  discharge: byMethods([
    'fulfill',
    'fulfillWithDateStarted',
    'fulfillWithDateConnected',
    'fulfillWithDateEnded',
    'fail',
  ]),
  platform: 'iOS',
};

/** What an object of this class asks for. */
export function objectDuty(type: string): ObjectDuty | undefined {
  if (scheduledTaskTypes.includes(type)) return scheduledTask;
  if (/^WK\w*RefreshBackgroundTask$/.test(type)) return watchTask;
  return callActionMethod.types.includes(type) || type === 'CXCallAction' || type === 'CXAction'
    ? callAction
    : undefined;
}

/** Identifiers whose presence in a text makes it worth analysing. */
export const dutySymbols: readonly string[] = [
  'didReceiveRemoteNotification',
  'performFetchWithCompletionHandler',
  'handleEventsForBackgroundURLSession',
  'DidFinishEvents',
  'withContentHandler',
  'userNotificationCenter',
  'didReceiveIncomingPush',
  'didReceiveIncomingVoIPPush',
  'HKObserverQuery',
  'enableBackgroundDelivery',
  'provider:perform',
  'CXProviderDelegate',
  'CallAction',
  'ConversationAction',
  'RefreshBackgroundTask',
  ...scheduledTaskTypes,
  'UIApplicationDelegate',
];
