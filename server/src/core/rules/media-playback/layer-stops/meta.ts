import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'video-layer-stops-in-background',
  family: 'media-playback',
  title: 'Video pauses in the background while a layer shows it',
  why: 'AVPlayer pauses when the app leaves the foreground and a layer on the screen presents its video, whatever the background modes are. It plays on when the layer lets go of it, in Picture in Picture, or with audiovisualBackgroundPlaybackPolicy.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['info-plist', 'sources-complete'],
  minOS: 'iOS 15.0',
  fix: 'Set audiovisualBackgroundPlaybackPolicy to continuesIfPossible, or set the player of the layer to nil in the background.',
  sources: [
    'https://developer.apple.com/library/archive/qa/qa1668/_index.html',
    'https://developer.apple.com/documentation/avfoundation/avplayer/audiovisualbackgroundplaybackpolicy',
  ],
  entries: [],
  examples,
};
