/** What has to be done before the findings are those of the latest texts. */
export class Pending {
  /** Sources whose text may have changed. */
  readonly sources = new Set<string>();
  /** Property lists and project files whose text or targets may have changed. */
  readonly documents = new Set<string>();
  /** Sources whose rules have to run again though their text is the same. */
  readonly units = new Set<string>();
  /** Sources whose code rules have to run. */
  readonly code = new Set<string>();
  /** Ids of targets whose rules have to run. */
  readonly targets = new Set<string>();

  clear(): void {
    for (const set of [this.sources, this.documents, this.units, this.code, this.targets]) set.clear();
  }
}

/** Takes one element out of a set. */
export function take<T>(set: Set<T>): T | undefined {
  for (const first of set) {
    set.delete(first);
    return first;
  }
  return undefined;
}
