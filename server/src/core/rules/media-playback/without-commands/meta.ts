import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'now-playing-without-commands',
  family: 'media-playback',
  title: 'Now Playing info without a remote command',
  why: 'The system takes an app for the one that plays when it handles at least one remote command. Title and artwork alone do not appear on the lock screen.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['sources-complete'],
  fix: 'Add targets to the play and the pause command of MPRemoteCommandCenter.',
  sources: [
    'https://developer.apple.com/documentation/mediaplayer/mpremotecommandcenter',
    'https://developer.apple.com/videos/play/wwdc2022/110338/',
  ],
  entries: [],
  examples,
};
