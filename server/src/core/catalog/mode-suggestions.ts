/** The mode that somebody meant who wrote something else. */
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

/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1), swapped));
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
