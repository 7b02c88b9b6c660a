/** Where names stand in a text, found once, and for the next version of the text only around what changed. */

interface Version {
  readonly text: string;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** What two versions of a text have in common, in UTF-16 code units. */
interface Common {
  readonly atStart: number;
  readonly atEnd: number;
}

export class TextNames {
  readonly text: string;
  readonly #before: Version | undefined;
  #common: Common | undefined;
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
    let known = this.#places.get(name);
    if (known === undefined) {
      const before = this.#before?.places.get(name);
      known =
        before === undefined ? placesIn(this.text, name, 0, this.text.length) : this.#moved(name, before);
      this.#places.set(name, known);
    }
    return known;
  }

  #moved(name: string, before: readonly number[]): readonly number[] {
    const old = this.#before?.text ?? '';
    this.#common ??= commonOf(old, this.text);
    const { atStart, atEnd } = this.#common;
    const delta = this.text.length - old.length;
    const changed = placesIn(
      this.text,
      name,
      Math.max(0, atStart - name.length + 1),
      Math.min(this.text.length, this.text.length - atEnd + name.length - 1),
    );
    if (before.length === 0) return changed;
    const first = before.filter((place) => place + name.length <= atStart);
    const last = before.filter((place) => place >= old.length - atEnd).map((place) => place + delta);
    return [...first, ...changed, ...last];
  }
}

function placesIn(text: string, name: string, start: number, end: number): readonly number[] {
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  const places: number[] = [];
  for (let at = part.indexOf(name); at !== -1; at = part.indexOf(name, at + 1)) places.push(start + at);
  return places;
}

function commonOf(a: string, b: string): Common {
  const length = Math.min(a.length, b.length);
  let atStart = 0;
  while (atStart < length && a.charCodeAt(atStart) === b.charCodeAt(atStart)) atStart++;
  let atEnd = 0;
  const rest = length - atStart;
  while (atEnd < rest && a.charCodeAt(a.length - 1 - atEnd) === b.charCodeAt(b.length - 1 - atEnd)) atEnd++;
  return { atStart, atEnd };
}
