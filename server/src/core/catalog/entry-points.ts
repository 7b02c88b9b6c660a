/**
 * Where iOS enters an app in the background: how long the code may take, what it owes, and how it is tried out.
 * Sources: the pages of the rows; the Core Bluetooth Programming Guide (10 s).
 */
import {
  type DutyMethod,
  incomingPushMethod,
  performFetchMethod,
  remoteNotificationMethods,
  serviceExtensionMethod,
  sessionEventsMethod,
  watchTasksMethod,
  watchTaskType,
} from './duties';
import { restorableManagers } from './restoration';
import { continuedRequest, refreshRequest, taskClasses } from './task-scheduling';

export interface EntryPoint {
  /** Full names and selectors. */
  readonly swift: readonly string[];
  readonly objc: readonly string[];
  /** Class that the type has to inherit from, where the name alone could be an app's own. */
  readonly inherits?: string;
  /** Class of the elements of its parameter in Swift, for the same reason. */
  readonly takes?: string;
  /** Runs because the time is up. */
  readonly isExpiration?: true;
  /** One line: how long, what is owed, how to test. */
  readonly title: string;
  readonly page: string;
}

type Names = Pick<EntryPoint, 'swift' | 'objc'>;

function namesOf(...methods: readonly DutyMethod[]): Names {
  return { swift: methods.flatMap(({ swift }) => swift), objc: methods.flatMap(({ objc }) => objc) };
}

export const entryPoints: readonly EntryPoint[] = [
  {
    ...namesOf(performFetchMethod),
    title: 'About 30 s until the completion handler is called · Test: Debug › Simulate Background Fetch',
    page: 'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:performfetchwithcompletionhandler:)',
  },
  {
    ...namesOf(...remoteNotificationMethods),
    title: 'About 30 s until the completion handler is called · Test: a silent push to a device',
    page: 'https://developer.apple.com/documentation/usernotifications/pushing-background-updates-to-your-app',
  },
  {
    ...namesOf(sessionEventsMethod),
    title:
      'Call the handler on the main thread after the last event of the session · Test: without the debugger',
    page: 'https://developer.apple.com/documentation/foundation/downloading-files-in-the-background',
  },
  {
    swift: ['urlSessionDidFinishEvents(forBackgroundURLSession:)'],
    objc: ['URLSessionDidFinishEventsForBackgroundURLSession:'],
    title: 'The last event: call the stored handler on the main thread · Test: without the debugger',
    page: 'https://developer.apple.com/documentation/foundation/downloading-files-in-the-background',
  },
  {
    ...namesOf(incomingPushMethod),
    title: 'Report a call before the completion handler is called · Test: a VoIP push to a device',
    page: 'https://developer.apple.com/documentation/pushkit/responding-to-voip-notifications-from-pushkit',
  },
  {
    swift: restorableManagers.map(({ swift }) => swift),
    objc: restorableManagers.map(({ objc }) => objc),
    title: 'About 10 s after a relaunch for Bluetooth · Test: without force-quitting the app',
    page: 'https://developer.apple.com/documentation/technotes/tn3115-bluetooth-state-restoration-app-relaunch-rules',
  },
  {
    swift: ['applicationDidEnterBackground(_:)'],
    objc: ['applicationDidEnterBackground:'],
    title: 'About 5 s to return, more with a background task · Test: without the debugger',
    page: 'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/applicationdidenterbackground(_:)',
  },
  {
    swift: ['sceneDidEnterBackground(_:)'],
    objc: ['sceneDidEnterBackground:'],
    title: 'Return soon, more time with a background task · Test: without the debugger',
    page: 'https://developer.apple.com/documentation/uikit/preparing-your-ui-to-run-in-the-background',
  },
  {
    ...namesOf(watchTasksMethod),
    takes: watchTaskType,
    title: 'Complete each task, those of other kinds too · Test: on a watch',
    page: 'https://developer.apple.com/documentation/watchkit/wkapplicationdelegate/handle(_:)-4l9g0',
  },
  {
    ...namesOf(serviceExtensionMethod),
    inherits: 'UNNotificationServiceExtension',
    title: 'At most 30 s until the content handler is called · Test: a push with mutable-content',
    page: 'https://developer.apple.com/documentation/usernotifications/unnotificationserviceextension/didreceive(_:withcontenthandler:)',
  },
  {
    swift: ['serviceExtensionTimeWillExpire()'],
    objc: ['serviceExtensionTimeWillExpire'],
    inherits: 'UNNotificationServiceExtension',
    isExpiration: true,
    title: 'Expires here: call the content handler at once',
    page: 'https://developer.apple.com/documentation/usernotifications/unnotificationserviceextension/serviceextensiontimewillexpire()',
  },
];

/** What a scheduled task gets, by the class of its request. */
export const taskTimes: Readonly<Record<string, Pick<EntryPoint, 'title' | 'page'>>> = {
  [refreshRequest]: {
    title: 'App refresh: about 30 s',
    page: 'https://developer.apple.com/documentation/backgroundtasks/bgapprefreshtask',
  },
  BGProcessingTaskRequest: {
    title: 'Processing: minutes, while the device is idle',
    page: 'https://developer.apple.com/documentation/backgroundtasks/bgprocessingtask',
  },
  BGHealthResearchTaskRequest: {
    title: 'Health research: minutes, while the device is idle',
    page: 'https://developer.apple.com/documentation/backgroundtasks/bghealthresearchtask',
  },
  [continuedRequest]: {
    title: 'Continued processing: as long as it reports progress',
    page: 'https://developer.apple.com/documentation/backgroundtasks/performing-long-running-tasks-on-ios-and-ipados',
  },
};

/** The same by the class of the task. */
export const timesOfTasks: ReadonlyMap<string, (typeof taskTimes)[string]> = new Map(
  Object.entries(taskTimes).flatMap(([request, time]) => {
    const type = taskClasses[request]?.[0];
    return type === undefined ? [] : [[type, time]];
  }),
);

/** What expiration handlers owe. */
export const expirations = {
  'background-task': {
    title: 'Expires here: end the task before this returns',
    page: 'https://developer.apple.com/documentation/uikit/extending-your-app-s-background-execution-time',
  },
  'scheduled-task': {
    title: 'Expires here: stop the work and complete the task',
    page: 'https://developer.apple.com/documentation/backgroundtasks/bgtask/expirationhandler',
  },
} as const;

/**
 * What a debugger runs while the app is paused; on devices only.
 * Source: developer.apple.com/documentation/backgroundtasks/starting-and-terminating-tasks-during-development
 */
export const simulations = {
  launch: '_simulateLaunchForTaskWithIdentifier',
  expiration: '_simulateExpirationForTaskWithIdentifier',
} as const;
