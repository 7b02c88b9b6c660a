/** Objective-C text that is edited: normalised again only around the edits. */
import type { TextRange } from '../text';
import type { DirectiveRegion } from './directive-regions';
import { nextObjcCut } from './objc-cuts';
import type { ObjcDefine } from './objc-directives';
import { type NormalisedObjc, normaliseObjc } from './objc-normalise';
import { TextParts } from './text-parts';

export class ObjcSource {
  readonly #parts: TextParts<NormalisedObjc>;
  #normalised: NormalisedObjc;

  constructor(text: string) {
    const read = (part: string, isFirst: boolean) => normaliseObjc(part, !isFirst);
    this.#parts = new TextParts({ nextCut: nextObjcCut, read }, text);
    this.#normalised = joined(this.#parts);
  }

  /** Equal to `normaliseObjc(text)`. */
  get normalised(): NormalisedObjc {
    return this.#normalised;
  }

  /** Takes the whole new text. */
  update(text: string): NormalisedObjc {
    this.#parts.update(text);
    this.#normalised = joined(this.#parts);
    return this.#normalised;
  }
}

function joined({ parts }: TextParts<NormalisedObjc>): NormalisedObjc {
  const all = <T>(list: (value: NormalisedObjc) => readonly T[], move: (item: T, delta: number) => T): T[] =>
    parts.flatMap(({ start, value }) => list(value).map((item) => move(item, start)));
  // They are found from the end of the text on.
  const reversed = (list: (value: NormalisedObjc) => readonly TextRange[]): TextRange[] =>
    parts.toReversed().flatMap(({ start, value }) => list(value).map((range) => movedRange(range, start)));
  return {
    text: parts.map(({ value }) => value.text).join(''),
    comments: all((value) => value.comments, movedRange),
    includes: all(
      (value) => value.includes,
      ({ path, range }, delta) => ({ path, range: movedRange(range, delta) }),
    ),
    defines: all((value) => value.defines, movedDefine),
    conditionals: all((value) => value.conditionals, movedRegion),
    torn: reversed((value) => value.torn),
    dropped: reversed((value) => value.dropped),
    bodies: all((value) => value.bodies, movedRange),
    closings: all(
      (value) => value.closings,
      (offset, delta) => offset + delta,
    ),
    unclosed: all((value) => value.unclosed, movedRange),
    garbled: all((value) => value.garbled, movedRange),
  };
}

function movedRange({ start, end }: TextRange, delta: number): TextRange {
  return { start: start + delta, end: end + delta };
}

function movedDefine({ name, nameRange, params, body, range }: ObjcDefine, delta: number): ObjcDefine {
  return {
    name,
    params,
    nameRange: movedRange(nameRange, delta),
    body: movedRange(body, delta),
    range: movedRange(range, delta),
  };
}

function movedRegion({ range, branches }: DirectiveRegion, delta: number): DirectiveRegion {
  return {
    range: movedRange(range, delta),
    branches: branches.map((branch) => ({
      condition: branch.condition,
      range: movedRange(branch.range, delta),
      regions: branch.regions.map((region) => movedRegion(region, delta)),
    })),
  };
}
