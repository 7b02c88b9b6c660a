/** Lowered programs of closed files, the longest unused ones dropped first. */
import type { ProgramFile } from '../program/ir';

/** Programs are kept for this many characters of source altogether; a program takes some 20 bytes for each. */
const maxCharacters = 12_000_000;

interface Entry {
  readonly text: string;
  readonly program: ProgramFile;
}

export class ProgramCache {
  /** In the order of last use. */
  readonly #entries = new Map<string, Entry>();
  #characters = 0;

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
      if (this.#characters <= maxCharacters) return;
      this.delete(oldest);
    }
  }

  delete(uri: string): void {
    this.#characters -= this.#entries.get(uri)?.text.length ?? 0;
    this.#entries.delete(uri);
  }
}
