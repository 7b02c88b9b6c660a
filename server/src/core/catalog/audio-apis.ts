/** APIs that play audio or set its session up, for questions about a whole app. */
import { audioSessionType } from './audio-session';
import type { ApiRow } from './requirement-types';

/** Makes something that plays in the app's own session; players of MusicKit use a process of their own. */
export const audioPlayers = 'audio-player';
/** Sets a category in ways that the rows of the session do not show. */
export const legacyAudioSession = 'legacy-audio-session';
export const audioActivation = 'audio-session-activation';

export const audioApis: readonly ApiRow[] = [
  {
    id: audioPlayers,
    uses: ['AVPlayer', 'AVQueuePlayer', 'AVAudioPlayer', 'AVAudioEngine'].map((type) => ({
      kind: 'construct',
      type,
    })),
  },
  {
    id: legacyAudioSession,
    uses: [{ kind: 'call', swift: { name: 'AudioSessionSetProperty' }, evidence: 'name' }],
  },
  {
    id: audioActivation,
    uses: [
      {
        // On whatever object: wrappers of the session have a method of this name too.
        kind: 'call',
        swift: { name: 'setActive' },
        objc: 'setActive:',
        evidence: 'name',
        argument: { kind: 'not-false' },
      },
      {
        kind: 'call',
        on: audioSessionType,
        swift: { name: 'activate' },
        objc: 'activateWithOptions:',
        evidence: 'type',
      },
    ],
  },
];
