import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'silent-audio-keep-alive',
  family: 'audio-session',
  title: 'Silent audio is looped to keep the app alive',
  why: 'An endless sound that nobody hears is a known trick against suspension. App Review knows it as well and rejects the app: the audio mode is for sound that people listen to. The session also stops the music of others, and the battery pays.',
  consequence: 'rejection',
  severity: 'warning',
  confidence: 'medium',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'target',
  needs: ['info-plist'],
  fix: 'Use what iOS has for the purpose: background tasks, silent pushes, location updates, or notifications that ring by themselves.',
  sources: [
    'https://developer.apple.com/app-store/review/guidelines/#2.5.4',
    'https://github.com/transistorsoft/react-native-background-geolocation/issues/2582',
    'https://github.com/gdelataillade/alarm/issues/96',
  ],
  entries: [],
  examples,
};
