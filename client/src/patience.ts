/** Requests that somebody types into. */

/** Of LSP (ContentModified): what was asked about changed while the server looked. */
const contentModified = -32801;

const maxTries = 20;

/** Milliseconds between two tries. */
const pause = 300;

/** Asks again as long as the text changes under the answer, for some seconds; rejects as the last try did. */
export async function answeredInPeace<Result>(
  ask: () => Promise<Result>,
  rest: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, pause)),
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!isContentModified(error) || attempt === maxTries) throw error;
    }
    await rest();
  }
}

export function isContentModified(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === contentModified;
}
