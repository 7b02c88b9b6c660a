/** Has those files analysed that name no known API but declare what others need. */
import type { FileSummary } from '../program/summary';
import { neededBy, wantedFunctions } from './needs';
import type { Outline } from './outline';
import type { Slices } from './slices';
import type { SourceChange } from './sources';
import type { State } from './state';

/** What a needed file names may be declared in another one, and so on, but hardly more often than this. */
const maxRounds = 6;
/** Of a group; what more would need is unknown. */
const maxFiles = 200;

type Members = ReadonlySet<string>;

export class NeededSources {
  readonly #state: State;
  readonly #changed: (uri: string, change: SourceChange) => void;
  /**
   * By group. Worked out from the files that name a known API each time, so that it only depends on the texts and not
   * on what was needed before.
   */
  readonly #needed = new Map<string, Members>();

  /** `changed` is told of files whose summary appears or vanishes. */
  constructor(state: State, changed: (uri: string, change: SourceChange) => void) {
    this.#state = state;
    this.#changed = changed;
  }

  /** Every group is looked at when `settle` is called next. */
  reset(): void {
    const { pending, indexes } = this.#state;
    for (const key of this.#needed.keys()) pending.needs.add(key);
    for (const [key] of indexes.groups()) pending.needs.add(key);
  }

  /** Looks at the pending groups, until the work is cancelled. */
  async settle(slices: Slices): Promise<void> {
    const { pending, indexes, sources } = this.#state;
    if (pending.needs.size === 0) return;
    const groups = new Map(indexes.groups());
    for (const key of pending.needs) {
      const members = groups.get(key);
      if (members === undefined) this.#needed.delete(key);
      else {
        const needed = await this.#neededIn(members, slices);
        if (needed === undefined) return;
        this.#needed.set(key, needed);
      }
      pending.needs.delete(key);
    }
    const needed = new Set([...this.#needed.values()].flatMap((members) => [...members]));
    for (const uri of sources.needed()) if (!needed.has(uri)) this.#changed(uri, sources.release(uri));
  }

  /** `undefined` when the work is cancelled. */
  async #neededIn(members: Members, slices: Slices): Promise<Members | undefined> {
    const { sources } = this.#state;
    if (!(await this.#findCalls(members, slices))) return undefined;
    const summaries = new Map<string, FileSummary>();
    const outlines = new Map<string, Outline>();
    for (const uri of members) {
      const outline = sources.outline(uri);
      const summary = sources.summary(uri);
      if (outline !== undefined) outlines.set(uri, outline);
      else if (summary !== undefined) summaries.set(uri, summary);
    }
    const needed = new Set<string>();
    for (let round = 0; round < maxRounds; round++) {
      const found = neededBy(summaries, outlines).slice(0, maxFiles - needed.size);
      if (found.length === 0) break;
      for (const uri of found) {
        needed.add(uri);
        outlines.delete(uri);
        if (!sources.isNeeded(uri)) await this.#analyse(uri);
        const summary = sources.summary(uri);
        if (summary !== undefined) summaries.set(uri, summary);
        if (!(await slices.next())) return undefined;
      }
    }
    return needed;
  }

  /** Has calls looked for that decide what files hand to an API. False when the work is cancelled. */
  async #findCalls(members: Members, slices: Slices): Promise<boolean> {
    const { sources, indexes, pending } = this.#state;
    const primary = [...members].filter((uri) => sources.outline(uri) === undefined);
    sources.want(wantedFunctions(primary.flatMap((uri) => sources.summary(uri) ?? [])));
    const outdated = sources.outdated();
    try {
      for (const uri of outdated) {
        const change = sources.apply(uri, await sources.read(uri));
        if (change !== 'same') this.#changed(uri, change);
        for (const group of indexes.groupsOf(uri)) pending.needs.add(group);
        if (!(await slices.next())) return false;
      }
    } finally {
      // More calls are known, whether or not the files have any.
      if (outdated.length > 0) this.#state.invalidateCode();
    }
    return true;
  }

  async #analyse(uri: string): Promise<void> {
    const { sources } = this.#state;
    sources.need(uri);
    const change = sources.apply(uri, await sources.read(uri));
    if (change !== 'same') this.#changed(uri, change);
  }
}
