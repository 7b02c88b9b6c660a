/** Names that values of some files depend on, and which files have been asked where they name them. */
import { mayName } from '../program/constants/mention-names';
import type { SourceLanguage } from '../program/ir';

export class AskedNames {
  /** It only grows: what nobody asks for any more is not looked up. */
  #wanted: ReadonlySet<string> = new Set();
  /** What was wanted when a file was asked. */
  readonly #asked = new Map<string, ReadonlySet<string>>();

  /** See `mention-names.ts`. */
  get wanted(): ReadonlySet<string> {
    return this.#wanted;
  }

  want(names: ReadonlySet<string>): void {
    const isNew = [...names].some((name) => !this.#wanted.has(name));
    if (isNew) this.#wanted = new Set([...this.#wanted, ...names]);
  }

  /** Asks a file for all that is wanted: what its text may name of it. */
  ask(uri: string, text: string, language: SourceLanguage): ReadonlySet<string> {
    this.#asked.set(uri, this.#wanted);
    return new Set([...this.#wanted].filter((name) => mayName(text, name, language)));
  }

  /** Whether a file has been asked for a name. */
  hasAsked(uri: string, name: string): boolean {
    return this.#asked.get(uri)?.has(name) === true;
  }

  /** Whether a file has been asked for all that is wanted; what it cannot name need not be asked for. */
  isAsked(uri: string, mayMention: (name: string) => boolean): boolean {
    if (this.#asked.get(uri) === this.#wanted) return true;
    const isSame = [...this.#wanted].every((name) => this.hasAsked(uri, name) || !mayMention(name));
    if (isSame) this.#asked.set(uri, this.#wanted);
    return isSame;
  }

  forget(uri: string): void {
    this.#asked.delete(uri);
  }
}
