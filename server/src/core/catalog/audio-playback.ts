/** Calls that play and record, and what happens around them, for the rules about audio. */
import type { DutyMethod } from './duties';
import { performFetchMethod, remoteNotificationMethods } from './duties';

export const engineType = 'AVAudioEngine';
export const recorderType = 'AVAudioRecorder';
export const playerTypes: ReadonlySet<string> = new Set([
  'AVPlayer',
  'AVQueuePlayer',
  'AVAudioPlayer',
  'AVAudioPlayerNode',
]);

/** Names of the notification that an engine posts when the hardware changes. It comes on a queue of the engine's own. */
export const engineConfigurationNotifications: ReadonlySet<string> = new Set([
  'AVAudioEngineConfigurationChange',
  'AVAudioEngineConfigurationChangeNotification',
]);

/** What tells that an interruption has ended. */
export const interruption = {
  typeKey: 'AVAudioSessionInterruptionTypeKey',
  optionKey: 'AVAudioSessionInterruptionOptionKey',
  began: ['began', 'AVAudioSessionInterruptionTypeBegan'],
  ended: ['ended', 'AVAudioSessionInterruptionTypeEnded'],
  shouldResume: 'AVAudioSessionInterruptionOptionShouldResume',
  /** Any of these says that somebody looks at the advice of the system. */
  advice: [
    'AVAudioSessionInterruptionOptionKey',
    'shouldResume',
    'AVAudioSessionInterruptionOptionShouldResume',
    'resumptionRecommendation',
  ],
  resumes: ['play', 'resume', 'playImmediately'],
} as const;

/** Methods that iOS wakes an app up for, without anybody looking at it. */
const locationMethods: readonly Pick<DutyMethod, 'swift' | 'objc'>[] = [
  {
    swift: ['locationManager(_:didEnterRegion:)', 'locationManager(_:didExitRegion:)'],
    objc: ['locationManager:didEnterRegion:', 'locationManager:didExitRegion:'],
  },
];

/** Full names of both languages. */
export const wakeUpMethods: readonly string[] = [
  ...remoteNotificationMethods,
  performFetchMethod,
  ...locationMethods,
].flatMap(({ swift, objc }) => [...swift, ...objc]);

/** Words in the name of a file that holds no sound. */
export const silenceWords: ReadonlySet<string> = new Set(['silence', 'silent', 'blank']);
/** A volume up to this is taken for none. */
export const inaudibleVolume = 0.01;

/** Identifiers whose presence in a text makes it worth analysing. */
export const audioPlaybackSymbols: readonly string[] = [
  'AVAudioRecorder',
  'AVAudioEngine',
  'numberOfLoops',
  'setNumberOfLoops',
  interruption.typeKey,
];
