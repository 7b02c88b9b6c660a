/** Child processes that always end: each has a time limit and a process group of its own. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds; then the process group is ended and the result's code is 124. */
  readonly timeout: number;
  /** Also write the output to this process's stdout and stderr while it arrives. */
  readonly echo?: boolean;
}

export interface RunResult {
  /** Exit status; 124 after a timeout, 127 when the program could not be started. */
  readonly code: number;
  /** stdout and stderr in the order of arrival. */
  readonly output: string;
}

const TIMED_OUT = 124;
const NOT_STARTED = 127;
const INTERRUPTED = 130;
const GRACE = 5000;

/** Ends a detached child together with everything that it started: politely, then, 5 s later, for good. */
export async function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  await endOf(child, GRACE);
  signalGroup(pid, 'SIGKILL');
}

/** Resolves when the child has ended, or after `limit` milliseconds. */
function endOf(child: ChildProcess, limit: number): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(resolve, limit);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // The group is gone, which is what was wanted.
  }
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

let isGuarded = false;
const live = new Set<ChildProcess>();
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Nothing that was started outlives this process, however it ends. */
function guardLife(): void {
  process.on('exit', () => {
    for (const { pid } of live) if (pid !== undefined) signalGroup(pid, 'SIGKILL');
  });
  for (const signal of endingSignals) {
    process.on(signal, () => {
      // Somebody else listens in order to end in good order.
      if (process.listenerCount(signal) === 1) process.exit(INTERRUPTED);
    });
  }
}

/** Resolves at Ctrl+C and its like, which then do not end this process by themselves. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of endingSignals) process.on(signal, () => resolve());
  });
}

/** Starts a program in a process group of its own, which `endGroup` can end as a whole. */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  if (!isGuarded) guardLife();
  isGuarded = true;
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  live.add(child);
  child.once('exit', () => live.delete(child));
  return child;
}

/** Runs a program to its end and collects what it prints. Never rejects. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const { cwd, env, timeout, echo } = options;
  const child = spawnGroup(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk;
    if (echo) process.stdout.write(chunk);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk;
    if (echo) process.stderr.write(chunk);
  });
  return new Promise((resolve) => {
    let timedOut = false;
    const limit = setTimeout(() => {
      timedOut = true;
      output += `\n${command}: ended after ${timeout / 1000} s\n`;
      void endGroup(child);
    }, timeout);
    child.once('error', (error) => {
      clearTimeout(limit);
      resolve({ code: NOT_STARTED, output: output + error.message });
    });
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve({ code: timedOut ? TIMED_OUT : (code ?? 1), output });
    });
  });
}

/** The environment without what `npm run` adds for its own children, which would steer an npm started by us. */
export function environmentForNpm(): NodeJS.ProcessEnv {
  const projectSettings =
    /^npm_(package_|lifecycle_|config_(local_prefix|prefix|ignore_scripts|omit_lockfile))/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !projectSettings.test(name)));
}
