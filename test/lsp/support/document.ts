/** The client's side of a document: slow and plain, to be compared with what the server makes of the edits. */
import type { Position, Range } from 'vscode-languageserver-protocol';

export interface ContentChange {
  readonly range?: Range;
  readonly text: string;
}

export class ClientDocument {
  version = 1;
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  getText(): string {
    return this.#text;
  }

  apply({ range, text }: ContentChange): void {
    if (range === undefined) {
      this.#text = text;
      return;
    }
    const a = this.offsetAt(range.start);
    const b = this.offsetAt(range.end);
    this.#text = this.#text.slice(0, Math.min(a, b)) + text + this.#text.slice(Math.max(a, b));
  }

  /** Behind the end of a line is its end; behind the last line is the end of the text. */
  offsetAt({ line, character }: Position): number {
    const lines = this.#lines();
    const content = lines[line];
    if (content === undefined) return this.#text.length;
    const start = lines.slice(0, line).join('').length;
    return start + Math.min(character, content.replace(/[\r\n]+$/, '').length);
  }

  positionAt(offset: number): Position {
    let start = 0;
    for (const [line, content] of this.#lines().entries()) {
      const length = content.replace(/[\r\n]+$/, '').length;
      if (offset <= start + length) return { line, character: offset - start };
      start += content.length;
    }
    throw new RangeError(`No place at ${offset}`);
  }

  /** With their line ends. The last one has none. */
  #lines(): string[] {
    return this.#text.split(/(?<=\r\n|\n|\r(?!\n))/).concat(/[\r\n]$/.test(this.#text) ? [''] : []);
  }
}
