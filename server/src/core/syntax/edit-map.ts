import type { TextEdit } from '../text';

interface Segment {
  /** Offset in the edited text. */
  readonly start: number;
  readonly originalStart: number;
  readonly originalEnd: number;
  /** Stands in both texts; otherwise the text at `start` took the place of the original range. */
  readonly isKept: boolean;
}

/** An edited text whose offsets can be traced back to the original. */
export class EditedText {
  readonly text: string;
  readonly #segments: Segment[] = [];

  /** `edits` do not overlap; of several insertions at one place the first given comes first. */
  constructor(original: string, edits: readonly TextEdit[]) {
    const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    const parts: string[] = [];
    let position = 0;
    let from = 0;
    const add = (text: string, to: number, isKept: boolean): void => {
      this.#segments.push({ start: position, originalStart: from, originalEnd: to, isKept });
      parts.push(text);
      position += text.length;
      from = to;
    };
    for (const { range, newText } of sorted) {
      add(original.slice(from, range.start), range.start, true);
      add(newText, range.end, false);
    }
    add(original.slice(from), original.length, true);
    this.text = parts.join('');
  }

  /** Original offset of what begins at `offset`. */
  originalStart(offset: number): number {
    const segment = this.#last((start) => start <= offset);
    return segment.isKept ? this.#kept(segment, offset) : segment.originalStart;
  }

  /** Original offset of the end of what ends at `offset`. */
  originalEnd(offset: number): number {
    const segment = this.#last((start) => start < offset);
    return segment.isKept ? this.#kept(segment, offset) : segment.originalEnd;
  }

  #kept(segment: Segment, offset: number): number {
    return Math.min(segment.originalStart + offset - segment.start, segment.originalEnd);
  }

  /** `isBefore` holds for the first segments and for none after them. */
  #last(isBefore: (start: number) => boolean): Segment {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (isBefore(this.#segments[middle]?.start ?? 0)) low = middle;
      else high = middle - 1;
    }
    return this.#segments[low] ?? { start: 0, originalStart: 0, originalEnd: 0, isKept: true };
  }
}
