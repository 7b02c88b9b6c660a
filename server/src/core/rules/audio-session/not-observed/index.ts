/** audio-notification-not-observed: what happens to the audio of an app is told by notifications alone. */
import { type AppCode, appCodeRule } from '../../app-code';
import { meta } from './meta';

interface NotificationRow {
  readonly entry: string;
  /** Rows of the API table that need the notification; the finding is shown at the first use. */
  readonly triggers: readonly string[];
  /** Without the audio mode the question does not arise. */
  readonly isAboutBackground: boolean;
  /** All of these are used too. */
  readonly together?: readonly string[];
  /** Any of these says that somebody looks after it, or that it cannot happen. */
  readonly unless: readonly string[];
  readonly message: string;
}

const rows: readonly NotificationRow[] = [
  {
    entry: 'interruption',
    triggers: ['audio-engine-start', 'audio-play'],
    isAboutBackground: true,
    together: ['audio-session-category'],
    // CallKit and Push to Talk tell of interruptions in their own way.
    unless: [
      'interruption-observed',
      'manual-rendering',
      'player-view-controller',
      'callkit-provider',
      'live-communication-kit',
      'push-to-talk',
    ],
    message:
      'Nothing observes interruptions: after a call, an alarm or Siri the audio stays off while the app shows that it plays',
  },
  {
    entry: 'engine-configuration',
    triggers: ['audio-engine'],
    isAboutBackground: false,
    together: ['audio-engine-start'],
    unless: ['engine-configuration-observed', 'manual-rendering', 'speech-recognition'],
    message:
      'Nothing observes AVAudioEngineConfigurationChange: when headphones come or go the engine stops, and nothing starts it again',
  },
  {
    entry: 'media-services-reset',
    triggers: ['audio-engine', 'audio-unit'],
    isAboutBackground: true,
    unless: ['services-reset-observed', 'manual-rendering', 'speech-recognition'],
    message:
      'Nothing observes mediaServicesWereReset: when the media server restarts, the engine and the session are dead until the app is',
  },
  {
    entry: 'route-change',
    triggers: ['audio-player-node'],
    isAboutBackground: true,
    unless: ['route-change-observed', 'manual-rendering'],
    message:
      'Nothing observes route changes: when headphones are unplugged the engine goes on through the loudspeaker',
  },
];

export const notObservedRule = appCodeRule(meta, (app) => {
  for (const row of rows) checkRow(row, app);
});

function checkRow(row: NotificationRow, app: AppCode): void {
  if (row.isAboutBackground && !app.hasAudioMode) return;
  if (row.together?.some((each) => app.uses(each).length === 0) || app.has(...row.unless)) return;
  const [first] = row.triggers.flatMap((trigger) => app.uses(trigger));
  if (first === undefined) return;
  const { entry, message } = row;
  app.report({ entry, uri: first.uri, range: first.use.range, message });
}
