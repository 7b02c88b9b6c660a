/** The BackgroundTasks framework and what came before it. See `index.ts`. */
import type { ApiDoc } from '../docs';
import { performFetchMethod } from '../duties';

const appleDocs = 'https://developer.apple.com/documentation';
const tasks = `${appleDocs}/backgroundtasks`;

export const schedulingDocs: readonly ApiDoc[] = [
  {
    id: 'task-registration',
    apis: [],
    symbols: [
      {
        on: 'BGTaskScheduler',
        names: ['register', 'registerForTaskWithIdentifier'],
        evidence: 'type',
      },
      { names: ['BGTaskScheduler'], evidence: 'name' },
    ],
    title: 'Task scheduler',
    since: { iOS: '13.0' },
    what: 'Says which code runs when iOS launches the app for a task, and asks for tasks.',
    promises: ['iOS launches or wakes the app in the background and calls the launch handler'],
    limits: [
      'Register each identifier once, before the app has finished launching',
      'The identifier has to stand in `BGTaskSchedulerPermittedIdentifiers`',
      'Nothing runs after somebody closed the app by swiping it away, or with Background App Refresh off',
      'App extensions cannot register',
    ],
    rules: [
      'launch-handler-registered-late',
      'task-identifier-not-permitted',
      'launch-handler-registered-twice',
      'app-only-api-in-extension',
    ],
    links: [
      `${tasks}/bgtaskscheduler/register(fortaskwithidentifier:using:launchhandler:)`,
      `${appleDocs}/uikit/using-background-tasks-to-update-your-app`,
    ],
  },
  {
    id: 'app-refresh',
    apis: ['app-refresh-request', 'swiftui-app-refresh'],
    title: 'App refresh',
    since: { iOS: '13.0' },
    what: 'Asks iOS to wake the app for about half a minute, some time, to bring its content up to date.',
    promises: ['It does not begin before `earliestBeginDate`'],
    limits: [
      'There is no fixed rate: iOS learns when the app is used, and may never run it',
      'One request is pending at a time; a new one takes its place',
      'Each run has to ask for the next one',
    ],
    permits: true,
    rules: [
      'app-refresh-not-scheduled',
      'short-earliest-begin-date',
      'task-submitted-without-launch-handler',
    ],
    links: [`${tasks}/bgapprefreshtaskrequest`, `${appleDocs}/swiftui/scene/backgroundtask(_:action:)`],
  },
  {
    id: 'task-submission',
    apis: ['task-submission'],
    title: 'Submit a request',
    since: { iOS: '13.0' },
    what: 'Hands a request to the scheduler. It replaces one with the same identifier.',
    promises: [],
    limits: [
      'It throws when the identifier is not permitted, when too many requests are pending, and always in the Simulator',
      'A request is a wish: iOS decides when, and whether',
    ],
    rules: ['swallowed-error', 'task-submit-force-try', 'too-many-pending-requests'],
    links: [`${tasks}/bgtaskscheduler/submit(_:)`, `${tasks}/bgtaskscheduler/error/code/notpermitted`],
  },
  {
    id: 'processing',
    apis: ['processing-request'],
    title: 'Processing task',
    since: { iOS: '13.0' },
    what: 'Asks for minutes of work while the device is idle, mostly at night on a charger.',
    promises: ['The expiration handler is called before iOS takes the time back'],
    limits: [
      'iOS picks the moment, and ends the task as soon as somebody uses the device',
      'Ten requests are pending at most',
      'There is no network unless `requiresNetworkConnectivity` is true',
    ],
    permits: true,
    rules: ['processing-request-without-network', 'too-many-pending-requests', 'wrong-task-class'],
    links: [`${tasks}/bgprocessingtask`],
  },
  {
    id: 'health-research',
    apis: ['health-research-request'],
    title: 'Health research task',
    since: { iOS: '17.0' },
    what: 'A processing task of an app that takes part in a health study, which may read health data while the device is locked.',
    promises: [],
    limits: ['Apple grants the entitlement to research apps only'],
    permits: true,
    rules: ['wrong-task-class'],
    links: [`${tasks}/bghealthresearchtask`],
  },
  {
    id: 'continued-processing',
    apis: ['continued-processing-gpu', 'gpu-request'],
    symbols: [{ names: ['BGContinuedProcessingTaskRequest', 'BGContinuedProcessingTask'], evidence: 'name' }],
    title: 'Continued processing task',
    since: { iOS: '26.0' },
    what: 'Lets work that somebody has just started go on in the background, with its progress on the lock screen. It needs no background mode.',
    promises: ['It begins at once, or fails or waits, as its strategy says'],
    limits: [
      'It has to follow an action of a person; by itself an app cannot begin one',
      'iOS ends tasks that report no progress, and people can stop them',
      'The GPU needs an entitlement, and a device that offers it in the background',
    ],
    permits: true,
    rules: [
      'continued-task-not-user-initiated',
      'continued-task-without-progress',
      'continued-task-with-background-session',
    ],
    links: [`${tasks}/performing-long-running-tasks-on-ios-and-ipados`],
  },
  {
    id: 'scheduled-task',
    apis: [],
    symbols: [
      {
        names: ['BGTask', 'BGAppRefreshTask', 'BGProcessingTask', 'BGHealthResearchTask'],
        evidence: 'name',
      },
      { names: ['setTaskCompleted', 'setTaskCompletedWithSuccess'], on: 'BGTask', evidence: 'name' },
    ],
    title: 'Scheduled task',
    since: { iOS: '13.0' },
    what: 'A task that iOS has started. Set `expirationHandler`, do the work, and say `setTaskCompleted(success:)` on every path.',
    promises: ['The expiration handler is called shortly before the time is up'],
    limits: [
      'An app that does not complete its tasks gets fewer of them',
      'Complete it when the work is done, not when it has been started',
    ],
    rules: ['task-not-completed', 'missing-expiration-handler', 'completed-before-async-work'],
    links: [`${tasks}/bgtask/settaskcompleted(success:)`, `${tasks}/bgtask/expirationhandler`],
  },
  {
    id: 'legacy-fetch',
    apis: ['legacy-fetch', 'legacy-fetch-interval'],
    methods: [performFetchMethod],
    title: 'Background fetch of former days',
    since: { iOS: '7.0' },
    what: 'What app refresh tasks have replaced in iOS 13.',
    promises: [],
    limits: [
      'With `BGTaskSchedulerPermittedIdentifiers` in the Info.plist it is never called',
      'The completion handler has to be called on every path, within 30 seconds',
    ],
    rules: ['legacy-fetch-disabled', 'fetch-completion-not-called', 'deprecated-background-api'],
    links: [`${appleDocs}/uikit/uiapplication/setminimumbackgroundfetchinterval(_:)`],
  },
];
