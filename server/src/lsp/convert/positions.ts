/** Offsets of the core to positions of LSP. */
import type { Location, Range } from 'vscode-languageserver';
import { LineIndex, type TextRange } from '../../core/text';
import type { Workspace } from '../../core/workspace-types';
import type { Documents } from '../sync/documents';

const maxCachedIndexes = 64;

export class Positions {
  readonly #workspace: Pick<Workspace, 'text'>;
  readonly #documents: Pick<Documents, 'clientUri'>;
  readonly #cache = new Map<string, { readonly text: string; readonly index: LineIndex }>();

  constructor(workspace: Pick<Workspace, 'text'>, documents: Pick<Documents, 'clientUri'>) {
    this.#workspace = workspace;
    this.#documents = documents;
  }

  /** `text`: of the file, where it was read for the answer. `undefined` when the text is not known. */
  range(uri: string, range: TextRange, text?: string): Range | undefined {
    const index = this.index(uri, text);
    return index && toRange(index, range);
  }

  /** With the client's spelling of the URI. `undefined` when the text of the file is not known. */
  location(uri: string, range: TextRange, text?: string): Location | undefined {
    const converted = this.range(uri, range, text);
    return converted && { uri: this.#documents.clientUri(uri), range: converted };
  }

  index(uri: string, text = this.#workspace.text(uri)): LineIndex | undefined {
    if (text === undefined) return undefined;
    const cached = this.#cache.get(uri);
    if (cached?.text === text) return cached.index;
    const index = new LineIndex(text);
    this.#cache.delete(uri);
    this.#cache.set(uri, { text, index });
    const oldest = this.#cache.keys().next();
    if (this.#cache.size > maxCachedIndexes && !oldest.done) this.#cache.delete(oldest.value);
    return index;
  }
}

export function toRange(index: LineIndex, { start, end }: TextRange): Range {
  const from = index.at(start);
  const to = index.at(end);
  return {
    start: { line: from.line, character: from.column },
    end: { line: to.line, character: to.column },
  };
}
