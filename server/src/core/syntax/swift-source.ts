/** Swift text that is edited: normalised again only around the edits. */
import type { TextRange } from '../text';
import { regionsOf } from './directive-regions';
import { joinMarks } from './swift-marks';
import { type NormalisedSwift, type RewrittenSwift, rewriteSwift, type SwiftEffect } from './swift-normalise';
import { nextSwiftCut } from './swift-scanner';
import { TextParts } from './text-parts';

export class SwiftSource {
  readonly #parts: TextParts<RewrittenSwift>;
  #normalised: NormalisedSwift;

  constructor(text: string) {
    this.#parts = new TextParts({ nextCut: nextSwiftCut, read: rewriteSwift }, text);
    this.#normalised = joined(this.#parts);
  }

  /** Equal to `normaliseSwift(text)`. */
  get normalised(): NormalisedSwift {
    return this.#normalised;
  }

  /** Takes the whole new text. */
  update(text: string): NormalisedSwift {
    this.#parts.update(text);
    this.#normalised = joined(this.#parts);
    return this.#normalised;
  }
}

function joined({ text: original, parts }: TextParts<RewrittenSwift>): NormalisedSwift {
  const effects = new Map<number, readonly SwiftEffect[]>();
  const opaque = new Set<number>();
  const units = new Set<number>();
  for (const { start, value } of parts) {
    for (const [offset, list] of value.effects) {
      effects.set(
        start + offset,
        list.map((effect) => ({ form: effect.form, start: start + effect.start })),
      );
    }
    for (const offset of value.opaque) opaque.add(start + offset);
    for (const offset of value.units) units.add(start + offset);
  }
  const lines = parts.flatMap(({ start, value }) =>
    value.lines.map((line) => ({ ...line, range: movedRange(line.range, start) })),
  );
  return {
    text: parts.map(({ value }) => value.text).join(''),
    original,
    effects,
    opaque,
    units,
    directives: regionsOf(lines, original.length),
    comments: parts.flatMap(({ start, value }) => value.comments.map((range) => movedRange(range, start))),
    marks: joinMarks(parts.map(({ start, value }) => ({ start, marks: value.marks }))),
  };
}

function movedRange({ start, end }: TextRange, delta: number): TextRange {
  return { start: start + delta, end: end + delta };
}
