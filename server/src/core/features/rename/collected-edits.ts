/** The edits of a rename, by file, each place once. */
import type { FileEdit } from '../../rules/types';
import type { TextEdit, TextRange } from '../../text';
import { placeName, RenameRefused } from './refusal';

interface EditedFile {
  readonly text: string;
  readonly edits: Map<string, TextEdit>;
}

export class CollectedEdits {
  readonly #files = new Map<string, EditedFile>();

  /** Throws `RenameRefused` when a place would have to become two things. */
  add(uri: string, text: string, edits: readonly TextEdit[]): void {
    const file = this.#files.get(uri) ?? { text, edits: new Map<string, TextEdit>() };
    this.#files.set(uri, file);
    for (const edit of edits) {
      const key = keyOf(edit.range);
      const known = file.edits.get(key);
      if (known !== undefined && known.newText !== edit.newText)
        throw new RenameRefused(
          `${placeName({ uri, text, range: edit.range })} is part of the identifier in two different ways`,
        );
      file.edits.set(key, edit);
    }
  }

  has(uri: string, range: TextRange): boolean {
    return this.#files.get(uri)?.edits.has(keyOf(range)) === true;
  }

  /** Whether an edit lies in a range. */
  touches(uri: string, { start, end }: TextRange): boolean {
    const edits = this.#files.get(uri)?.edits.values() ?? [];
    return [...edits].some(({ range }) => start <= range.start && range.end <= end);
  }

  get uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  get texts(): ReadonlyMap<string, string> {
    return new Map([...this.#files].map(([uri, { text }]) => [uri, text]));
  }

  /** Without edits that change nothing. Throws `RenameRefused` where edits overlap. */
  files(): readonly FileEdit[] {
    return [...this.#files].flatMap(([uri, { text, edits }]) => {
      const sorted = [...edits.values()].sort((a, b) => a.range.start - b.range.start);
      sorted.forEach(({ range }, index) => {
        if (range.start < (sorted[index - 1]?.range.end ?? 0))
          throw new RenameRefused(
            `${placeName({ uri, text, range })} is part of the identifier in two different ways`,
          );
      });
      const effective = sorted.filter(({ range, newText }) => text.slice(range.start, range.end) !== newText);
      return effective.length === 0 ? [] : [{ uri, edits: effective }];
    });
  }
}

function keyOf({ start, end }: TextRange): string {
  return `${start} ${end}`;
}
