/**
 * Sources that name no known API. Their texts are not kept; an outline tells whether they declare what others need, and
 * those that do are analysed for what they declare.
 */
import type { FileSummary } from '../program/summary';
import type { Outline } from './outline';

interface Entry {
  readonly outline: Outline;
  readonly summary: FileSummary | undefined;
}

export class SecondarySources {
  readonly #entries = new Map<string, Entry>();
  readonly #needed = new Set<string>();

  uris(): Iterable<string> {
    return this.#entries.keys();
  }

  outline(uri: string): Outline | undefined {
    return this.#entries.get(uri)?.outline;
  }

  summary(uri: string): FileSummary | undefined {
    return this.#entries.get(uri)?.summary;
  }

  set(uri: string, outline: Outline, summary: FileSummary | undefined): void {
    this.#entries.set(uri, { outline, summary });
  }

  delete(uri: string): void {
    this.#entries.delete(uri);
  }

  isNeeded(uri: string): boolean {
    return this.#needed.has(uri);
  }

  needed(): readonly string[] {
    return [...this.#needed];
  }

  need(uri: string): void {
    this.#needed.add(uri);
  }

  /** Nothing needs the file any more. Answers what was known about it. */
  release(uri: string): FileSummary | undefined {
    const entry = this.#entries.get(uri);
    this.#needed.delete(uri);
    if (entry !== undefined) this.#entries.set(uri, { outline: entry.outline, summary: undefined });
    return entry?.summary;
  }
}
