import type { Progress } from '../core/ports';
import type { Terminal } from './terminal';

/** Milliseconds of work before a person is told anything. */
const PATIENCE = 500;
/** Milliseconds between two lines in a log. */
const LOG_INTERVAL = 10_000;
const CLEAR_LINE = '\r\u001b[2K';

/** One line on a terminal that is rewritten and vanishes; a line now and then in a log, for long work only. */
export class ProgressLine implements Progress {
  readonly #terminal: Terminal;
  readonly #now: () => number;
  #due: number;
  #isShown = false;

  /** `now` answers milliseconds. */
  constructor(terminal: Terminal, now: () => number = performance.now.bind(performance)) {
    this.#terminal = terminal;
    this.#now = now;
    this.#due = now() + (terminal.isErrorInteractive ? PATIENCE : LOG_INTERVAL);
  }

  report(done: number, total: number): void {
    if (this.#now() < this.#due) return;
    const text = `Checking ${done} of ${total} files`;
    if (this.#terminal.isErrorInteractive) {
      this.#isShown = true;
      this.#terminal.complain(CLEAR_LINE + text);
    } else {
      this.#due = this.#now() + LOG_INTERVAL;
      this.#terminal.complain(`${text}\n`);
    }
  }

  end(): void {
    if (this.#isShown) this.#terminal.complain(CLEAR_LINE);
    this.#isShown = false;
  }
}
