/** The editor's documents. They override what is on disk. */
export interface OpenDocument {
  readonly version: number;
  readonly text: string;
}

export class OpenDocuments {
  readonly #documents = new Map<string, OpenDocument>();

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  has(uri: string): boolean {
    return this.#documents.has(uri);
  }

  set(uri: string, version: number, text: string): void {
    this.#documents.set(uri, { version, text });
  }

  delete(uri: string): void {
    this.#documents.delete(uri);
  }

  uris(): readonly string[] {
    return [...this.#documents.keys()];
  }
}
