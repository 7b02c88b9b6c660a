/** The mode that somebody meant who wrote something else. */
import { editDistance } from './edit-distance';
import { type BackgroundMode, backgroundModes, labelsOf } from './modes';
import type { ModeKey } from './requirement-types';

/** Words shorter than this must not be more than one mistake away. */
const longWord = 6;

/**
 * The mode behind a known wrong name, a label of Xcode, other letter case, other separators, or a typing mistake.
 * Modes of `key` come first. `undefined` when nothing is near, or several modes are equally near.
 */
export function suggestMode(value: string, key: ModeKey): BackgroundMode | undefined {
  const wanted = letters(value);
  if (wanted === '') return undefined;
  const ordered = [...backgroundModes].sort((a, b) => Number(b.key === key) - Number(a.key === key));
  return (
    ordered.find((mode) => letters(mode.value) === wanted) ??
    ordered.find((mode) => mode.wrongNames?.some((name) => letters(name) === wanted)) ??
    ordered.find((mode) => labelsOf(mode).some((label) => letters(label) === wanted)) ??
    nearest(wanted, key)
  );
}

/** Whether the value is what Xcode shows for some mode, whatever its blanks and letter case. */
export function isLabel(value: string): boolean {
  const wanted = letters(value);
  return backgroundModes.some(
    ({ editorLabel }) => editorLabel !== undefined && letters(editorLabel) === wanted,
  );
}

function nearest(wanted: string, key: ModeKey): BackgroundMode | undefined {
  const allowed = wanted.length < longWord ? 1 : 2;
  let best: BackgroundMode | undefined;
  let bestDistance = allowed + 1;
  for (const mode of backgroundModes) {
    if (mode.key !== key || mode.isObsolete) continue;
    const distance = editDistance(wanted, letters(mode.value));
    if (distance === bestDistance) best = undefined;
    if (distance < bestDistance) [best, bestDistance] = [mode, distance];
  }
  return best;
}

/** In lower case without blanks, hyphens and the like. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
