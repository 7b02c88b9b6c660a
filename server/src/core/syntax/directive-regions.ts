/** `#if … #endif` as a tree of regions, whatever the language: made line by line, read by offset. */
import { branchCondition } from '../program/conditions';
import type { Condition } from '../program/ir';
import type { TextRange } from '../text';

export interface DirectiveBranch {
  /** The negations of the branches before are part of it. */
  readonly condition: Condition;
  /** From the end of the line that opens it to the start of the line that ends it. */
  readonly range: TextRange;
  readonly regions: readonly DirectiveRegion[];
}

export interface DirectiveRegion {
  /** From `#if` to the end of the line with `#endif`, or to the end of the text. */
  readonly range: TextRange;
  readonly branches: readonly DirectiveBranch[];
}

/** A line of conditional compilation. */
export interface DirectiveLine {
  /** `next` is `#else` or an `#elseif` with its condition. */
  readonly kind: 'open' | 'next' | 'close';
  /** The directive with its condition. */
  readonly range: TextRange;
  /** `undefined` for `#else` and `#endif`. */
  readonly condition: Condition | undefined;
}

/** The regions of a text of this length. */
export function regionsOf(lines: readonly DirectiveLine[], length: number): readonly DirectiveRegion[] {
  const regions = new DirectiveRegions();
  for (const { kind, range, condition } of lines) {
    if (kind === 'open' && condition !== undefined) regions.open(range, condition);
    else if (kind === 'next') regions.next(range, condition);
    else if (kind === 'close') regions.close(range);
  }
  return regions.finish(length);
}

interface OpenBranch {
  condition: Condition;
  start: number;
  regions: DirectiveRegion[];
}

interface OpenRegion {
  readonly start: number;
  readonly said: Condition[];
  readonly branches: DirectiveBranch[];
  branch: OpenBranch;
}

/** Regions nested deeper are taken for a part of the branch around them; real code nests two or three. */
const MAX_DEPTH = 64;

/** Collects directives in the order of the text. Forgiving: a stray `#else` or `#endif` is ignored. */
export class DirectiveRegions {
  readonly #top: DirectiveRegion[] = [];
  readonly #open: OpenRegion[] = [];
  #tooDeep = 0;

  /** `line` is the range of the directive with its condition. */
  open(line: TextRange, condition: Condition): void {
    if (this.#open.length >= MAX_DEPTH) {
      this.#tooDeep++;
      return;
    }
    const branch: OpenBranch = { condition, start: line.end, regions: [] };
    this.#open.push({ start: line.start, said: [condition], branches: [], branch });
  }

  /** `#elseif` with its condition, `#else` without. */
  next(line: TextRange, condition: Condition | undefined): void {
    const region = this.#open.at(-1);
    if (region === undefined || this.#tooDeep > 0) return;
    closeBranch(region, line.start);
    region.branch = { condition: branchCondition(region.said, condition), start: line.end, regions: [] };
    if (condition !== undefined) region.said.push(condition);
  }

  close(line: TextRange): void {
    if (this.#tooDeep > 0) this.#tooDeep--;
    else this.#close(line.start, line.end);
  }

  /** The regions of the whole text; open ones reach to its end. */
  finish(length: number): readonly DirectiveRegion[] {
    while (this.#open.length > 0) this.#close(length, length);
    return this.#top;
  }

  #close(branchEnd: number, end: number): void {
    const region = this.#open.pop();
    if (region === undefined) return;
    closeBranch(region, branchEnd);
    const siblings = this.#open.at(-1)?.branch.regions ?? this.#top;
    siblings.push({ range: { start: region.start, end }, branches: region.branches });
  }
}

function closeBranch(region: OpenRegion, end: number): void {
  const { condition, start, regions } = region.branch;
  region.branches.push({ condition, range: { start, end }, regions });
}

/** The region among siblings that contains `offset`. */
export function regionAt(regions: readonly DirectiveRegion[], offset: number): DirectiveRegion | undefined {
  let low = 0;
  let high = regions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const region = regions[middle];
    if (region === undefined) return undefined;
    if (offset < region.range.start) high = middle - 1;
    else if (offset >= region.range.end) low = middle + 1;
    else return region;
  }
  return undefined;
}

/** Conditions of all branches around `offset`, outermost first. */
export function conditionsAt(regions: readonly DirectiveRegion[], offset: number): readonly Condition[] {
  return branchesAround(regions, offset).map(({ condition }) => condition);
}

/** Regions directly inside the innermost branch around `offset`. */
export function innermostRegions(
  regions: readonly DirectiveRegion[],
  offset: number,
): readonly DirectiveRegion[] {
  return branchesAround(regions, offset).at(-1)?.regions ?? regions;
}

/** Outermost first. */
function branchesAround(regions: readonly DirectiveRegion[], offset: number): DirectiveBranch[] {
  const branches: DirectiveBranch[] = [];
  let siblings = regions;
  for (;;) {
    const region = regionAt(siblings, offset);
    const branch = region?.branches.find(({ range }) => offset >= range.start && offset < range.end);
    if (branch === undefined) return branches;
    branches.push(branch);
    siblings = branch.regions;
  }
}
