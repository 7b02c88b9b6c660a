/** Has those files analysed that name no known API but declare what others need. */
import type { FileSummary } from '../program/summary';
import { constantNeeds, type Needs, neededBy, withTypeNeeds } from './needs';
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
    sources.endAsking();
    const needed = new Set([...this.#needed.values()].flatMap((members) => [...members]));
    for (const uri of sources.needed()) if (!needed.has(uri)) this.#changed(uri, sources.release(uri));
  }

  /** `undefined` when the work is cancelled. */
  async #neededIn(members: Members, slices: Slices): Promise<Members | undefined> {
    const { sources } = this.#state;
    const primary = [...members].filter((uri) => sources.outline(uri) === undefined);
    const needed = new Set<string>();
    for (let round = 0; round < maxRounds; round++) {
      const needs = await this.#needsOf([...primary, ...needed], slices);
      if (needs === undefined) return undefined;
      const outlines = new Map<string, Outline>();
      for (const uri of members) {
        const outline = needed.has(uri) ? undefined : sources.outline(uri);
        if (outline !== undefined) outlines.set(uri, outline);
      }
      const found = neededBy(needs, outlines).slice(0, maxFiles - needed.size);
      if (found.length === 0) break;
      for (const uri of found) {
        needed.add(uri);
        if (!sources.isNeeded(uri)) await this.#analyse(uri);
        if (!(await slices.next())) return undefined;
      }
    }
    return needed;
  }

  /** What some files need, with everything known that they say about it themselves. `undefined` when cancelled. */
  async #needsOf(uris: readonly string[], slices: Slices): Promise<Needs | undefined> {
    const { sources } = this.#state;
    let wanted = -1;
    for (;;) {
      const summaries = new Map<string, FileSummary>();
      for (const uri of uris) {
        const summary = sources.summary(uri);
        if (summary !== undefined) summaries.set(uri, summary);
      }
      const needs = constantNeeds(summaries);
      // What a file says about one thing may depend on another one.
      if (needs.wanted.size <= wanted) return withTypeNeeds(needs, summaries);
      wanted = needs.wanted.size;
      if (!(await this.#ask(needs.wanted, slices))) return undefined;
    }
  }

  /** Has files say where they name what values depend on. False when the work is cancelled. */
  async #ask(names: ReadonlySet<string>, slices: Slices): Promise<boolean> {
    const { sources, indexes, pending } = this.#state;
    sources.want(names);
    const outdated = sources.outdated();
    try {
      for (const uri of outdated) {
        const change = sources.askAgain(uri, await sources.read(uri));
        if (change !== 'same') this.#changed(uri, change);
        for (const group of indexes.groupsOf(uri)) pending.needs.add(group);
        if (!(await slices.next())) return false;
      }
    } finally {
      // More is known about names, whether or not the files hold any.
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
