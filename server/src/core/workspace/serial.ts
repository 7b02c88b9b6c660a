/** Runs asynchronous jobs one after another, in the order in which they were asked for. */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  /** The promise of this job; a job that fails does not stop the next. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job, job);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
