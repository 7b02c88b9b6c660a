/** now-playing-with-mixable-session: only an app that stops other audio is shown on the lock screen. */
import type { PlacedUse } from '../../../program/code-index';
import type { TextRange } from '../../../text';
import { appCodeRule } from '../../app-code';
import { type SessionSetup, sessionSetups } from '../../audio-session/mixing';
import type { Fix, RelatedLocation } from '../../types';
import { meta } from './meta';

const message =
  'Now Playing info with a session that mixes: the system shows it and the remote commands only for apps that do not mix with others';

export const mixableSessionRule = appCodeRule(meta, (app) => {
  if (!app.playsItself) return;
  const shown = [...app.uses('now-playing-info'), ...app.uses('now-playing-session')].filter(
    ({ use }) => use.detail !== 'empty',
  );
  const setups = sessionSetups(app.constants);
  if (shown.length === 0 || !setups.every(({ isMixing }) => isMixing === true)) return;
  const options = app.uses('mixing-option');
  const related = shown.slice(0, 1).map(shownAt);
  for (const setup of setups) {
    const option = optionIn(setup, options);
    const range = option?.use.range ?? setup.category.range;
    app.report({ uri: setup.uri, range, message, related, fixes: option ? removal(setup, option) : [] });
  }
});

function shownAt({ uri, use }: PlacedUse): RelatedLocation {
  return { uri, range: use.range, message: 'Now Playing info is set here' };
}

/** The option as it stands in the call; one that is written elsewhere is not looked for. */
function optionIn({ uri, settings }: SessionSetup, options: readonly PlacedUse[]): PlacedUse | undefined {
  return options.find(
    (option) => option.uri === uri && settings.some(({ range }) => holds(range, option.use.range)),
  );
}

function holds(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Only where it is the only option: `[.mixWithOthers]`, or the constant alone. */
function removal({ uri, settings }: SessionSetup, { use }: PlacedUse): readonly Fix[] {
  const setting = settings.find(({ range }) => holds(range, use.range));
  if (setting === undefined) return [];
  const { range } = setting;
  const around = range.end - range.start - (use.range.end - use.range.start);
  const isAlone = around === 0 || (around === 2 && use.range.start === range.start + 1);
  if (!isAlone) return [];
  const newText = uri.endsWith('.swift') ? '[]' : '0';
  return [
    {
      title: 'Do not mix with other audio',
      files: [{ uri, edits: [{ range, newText }] }],
      isPreferred: false,
    },
  ];
}
