import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'audio-started-in-background',
  family: 'audio-session',
  title: 'Audio begins while the app is in the background',
  why: 'With the audio mode sound may go on when the app leaves the foreground. It can hardly begin there: a recording fails with cannotStartRecording, and a session that stops other audio fails with cannotInterruptOthers.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: ['constants'],
  fix: 'Begin while the app is in the foreground, or tell the user with a notification. Calls begin in the callbacks of CallKit and Push to Talk.',
  sources: [
    'https://developer.apple.com/documentation/coreaudiotypes/avaudiosession/errorcode',
    'https://developer.apple.com/forums/thread/771457',
  ],
  entries: [
    {
      key: 'recording',
      title: 'Recording begins in the background',
      why: 'iOS lets a recording go on in the background, but not begin there: the start fails with cannotStartRecording (561145187).',
    },
    {
      key: 'activation',
      title: 'Session that stops other audio is activated from a wake-up',
      severity: 'information',
      why: 'Code that a silent push, a region or a background task has woken up cannot stop what the app in front plays: setActive(true) fails with cannotInterruptOthers (560557684). A session that mixes may be activated.',
    },
  ],
  examples,
};
