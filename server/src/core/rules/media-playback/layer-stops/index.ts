/** video-layer-stops-in-background: a player whose video is shown pauses when the app leaves the foreground. */
import { appCodeRule } from '../../app-code';
import { meta } from './meta';

const message =
  'The audio mode is declared, but a player that shows its video in a layer pauses in the background: set audiovisualBackgroundPlaybackPolicy, or take the player off the layer';

export const layerStopsRule = appCodeRule(meta, (app) => {
  if (!app.hasAudioMode || app.has('video-in-background', 'player-view-controller', 'muted-player')) return;
  if (app.uses('player-of-layer').some(({ use }) => use.detail === 'empty')) return;
  const [layer] = app.uses('player-layer');
  if (layer === undefined || app.uses('audio-play').length === 0) return;
  app.report({ uri: layer.uri, range: layer.use.range, message });
});
