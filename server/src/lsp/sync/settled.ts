import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

const maxTries = 3;

/** Counts everything that may change an answer: edits, opened and closed documents, changed files and folders. */
export class Revision {
  #value = 0;

  get value(): number {
    return this.#value;
  }

  bump(): void {
    this.#value++;
  }
}

/**
 * An answer that describes one state of the workspace: `read` runs again when something changed while it ran.
 * `undefined` when it never came to rest. Rejects with RequestCancelled when the client no longer waits.
 */
export async function settled<T>(
  revision: Revision,
  token: CancellationToken,
  read: () => Promise<T>,
): Promise<{ readonly value: T } | undefined> {
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const before = revision.value;
    const value = await read();
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client');
    }
    if (revision.value === before) return { value };
  }
  return undefined;
}

/** As `settled`, for requests that a client asks again by itself: rejects with ContentModified instead. */
export async function settledOrModified<T>(
  revision: Revision,
  token: CancellationToken,
  read: () => Promise<T>,
): Promise<T> {
  const result = await settled(revision, token, read);
  if (result === undefined) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text changed while the answer was prepared');
  }
  return result.value;
}
