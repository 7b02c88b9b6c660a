/** The process's streams, as far as the commands need them. */
import picocolors from 'picocolors';

export type Colors = ReturnType<typeof picocolors.createColors>;

export interface Terminal {
  /** For results. */
  write(text: string): void;
  /** For people: messages and progress. */
  complain(text: string): void;
  /** Whether a person sees what is written; otherwise it goes to a file or another program. */
  readonly isInteractive: boolean;
  readonly isErrorInteractive: boolean;
  readonly columns: number;
  readonly colors: Colors;
}

const DEFAULT_COLUMNS = 80;

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // A reader such as `head` may close its end early: that is its right, and no reason to say anything.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  const isColored = stdout.isTTY === true && env.TERM !== 'dumb';
  return {
    write: (text) => stdout.write(text),
    complain: (text) => stderr.write(text),
    isInteractive: stdout.isTTY === true,
    isErrorInteractive: stderr.isTTY === true,
    columns: stdout.columns ?? DEFAULT_COLUMNS,
    colors: picocolors.createColors(env.NO_COLOR ? false : env.FORCE_COLOR ? true : isColored),
  };
}
