import type { DirectiveRegion } from '../../syntax/directive-regions';
import type { TextRange } from '../../text';
import type { Condition } from '../ir';

interface Entry {
  readonly region: DirectiveRegion;
  /** The region around it. */
  readonly outer: Entry | undefined;
}

/** Finds regions of conditional compilation by offset. */
export class ConditionsIndex {
  readonly #entries: readonly Entry[];

  /** `regions` in the order of their starts, outer ones before inner ones. */
  constructor(regions: readonly DirectiveRegion[]) {
    let outer: Entry | undefined;
    this.#entries = regions.map((region) => {
      while (outer !== undefined && outer.region.range.end <= region.range.start) outer = outer.outer;
      outer = { region, outer };
      return outer;
    });
  }

  /** Conditions of the branches around `offset`, outermost first. */
  at(offset: number): readonly Condition[] {
    const conditions: Condition[] = [];
    let entry = this.#entries[this.#firstFrom(offset + 1) - 1];
    for (; entry !== undefined; entry = entry.outer) {
      const branch = entry.region.branches.find(({ range }) => range.start <= offset && offset < range.end);
      if (branch !== undefined && !isTrue(branch.condition)) conditions.push(branch.condition);
    }
    return conditions.reverse();
  }

  /** The outermost regions that lie in `within` and that `isHidden` does not leave out, in order. */
  inside(within: TextRange, isHidden: (range: TextRange) => boolean): DirectiveRegion[] {
    const result: DirectiveRegion[] = [];
    let end = within.start;
    for (let i = this.#firstFrom(within.start); i < this.#entries.length; i++) {
      const region = this.#entries[i]?.region;
      if (region === undefined || region.range.start >= within.end) break;
      if (region.range.start < end || region.range.end > within.end || isHidden(region.range)) continue;
      result.push(region);
      end = region.range.end;
    }
    return result;
  }

  /** Whether a region begins outside of `range` and ends inside, or the other way round. */
  crosses({ start, end }: TextRange): boolean {
    const isAround = (offset: number, test: (range: TextRange) => boolean): boolean => {
      let entry = this.#entries[this.#firstFrom(offset) - 1];
      for (; entry !== undefined; entry = entry.outer) if (test(entry.region.range)) return true;
      return false;
    };
    return (
      isAround(start, (region) => region.end > start && region.end < end) ||
      isAround(end, (region) => region.start > start && region.end > end)
    );
  }

  /** Index of the first entry that starts at `offset` or later. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.#entries[middle]?.region.range.start ?? 0;
      if (start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isTrue(condition: Condition): boolean {
  return condition.kind === 'bool' && condition.value;
}
