/** Lowered programs of closed files, the longest unused ones dropped first. */
import type { ProgramFile } from '../program/ir';

interface Entry {
  readonly text: string;
  readonly program: ProgramFile;
}

export class ProgramCache {
  /** In the order of last use. */
  readonly #entries = new Map<string, Entry>();
  readonly #maxCharacters: number;
  #characters = 0;

  /** Characters of source altogether; a program takes some 20 bytes for each. */
  constructor(maxCharacters: number) {
    this.#maxCharacters = maxCharacters;
  }

  /** The program of `text`, if that is the text it was made of. */
  get(uri: string, text: string): ProgramFile | undefined {
    const entry = this.#entries.get(uri);
    if (entry?.text !== text) return undefined;
    this.#entries.delete(uri);
    this.#entries.set(uri, entry);
    return entry.program;
  }

  set(uri: string, text: string, program: ProgramFile): void {
    this.delete(uri);
    this.#entries.set(uri, { text, program });
    this.#characters += text.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#characters <= this.#maxCharacters) return;
      this.delete(oldest);
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#characters = 0;
  }

  delete(uri: string): void {
    this.#characters -= this.#entries.get(uri)?.text.length ?? 0;
    this.#entries.delete(uri);
  }
}
