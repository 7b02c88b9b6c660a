import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'now-playing-with-mixable-session',
  family: 'media-playback',
  title: 'Now Playing info with a session that mixes',
  why: 'The lock screen and Control Center show the one app that plays, and that is an app whose session stops others. With mixWithOthers, duckOthers or the ambient category the info and the remote commands never appear.',
  consequence: 'silent-failure',
  severity: 'warning',
  confidence: 'high',
  tier: 1,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['sources-complete', 'constants'],
  fix: 'Leave the mixing options out while the app is the one that plays.',
  sources: [
    'https://developer.apple.com/forums/thread/44842',
    'https://developer.apple.com/videos/play/wwdc2022/110338/',
  ],
  entries: [],
  examples,
};
