import type { RuleMeta } from '../../types';
import { examples } from './examples';

export const meta: RuleMeta = {
  id: 'ad-settings-not-applied',
  family: 'media-playback',
  title: 'Settings of ads are built and handed to nobody',
  why: 'Whether ads play on in the background is read from the settings that the loader or the ad configuration gets. Settings that are only built change nothing: ads pause when the app leaves the foreground.',
  consequence: 'silent-failure',
  severity: 'information',
  confidence: 'high',
  tier: 2,
  languages: ['swift', 'objc'],
  scope: 'file',
  needs: [],
  fix: 'Pass the settings to the loader, or to the builder of the ad configuration.',
  sources: [
    'https://developers.google.com/interactive-media-ads/docs/sdks/ios/background_ad_playback',
    'https://github.com/jwplayer/jwplayer-react-native',
  ],
  entries: [
    {
      key: 'ima',
      title: 'IMASettings that the loader does not get',
      why: 'enableBackgroundPlayback is read from the settings that IMAAdsLoader is made with. A loader without them pauses ads in the background.',
    },
    {
      key: 'jw',
      title: 'JWAdSettings that no ad configuration gets',
      confidence: 'medium',
      why: 'The settings count once they are passed to adSettings of the builder of the ad configuration.',
    },
  ],
  examples,
};
