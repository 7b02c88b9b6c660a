import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

const maxTries = 3;

/** Milliseconds for which an answer is waited for; one who types has cancelled the question long before. */
const patience = 3000;

/** Milliseconds between tries: the first and the longest. */
const firstPause = 20;
const longestPause = 320;

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

/**
 * As `settled`, and patient: an editor shows nothing when it is told that the text was modified, and seldom asks again.
 * Rejects with ContentModified when the workspace does not come to rest for seconds.
 */
export async function settledOrModified<T>(
  revision: Revision,
  token: CancellationToken,
  read: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
    const result = await settled(revision, token, read);
    if (result !== undefined) return result.value;
    if (Date.now() > deadline) {
      throw new ResponseError(
        LSPErrorCodes.ContentModified,
        'The text changed while the answer was prepared',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
