/** Rules about players, Now Playing, video and ads. */
import type { Rule } from '../context';
import { adSettingsRule } from './ad-settings';
import { assetDownloadRule } from './asset-download';
import { layerStopsRule } from './layer-stops';
import { mixableSessionRule } from './mixable-session';
import { withoutCommandsRule } from './without-commands';

export const mediaPlaybackRules: readonly Rule[] = [
  mixableSessionRule,
  withoutCommandsRule,
  layerStopsRule,
  assetDownloadRule,
  adSettingsRule,
];
