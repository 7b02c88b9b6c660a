/** now-playing-without-commands: what cannot be controlled is not shown on the lock screen. */
import { appCodeRule } from '../../app-code';
import { meta } from './meta';

const message =
  'Now Playing info is set, but nothing handles a remote command: the system does not take the app for the one that plays';

export const withoutCommandsRule = appCodeRule(meta, (app) => {
  if (!app.playsItself || app.has('remote-commands', 'player-view-controller', 'now-playing-session')) return;
  const first = app.uses('now-playing-info').find(({ use }) => use.detail === 'filled');
  if (first !== undefined) app.report({ uri: first.uri, range: first.use.range, message });
});
