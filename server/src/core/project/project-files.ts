/** The files of a workspace as project resolution sees them: inside the roots only, and remembering what was asked. */
import type { DirectoryEntry } from '../ports';
import { isInside } from '../uri';

export interface ProjectFiles {
  /** Text of a document or file; `undefined` when it is missing, unreadable, no text or outside of the roots. */
  text(uri: string): Promise<string | undefined>;
  /** Entries of a folder; `undefined` when it is missing, unreadable or outside of the roots. */
  list(uri: string): Promise<readonly DirectoryEntry[] | undefined>;
  /** Whether the file or folder lies inside of a root folder. */
  isReadable(uri: string): boolean;
}

/** What a result was made from: it is stale as soon as one of these changes. */
export class Inputs {
  readonly #texts = new Set<string>();
  readonly #folders = new Set<string>();

  /** Reads through `files` and notes every question, also the ones without an answer. */
  track(files: ProjectFiles): ProjectFiles {
    return {
      isReadable: (uri) => files.isReadable(uri),
      text: (uri) => {
        this.#texts.add(uri);
        return files.text(uri);
      },
      list: (uri) => {
        this.#folders.add(uri);
        return files.list(uri);
      },
    };
  }

  /** Whether another content of `uri` may give another result. */
  usesText(uri: string): boolean {
    return this.#texts.has(uri);
  }

  /** Whether the appearance or disappearance of `uri` may give another result. */
  usesExistence(uri: string): boolean {
    if (this.#texts.has(uri)) return true;
    for (const folder of this.#folders) if (isInside(folder, uri)) return true;
    return false;
  }
}
