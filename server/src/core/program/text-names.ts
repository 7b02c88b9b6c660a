/** Where names stand in a text, found once, and for the next version of the text only around what changed. */
import { type EditSpan, editSpan } from '../syntax/incremental';
import type { ProgramFile } from './ir';
import { Memo } from './memo';

interface Version {
  readonly text: string;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** What lies between two versions of a text. */
interface Change {
  readonly span: EditSpan;
  /** What is new, with as much around it as the longest name can reach out of it; it begins at `start`. */
  readonly around: string;
  readonly start: number;
}

/** Names that are longer are searched for in all of the text. In UTF-16 code units. */
const MAX_LENGTH = 120;

const nowhere: readonly number[] = [];

export class TextNames {
  readonly text: string;
  readonly #before: Version | undefined;
  #change: Change | undefined;
  readonly #places = new Map<string, readonly number[]>();

  constructor(text: string, before?: TextNames) {
    this.text = text;
    this.#before = before && { text: before.text, places: before.#places };
  }

  has(name: string): boolean {
    return this.places(name).length > 0;
  }

  /** Offsets at which a name, or a part of a longer one, begins; in order. */
  places(name: string): readonly number[] {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const before = this.#before?.places.get(name);
    const places =
      before === undefined || name.length > MAX_LENGTH
        ? placesIn(this.text, name, 0)
        : this.#moved(name, before);
    this.#places.set(name, places);
    return places;
  }

  #moved(name: string, before: readonly number[]): readonly number[] {
    this.#change ??= changeOf(this.#before?.text ?? '', this.text);
    const { span, around, start } = this.#change;
    const changed = placesIn(around, name, start).filter(
      (place) => place + name.length > span.start && place < span.newEnd,
    );
    if (before.length === 0) return changed;
    const delta = span.newEnd - span.oldEnd;
    const first = before.filter((place) => place + name.length <= span.start);
    const last = before.filter((place) => place >= span.oldEnd).map((place) => place + delta);
    return [...first, ...changed, ...last];
  }
}

const cache = new Memo<ProgramFile, TextNames>();

/** The names in the text of a program. */
export function namesIn(program: ProgramFile, text: string): TextNames {
  return cache.of(program, () => new TextNames(text));
}

/** The names in the text of a program that they were asked for before, and of each version of an open document. */
export function knownNames(program: ProgramFile): TextNames | undefined {
  return cache.get(program);
}

/** `after` is what became of `before` when its text was edited to `text`: not all of it has to be searched again. */
export function carryNames(before: ProgramFile, after: ProgramFile, text: string): void {
  cache.set(after, new TextNames(text, cache.get(before)));
}

function changeOf(old: string, text: string): Change {
  const span = editSpan(old, text) ?? { start: text.length, oldEnd: text.length, newEnd: text.length };
  const start = Math.max(0, span.start - MAX_LENGTH);
  return { span, start, around: text.slice(start, span.newEnd + MAX_LENGTH) };
}

/** `start`: where the part is. */
function placesIn(part: string, name: string, start: number): readonly number[] {
  let at = part.indexOf(name);
  // Nothing stands everywhere.
  if (at === -1 || name === '') return nowhere;
  const places: number[] = [];
  for (; at !== -1; at = part.indexOf(name, at + 1)) places.push(start + at);
  return places;
}
