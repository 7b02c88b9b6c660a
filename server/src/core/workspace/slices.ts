/** Long work in short slices, so that typing is never waited for. */
import type { CancellationToken, Yield } from '../ports';

const sliceMilliseconds = 8;

export class Slices {
  readonly #yield: Yield;
  readonly #token: CancellationToken | undefined;
  #start = Date.now();

  constructor(yieldTurn: Yield, token: CancellationToken | undefined) {
    this.#yield = yieldTurn;
    this.#token = token;
  }

  get isCancelled(): boolean {
    return this.#token?.isCancellationRequested ?? false;
  }

  /** Between two pieces of work. Answers whether to go on. */
  async next(): Promise<boolean> {
    if (Date.now() - this.#start >= sliceMilliseconds) {
      await this.#yield();
      this.#start = Date.now();
    }
    return !this.isCancelled;
  }
}
