/**
 * The BackgroundTasks framework: when launch handlers have to be registered, and who may ask for continued tasks.
 * Sources: developer.apple.com/documentation/backgroundtasks/bgtaskscheduler,
 * developer.apple.com/documentation/backgroundtasks/performing-long-running-tasks-on-ios-and-ipados
 */

export const schedulerType = 'BGTaskScheduler';

export const registration = {
  swift: 'register',
  swiftLabel: 'forTaskWithIdentifier',
  objc: 'registerForTaskWithIdentifier:usingQueue:launchHandler:',
} as const;

export const submission = { swift: 'submit', objc: 'submitTaskRequest:error:' } as const;

export const continuedTask = 'BGContinuedProcessingTask';
export const continuedRequest = 'BGContinuedProcessingTaskRequest';

/**
 * Permitted identifiers that are longer are dropped, in UTF-16 units.
 * Source: what the framework of iOS 26 logs.
 */
export const maxIdentifierLength = 128;

/** Requests that wait for their earliest date. */
export const datedRequests: readonly string[] = [
  'BGAppRefreshTaskRequest',
  'BGProcessingTaskRequest',
  'BGHealthResearchTaskRequest',
];

/** Class of a request → classes as which its launch handler can take the task, its own first. */
export const taskClasses: Readonly<Record<string, readonly string[]>> = {
  BGAppRefreshTaskRequest: ['BGAppRefreshTask'],
  BGProcessingTaskRequest: ['BGProcessingTask'],
  BGHealthResearchTaskRequest: ['BGHealthResearchTask', 'BGProcessingTask'],
  [continuedRequest]: [continuedTask],
};

/** How many requests of a class can be pending at a time. */
export const pendingLimits: Readonly<Record<string, number>> = {
  BGAppRefreshTaskRequest: 1,
  BGProcessingTaskRequest: 10,
};

/** Request of a task that may run without a network unless it asks for one. */
export const processingRequest = {
  type: 'BGProcessingTaskRequest',
  network: 'requiresNetworkConnectivity',
  networkSetter: 'setRequiresNetworkConnectivity',
} as const;

export const refreshRequest = 'BGAppRefreshTaskRequest';

export const taskRequests: readonly string[] = [...datedRequests, continuedRequest];

/** SwiftUI's launch handler: `.backgroundTask(.appRefresh("…"))`. */
export const refreshModifier = { name: 'backgroundTask', kind: 'appRefresh' } as const;

/** What a task has of its own. Anything else comes from an extension of the app. */
export const taskMembers: ReadonlySet<string> = new Set([
  'identifier',
  'expirationHandler',
  'setExpirationHandler',
  'setTaskCompleted',
  'setTaskCompletedWithSuccess',
  'title',
  'subtitle',
  'progress',
  'updateTitle',
]);

/** Names that report progress. */
export const progressMembers: ReadonlySet<string> = new Set([
  'progress',
  'completedUnitCount',
  'totalUnitCount',
  'addChild',
]);

export const expirationMembers: ReadonlySet<string> = new Set(['expirationHandler', 'setExpirationHandler']);

/** Methods that run when the app has launched, by full names and selectors. */
export const lateMethods: ReadonlySet<string> = new Set([
  'viewDidLoad()',
  'viewWillAppear(_:)',
  'viewIsAppearing(_:)',
  'viewDidAppear(_:)',
  'viewDidLayoutSubviews()',
  'scene(_:willConnectTo:options:)',
  'sceneDidBecomeActive(_:)',
  'sceneWillResignActive(_:)',
  'sceneWillEnterForeground(_:)',
  'sceneDidEnterBackground(_:)',
  'sceneDidDisconnect(_:)',
  'applicationDidBecomeActive(_:)',
  'applicationWillResignActive(_:)',
  'applicationDidEnterBackground(_:)',
  'applicationWillEnterForeground(_:)',
  'viewDidLoad',
  'viewWillAppear:',
  'viewIsAppearing:',
  'viewDidAppear:',
  'viewDidLayoutSubviews',
  'scene:willConnectToSession:options:',
  'sceneDidBecomeActive:',
  'sceneWillResignActive:',
  'sceneWillEnterForeground:',
  'sceneDidEnterBackground:',
  'sceneDidDisconnect:',
  'applicationDidBecomeActive:',
  'applicationWillResignActive:',
  'applicationDidEnterBackground:',
  'applicationWillEnterForeground:',
]);

export const launchMethods: ReadonlySet<string> = new Set([
  'application(_:didFinishLaunchingWithOptions:)',
  'application(_:willFinishLaunchingWithOptions:)',
  'application:didFinishLaunchingWithOptions:',
  'application:willFinishLaunchingWithOptions:',
]);

/** Modifiers of SwiftUI whose closures run once a view is on screen. */
export const viewModifiers: ReadonlySet<string> = new Set(['onAppear', 'task', 'onChange', 'onReceive']);

/** Calls that put a closure off until the current code has finished. */
export const dispatchingCalls: ReadonlySet<string> = new Set([
  'Task',
  'detached',
  'async',
  'asyncAfter',
  'addOperation',
  'addOperationWithBlock:',
  'dispatch_async',
  'dispatch_after',
]);

/** Methods that the system calls without anybody having asked for something. */
export const automaticMethods: ReadonlySet<string> = new Set([
  'applicationDidEnterBackground(_:)',
  'sceneDidEnterBackground(_:)',
  'application(_:didFinishLaunchingWithOptions:)',
  'application(_:willFinishLaunchingWithOptions:)',
  'application(_:didReceiveRemoteNotification:)',
  'application(_:didReceiveRemoteNotification:fetchCompletionHandler:)',
  'application(_:performFetchWithCompletionHandler:)',
  'applicationDidEnterBackground:',
  'sceneDidEnterBackground:',
  'application:didFinishLaunchingWithOptions:',
  'application:willFinishLaunchingWithOptions:',
  'application:didReceiveRemoteNotification:',
  'application:didReceiveRemoteNotification:fetchCompletionHandler:',
  'application:performFetchWithCompletionHandler:',
]);

/** Calls whose closure a timer runs. */
export const timerCalls: ReadonlySet<string> = new Set([
  'scheduledTimer',
  'Timer',
  'NSTimer',
  'scheduledTimerWithTimeInterval:repeats:block:',
  'timerWithTimeInterval:repeats:block:',
]);

/** Values that say which phase the app is in. */
export const phaseNames: ReadonlySet<string> = new Set(['scenePhase', 'applicationState']);

/** Identifiers whose presence in a text makes it worth analysing. */
export const schedulingSymbols: readonly string[] = [schedulerType, ...taskRequests, 'earliestBeginDate'];
