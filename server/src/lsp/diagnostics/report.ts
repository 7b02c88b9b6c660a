/** The diagnostics of one file at one moment, and when two of them are the same. */
import type { Diagnostic } from 'vscode-languageserver';

export interface FileReport {
  /** Normalised. */
  readonly uri: string;
  /** Of the open document the report describes; `undefined` for closed files. */
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Remembers for each file the last report that was sent, and names reports for `unchanged` answers. */
export class SentReports {
  // Ids of an earlier run of the server must not match.
  readonly #run = Date.now().toString(36);
  readonly #sent = new Map<string, { readonly content: string; readonly id: string }>();
  #count = 0;

  /** The id of `report`: the one of the last report when nothing in it differs. */
  send({ uri, diagnostics }: FileReport): string {
    const content = JSON.stringify(diagnostics);
    const last = this.#sent.get(uri);
    if (last?.content === content) return last.id;
    const id = `${this.#run}-${this.#count++}`;
    this.#sent.set(uri, { content, id });
    return id;
  }

  /** Whether the client shows something else. A file never sent shows nothing. */
  differs({ uri, diagnostics }: FileReport): boolean {
    return (this.#sent.get(uri)?.content ?? '[]') !== JSON.stringify(diagnostics);
  }

  /** Files that the client shows findings of. */
  shown(): readonly string[] {
    return [...this.#sent].filter(([, { content }]) => content !== '[]').map(([uri]) => uri);
  }
}
