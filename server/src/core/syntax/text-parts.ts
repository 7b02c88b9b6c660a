/**
 * A text kept in parts that are read independently of each other, so that an edit has only the parts around it read
 * again. Where a text may be cut is for its language to say; what comes out does not depend on where it is cut.
 */
import { type EditSpan, editSpan } from './incremental';

export interface TextPart<T> {
  /** Offset in the text. */
  readonly start: number;
  readonly end: number;
  /** What was read from the part's own text; offsets in it count from `start`. */
  readonly value: T;
}

export interface PartReader<T> {
  /**
   * The first cut behind `from` that `accepts` agrees to, or the end of the text. `from` is a cut or 0. Whether there is a
   * cut depends on what is in front of it and on less than `CUT_WIDTH` characters behind it.
   */
  readonly nextCut: (text: string, from: number, accepts: (cut: number) => boolean) => number;
  readonly read: (part: string, isFirst: boolean) => T;
}

/** Parts are at least this long, so that there are not too many of them. In UTF-16 code units. */
const MIN_LENGTH = 1500;

/** More characters than any word has that is looked for at a cut. */
const CUT_WIDTH = 32;

export class TextParts<T> {
  readonly #reader: PartReader<T>;
  #text = '';
  #parts: readonly TextPart<T>[] = [];

  constructor(reader: PartReader<T>, text: string) {
    this.#reader = reader;
    this.#text = text;
    this.#parts = this.#readFrom(0, (cut) => cut === text.length);
  }

  get text(): string {
    return this.#text;
  }

  /** In order, without gaps. */
  get parts(): readonly TextPart<T>[] {
    return this.#parts;
  }

  /** Takes the whole new text and reads again what an edit may have changed. */
  update(text: string): void {
    const span = editSpan(this.#text, text);
    if (span === undefined) return;
    this.#text = text;
    const old = this.#parts;
    const first = firstAffected(old, span);
    const delta = span.newEnd - span.oldEnd;
    // The first part is no place to join: nothing is in front of it.
    const known = new Map(old.slice(1).map(({ start }, index) => [start + delta, index + 1]));
    const rejoins = (cut: number): boolean => cut >= span.newEnd && known.has(cut);
    const changed = this.#readFrom(old[first]?.start ?? 0, rejoins);
    const next = known.get(changed.at(-1)?.end ?? text.length) ?? old.length;
    this.#parts = [...old.slice(0, first), ...changed, ...old.slice(next).map((part) => moved(part, delta))];
  }

  /** Reads parts from the cut `from` until one ends where `stops` says. */
  #readFrom(from: number, stops: (cut: number) => boolean): TextPart<T>[] {
    const parts: TextPart<T>[] = [];
    const text = this.#text;
    for (let start = from; ; ) {
      const end = this.#reader.nextCut(text, start, (cut) => stops(cut) || cut - start >= MIN_LENGTH);
      parts.push({ start, end, value: this.#reader.read(text.slice(start, end), start === 0) });
      if (end >= text.length || stops(end)) return parts;
      start = end;
    }
  }
}

/** The last part whose beginning the edit leaves alone. */
function firstAffected(parts: readonly TextPart<unknown>[], { start }: EditSpan): number {
  const next = parts.findIndex((part, index) => index > 0 && part.start + CUT_WIDTH > start);
  return next < 0 ? parts.length - 1 : next - 1;
}

function moved<T>({ start, end, value }: TextPart<T>, delta: number): TextPart<T> {
  return { start: start + delta, end: end + delta, value };
}
