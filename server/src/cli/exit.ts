/** Exit codes, a promise to scripts. */
export const EXIT = {
  clean: 0,
  findings: 1,
  /** Wrong arguments, an unreadable path, or a fault of the program itself. */
  failure: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something the caller can mend; its message is shown alone. */
export class UsageError extends Error {}
