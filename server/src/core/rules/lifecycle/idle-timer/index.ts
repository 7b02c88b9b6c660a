/** idle-timer-not-restored: a screen that is never allowed to sleep again. */
import { appCodeRule } from '../../app-code';
import { meta } from './meta';

const message =
  'The idle timer is disabled and nothing enables it again: the screen stays on until the battery is empty';

export const idleTimerRule = appCodeRule(meta, (app) => {
  const off = app.uses('idle-timer-off');
  const starts = new Set(off.map(({ uri, use }) => `${uri} ${use.range.start}`));
  // Whatever else is assigned may be false.
  if (app.uses('idle-timer').some(({ uri, use }) => !starts.has(`${uri} ${use.range.start}`))) return;
  for (const { uri, use } of off) app.report({ uri, range: use.range, message });
});
