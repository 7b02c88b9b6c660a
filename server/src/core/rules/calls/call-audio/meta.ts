import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'call-audio-misconfigured',
  family: 'calls',
  title: 'The audio session of a call is set up for something else',
  why: 'Two people who talk need a session that plays and records, with the echo handling of a chat mode, and without other audio under it.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'medium',
  tier: 3,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['constants'],
  fix: 'Set the category playAndRecord with the mode voiceChat or videoChat, and leave mixWithOthers out.',
  sources: [
    'https://developer.apple.com/documentation/avfaudio/avaudiosession/category-swift.struct/playandrecord',
    'https://developer.apple.com/documentation/avfaudio/avaudiosession/mode-swift.struct/voicechat',
    'https://developer.apple.com/documentation/avfaudio/avaudiosession/categoryoptions-swift.struct/mixwithothers',
  ],
  entries: [
    {
      key: 'category',
      title: 'A call with another category than playAndRecord',
      why: 'playback has no microphone, record no sound, and neither handles echo.',
    },
    {
      key: 'mixable',
      title: 'mixWithOthers in the session of a call',
      severity: 'hint',
      consequence: 'misconception',
      why: 'A call is expected to stop other audio. With the option music plays on, and the session yields more easily to interruptions.',
    },
  ],
  examples,
};
