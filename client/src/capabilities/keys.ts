/** Asks for what only a person knows: purpose strings, and names of protocols. */
import { l10n } from 'vscode';
import type { ChangedKey, MissingKey } from '../protocol';
import { askText } from '../steps';

/** `undefined` when the person gives up. Without a sentence the reminder of the server is written, and found as one. */
export async function askForValues(
  title: string,
  keys: readonly MissingKey[],
): Promise<readonly ChangedKey[] | undefined> {
  const asked = keys.filter(({ input }) => input !== 'fixed');
  const changed: ChangedKey[] = [];
  for (const { kind, key, input, value } of keys) {
    if (input === 'fixed') {
      changed.push({ kind, key, value });
      continue;
    }
    const answer = await askText({
      title,
      step: asked.findIndex((each) => each.key === key) + 1,
      totalSteps: asked.length,
      hasBack: false,
      value: '',
      placeholder: key,
      prompt:
        input === 'text'
          ? l10n.t('{0}: what do people gain from it? They read this when the app asks', key)
          : l10n.t('{0}: the names, with commas between them', key),
    });
    if (answer.kind !== 'answered') return undefined;
    const text = answer.value.trim();
    if (input === 'text') changed.push({ kind, key, value: text === '' ? value : text });
    else if (text !== '') changed.push({ kind, key, value: text.split(/\s*,\s*/) });
  }
  return changed;
}
