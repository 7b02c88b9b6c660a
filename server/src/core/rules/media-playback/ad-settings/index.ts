/** ad-settings-not-applied: settings of ads count for whoever gets them, and for nobody else. */
import { mediaSymbols } from '../../../catalog/media-playback';
import { taskContext } from '../../background-task/context';
import type { Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import { checkGoogleAds } from './google-ads';
import { meta } from './meta';
import { checkPlayerAds } from './player-ads';

export const adSettingsRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, mediaSymbols)) return;
    const { analysis } = taskContext(code);
    checkGoogleAds(code, analysis);
    checkPlayerAds(code, analysis);
  },
};
