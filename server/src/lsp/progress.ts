/** Work-done progress of the index. */
import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Logger, Progress } from '../core/ports';
import { errorText } from './log';

const title = 'Background Modes: reading the workspace';

/** Milliseconds of work before anything is shown: what is done at once stays invisible. */
const patience = 300;

/** Percentages are whole numbers; messages are in words for people. */
export function indexProgress(
  connection: Connection,
  token: CancellationToken,
  logger: Logger,
): Progress & { done(): void } {
  const start = Date.now();
  let reporter: WorkDoneProgressServerReporter | undefined;
  let isRequested = false;
  let isDone = false;
  const begin = async () => {
    isRequested = true;
    const created = await connection.window.createWorkDoneProgress();
    if (isDone || token.isCancellationRequested) return;
    created.begin(title, 0);
    reporter = created;
  };
  return {
    report(done, total) {
      if (!isRequested && Date.now() - start >= patience) {
        begin().catch((error: unknown) => logger.log('warn', errorText(error)));
      }
      reporter?.report(total === 0 ? 100 : Math.floor((100 * done) / total), `${done} of ${total} files`);
    },
    done() {
      isDone = true;
      reporter?.done();
    },
  };
}
