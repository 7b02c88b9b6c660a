/** What a person has done, remembered with the workspace. */

const KEY = 'backgroundModes.checklist.ticks';

/** The part of VS Code's `Memento` that is needed. */
export interface TickStore {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): PromiseLike<void>;
}

export class Ticks {
  private readonly ids: Set<string>;

  constructor(private readonly store: TickStore) {
    const stored = store.get<unknown>(KEY);
    this.ids = new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []);
  }

  get isEmpty(): boolean {
    return this.ids.size === 0;
  }

  /** `id`: of a node of the checklist. */
  has(id: string): boolean {
    return this.ids.has(id);
  }

  async set(id: string, isTicked: boolean): Promise<void> {
    if (isTicked) this.ids.add(id);
    else this.ids.delete(id);
    await this.store.update(KEY, [...this.ids].sort());
  }

  async clear(): Promise<void> {
    this.ids.clear();
    await this.store.update(KEY, undefined);
  }
}
