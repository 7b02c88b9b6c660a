/** One handler that fails must not take the server with it. */
import { CancellationToken, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Logger } from '../core/ports';
import { errorText } from './log';

/** A request handler whose failures are logged, and answered as errors of the protocol. */
export function request<A extends readonly unknown[], R>(
  logger: Logger,
  name: string,
  handle: (...args: A) => Promise<R> | R,
): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await handle(...args);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      logger.log('error', `${name}: ${errorText(error)}`);
      throw new ResponseError(ErrorCodes.InternalError, `${name} failed, see the log`);
    }
  };
}

/** For requests without parameters: some clients send `null` or an empty object all the same. */
export function plainRequest<R>(
  logger: Logger,
  name: string,
  handle: (token: CancellationToken) => Promise<R>,
): (...args: readonly unknown[]) => Promise<R> {
  return request(logger, name, (...args: readonly unknown[]) =>
    handle(args.find(CancellationToken.is) ?? CancellationToken.None),
  );
}

/** A notification handler whose failures are logged. */
export function notification<A extends readonly unknown[]>(
  logger: Logger,
  name: string,
  handle: (...args: A) => void,
): (...args: A) => void {
  return (...args) => {
    try {
      handle(...args);
    } catch (error) {
      logger.log('error', `${name}: ${errorText(error)}`);
    }
  };
}
