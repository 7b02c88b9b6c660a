import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'resume-without-should-resume',
  family: 'audio-session',
  title: 'Playback goes on without a look at shouldResume',
  why: 'When an interruption ends, the option shouldResume says whether going on is welcome. It is missing when somebody has started to listen to something else in the meantime: an app that always goes on breaks into that.',
  consequence: 'misconception',
  severity: 'information',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  fix: 'Read AVAudioSessionInterruptionOptionKey, and play on when it contains shouldResume.',
  sources: [
    'https://developer.apple.com/documentation/avfaudio/handling-audio-interruptions',
    'https://developer.apple.com/documentation/avfaudio/avaudiosession/interruptionoptions/shouldresume',
  ],
  entries: [],
  examples,
};
