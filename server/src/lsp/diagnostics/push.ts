/** Diagnostics for clients that cannot ask: published for every file whose findings changed, open or not. */
import { CancellationToken, type Connection } from 'vscode-languageserver';
import type { Documents } from '../sync/documents';
import type { UpdateListener } from '../sync/update-loop';
import { SentReports } from './report';
import type { Reporter } from './reporter';

export class PushDiagnostics implements UpdateListener {
  readonly #connection: Pick<Connection, 'sendDiagnostics'>;
  readonly #documents: Pick<Documents, 'clientUri'>;
  readonly #reporter: Reporter;
  readonly #sent = new SentReports();
  readonly #versions = new Map<string, number | undefined>();

  constructor(
    connection: Pick<Connection, 'sendDiagnostics'>,
    documents: Pick<Documents, 'clientUri'>,
    reporter: Reporter,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#reporter = reporter;
  }

  onTouched(uri: string): Promise<void> {
    return this.#publish(uri);
  }

  async onUpdated(uris: readonly string[]): Promise<void> {
    for (const uri of uris) await this.#publish(uri);
  }

  async #publish(file: string): Promise<void> {
    const report = await this.#reporter.file(file, CancellationToken.None);
    if (report === undefined) return;
    const { uri, version, diagnostics } = report;
    if (!this.#sent.differs(report) && this.#versions.get(uri) === version) return;
    this.#sent.send(report);
    this.#versions.set(uri, version);
    await this.#connection.sendDiagnostics({
      uri: this.#documents.clientUri(uri),
      diagnostics: [...diagnostics],
      ...(version !== undefined && { version }),
    });
  }
}
