/** Health data, and sessions of the watch. See `index.ts`. */
import type { ApiDoc } from '../docs';
import { watchTasksMethod } from '../duties';

const appleDocs = 'https://developer.apple.com/documentation';

export const healthAndWatchDocs: readonly ApiDoc[] = [
  {
    id: 'health-background-delivery',
    apis: ['health-background-delivery'],
    title: 'Background delivery of health data',
    since: { iOS: '8.0', watchOS: '8.0', visionOS: '1.0' },
    what: 'Wakes the app when there is new health data of a type. It needs no background mode.',
    promises: ['The app is launched for updates, at most as often as the frequency says'],
    limits: [
      'An observer query has to be set up at every launch',
      'Many types come once an hour at most, whatever frequency is asked for',
      'While the device is locked health data cannot be read',
    ],
    rules: ['background-delivery-without-observer', 'unsupported-background-delivery'],
    links: [
      `${appleDocs}/healthkit/hkhealthstore/enablebackgrounddelivery(for:frequency:withcompletion:)`,
      `${appleDocs}/healthkit/executing-observer-queries`,
    ],
  },
  {
    id: 'observer-query',
    apis: ['health-observer-query', 'launching-observer-query'],
    title: 'Observer query',
    since: { iOS: '8.0' },
    what: 'Tells the app that health data of a type has changed.',
    promises: [],
    limits: [
      'Its completion handler has to be called on every path; after three omissions HealthKit stops waking the app',
      'Set it up at launch, not in a view',
    ],
    rules: ['observer-completion-not-called', 'created-too-late-for-background-launch'],
    links: [`${appleDocs}/healthkit/executing-observer-queries`],
  },
  {
    id: 'workout-session',
    apis: ['workout-session'],
    symbols: [{ names: ['HKWorkoutSession'], evidence: 'name' }],
    title: 'Workout session',
    since: { watchOS: '3.0' },
    what: 'Keeps a watch app running during a workout, with its sensors.',
    promises: ['The app goes on when the wrist goes down, until the session ends'],
    limits: ['One workout runs at a time: another app’s ends this one'],
    rules: [],
    links: [`${appleDocs}/healthkit/running-workout-sessions`],
  },
  {
    id: 'extended-runtime-session',
    apis: ['extended-runtime-session', 'extended-session-start'],
    symbols: [{ names: ['WKExtendedRuntimeSession'], evidence: 'name' }],
    title: 'Extended runtime session',
    since: { watchOS: '6.0' },
    what: 'Lets a watch app go on after the wrist went down: for self-care, mindfulness, physical therapy, smart alarms or dives.',
    promises: ['The delegate is warned before the session ends'],
    limits: [
      'Which kind it is, the value in `WKBackgroundModes` says; an app has one kind',
      'Only alarms are scheduled, with `start(at:)`; all others start while the app is active',
      'Keep the session in a property',
    ],
    rules: ['alarm-session-start', 'background-object-not-retained'],
    links: [`${appleDocs}/watchkit/using-extended-runtime-sessions`],
  },
  {
    id: 'submersion',
    apis: ['submersion'],
    symbols: [{ names: ['CMWaterSubmersionManager'], evidence: 'name' }],
    title: 'Depth and pressure under water',
    since: { watchOS: '9.0' },
    what: 'Measures how deep the watch is, on models that can.',
    promises: [],
    limits: [
      'Down to 6 metres with the entitlement for shallow depth; for 40 metres Apple has to grant another one',
    ],
    rules: [],
    links: [`${appleDocs}/coremotion/accessing-submersion-data`],
  },
  {
    id: 'watch-tasks',
    apis: [],
    methods: [watchTasksMethod],
    title: 'Background tasks of a watch app',
    since: { watchOS: '3.0' },
    what: 'The system hands tasks to the app: refreshes, snapshots, the end of transfers.',
    promises: [],
    limits: ['Each task has to be completed on every branch, those of unknown classes included'],
    rules: ['watch-task-not-completed'],
    links: [`${appleDocs}/watchkit/wkapplicationdelegate/handle(_:)`],
  },
];
