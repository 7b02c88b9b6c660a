/** Which words of the trace table a source holds: enough to know that it has nothing to do with a mode. */
import { traceWords } from '../catalog/mode-traces';
import type { TextNames } from '../program/text-names';

const sorted = [...new Set(traceWords)].sort();

/** The longest first: a shorter one that begins at the same place is its beginning. */
const ordered = [...traceWords].sort((a, b) => b.length - a.length);
function escaped(word: string): string {
  return word.replace(/[^\w]/g, '\\$&');
}

/** Looks ahead, so that words may overlap. */
const words = new RegExp(`(?=(${ordered.map(escaped).join('|')}))`, 'g');

const beginnings: ReadonlyMap<string, readonly string[]> = new Map(
  ordered.map((word) => [word, ordered.filter((other) => word.startsWith(other))]),
);

const none: readonly string[] = [];

/** The same of the text of an open document, which is not searched through as a whole each time. */
export function tracesAmong(names: TextNames): readonly string[] {
  const found = sorted.filter((word) => names.has(word));
  return found.length === 0 ? none : found;
}

/** Sorted, unique. */
export function tracesIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, word = ''] of text.matchAll(words))
    for (const each of beginnings.get(word) ?? none) found.add(each);
  return found.size === 0 ? none : [...found].sort();
}

export function sameTraces(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((word, index) => word === b[index]);
}
