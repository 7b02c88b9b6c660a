import type { RemoteConsole } from 'vscode-languageserver';
import type { Logger, LogLevel } from '../core/ports';

/** Sends log messages to the client (`window/logMessage`). */
export function clientLogger(console: RemoteConsole): Logger {
  const send: Readonly<Record<LogLevel, (message: string) => void>> = {
    error: (message) => console.error(message),
    warn: (message) => console.warn(message),
    info: (message) => console.info(message),
    debug: (message) => console.log(message),
  };
  return {
    log(level, message) {
      try {
        send[level](message);
      } catch {
        // The client is gone, and with it the reader of the log.
      }
    },
  };
}

/** What a log should say of anything that was thrown: the stack where there is one. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
