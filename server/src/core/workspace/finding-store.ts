/** All current findings, by what produced them and by file, and the files where something changed. */
import { sortFindings } from '../rules/engine';
import type { Finding } from '../rules/types';

/** One run of rules whose findings replace those of its last run: `unit`, `code` of a file, `target`, `project` of a target. */
export type Producer = `${'unit' | 'code' | 'target' | 'project'} ${string}`;

export class FindingStore {
  readonly #byProducer = new Map<Producer, ReadonlyMap<string, readonly Finding[]>>();
  readonly #byFile = new Map<string, Set<Producer>>();
  readonly #changed = new Set<string>();

  /** Replaces what `producer` found. */
  set(producer: Producer, findings: readonly Finding[]): void {
    const before = this.#byProducer.get(producer) ?? new Map<string, readonly Finding[]>();
    const after = new Map<string, Finding[]>();
    for (const finding of findings) after.set(finding.uri, [...(after.get(finding.uri) ?? []), finding]);
    for (const uri of new Set([...before.keys(), ...after.keys()])) {
      if (JSON.stringify(before.get(uri)) !== JSON.stringify(after.get(uri))) this.#changed.add(uri);
      const producers = this.#byFile.get(uri) ?? new Set();
      if (after.has(uri)) producers.add(producer);
      else producers.delete(producer);
      if (producers.size > 0) this.#byFile.set(uri, producers);
      else this.#byFile.delete(uri);
    }
    if (after.size > 0) this.#byProducer.set(producer, after);
    else this.#byProducer.delete(producer);
  }

  /** Sorted, unique; suppression comments are not applied. */
  of(uri: string): readonly Finding[] {
    const producers = [...(this.#byFile.get(uri) ?? [])];
    return sortFindings(producers.flatMap((producer) => this.#byProducer.get(producer)?.get(uri) ?? []));
  }

  /** What one producer found, in any of its files. Sorted; suppression comments are not applied. */
  by(producer: Producer): readonly Finding[] {
    return sortFindings([...(this.#byProducer.get(producer)?.values() ?? [])].flat());
  }

  files(): readonly string[] {
    return [...this.#byFile.keys()].sort();
  }

  /** Files whose code or target findings point into `uri`. */
  relatedTo(uri: string): readonly string[] {
    return this.files().filter((file) =>
      this.of(file).some((finding) => finding.related.some((related) => related.uri === uri)),
    );
  }

  producers(): readonly Producer[] {
    return [...this.#byProducer.keys()];
  }

  /** Notes that the findings of a file may look different though no rule ran: its text, and so its lines, changed. */
  touch(uri: string): void {
    this.#changed.add(uri);
  }

  /** Files touched since the last call. */
  takeChanged(): readonly string[] {
    const changed = [...this.#changed].sort();
    this.#changed.clear();
    return changed;
  }
}
