/** Diagnostics for clients that ask, document by document or for the whole workspace. */
import {
  CancellationToken,
  type Connection,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Logger } from '../../core/ports';
import { normaliseUri } from '../../core/uri';
import { errorText } from '../log';
import type { Documents } from '../sync/documents';
import { type FileReport, SentReports } from './report';
import type { Reporter } from './reporter';

/** Files in one partial result: small enough to show up early, large enough to be few. */
const filesInPartialResult = 50;

export class PullDiagnostics {
  readonly #connection: Pick<Connection, 'languages'>;
  readonly #documents: Pick<Documents, 'clientUri'>;
  readonly #reporter: Reporter;
  readonly #logger: Logger;
  readonly #sent = new SentReports();
  /** Answers about single documents. Editors ignore what the workspace's answer says of a document that is open. */
  readonly #sentAlone = new SentReports();

  constructor(
    connection: Pick<Connection, 'languages'>,
    documents: Pick<Documents, 'clientUri'>,
    reporter: Reporter,
    logger: Logger,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#reporter = reporter;
    this.#logger = logger;
  }

  async document(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const report = await this.#reporter.file(textDocument.uri, token);
    if (report === undefined) return retry();
    this.#sentAlone.send(report);
    return this.#answer(report, previousResultId);
  }

  async workspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previousResultIds.map(({ uri, value }) => [normaliseUri(uri), value]));
    const items = (await this.#reports(known, token)).map((report) => ({
      ...this.#answer(report, known.get(report.uri)),
      uri: this.#documents.clientUri(report.uri),
      version: report.version ?? null,
    }));
    if (partial === undefined) return { items };
    for (const part of inParts(items)) partial.report({ items: part });
    return { items: [] };
  }

  /** Asks the client to ask again when it shows findings that are no longer true, or misses new ones. */
  async onUpdated(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      const report = await this.#reporter.file(uri, CancellationToken.None);
      if (report === undefined || !this.#shown(report).differs(report)) continue;
      // Not awaited: a client that never answers must not stop the updates.
      this.#connection.languages.diagnostics
        .refresh()
        .catch((error: unknown) => this.#logger.log('warn', errorText(error)));
      return;
    }
  }

  #shown({ version }: FileReport): SentReports {
    return version === undefined ? this.#sent : this.#sentAlone;
  }

  /** Files with findings, and those that the client still shows findings of. */
  async #reports(
    known: ReadonlyMap<string, string>,
    token: CancellationToken,
  ): Promise<readonly FileReport[]> {
    const reports = await this.#reporter.all(token);
    if (reports === undefined) return retry();
    const withFindings = new Set(reports.map(({ uri }) => uri));
    const cleared = [...new Set([...known.keys(), ...this.#sent.shown()])].filter(
      (uri) => !withFindings.has(uri),
    );
    return [...reports, ...cleared.map((uri) => this.#reporter.empty(uri))];
  }

  #answer(report: FileReport, previous: string | undefined): DocumentDiagnosticReport {
    const resultId = this.#sent.send(report);
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...report.diagnostics] };
  }
}

function retry(): never {
  throw new ResponseError<DiagnosticServerCancellationData>(
    LSPErrorCodes.ServerCancelled,
    'The text changed while the answer was prepared',
    { retriggerRequest: true },
  );
}

function inParts(
  items: readonly WorkspaceDocumentDiagnosticReport[],
): readonly WorkspaceDocumentDiagnosticReport[][] {
  const parts: WorkspaceDocumentDiagnosticReport[][] = [];
  for (let start = 0; start < items.length; start += filesInPartialResult) {
    parts.push(items.slice(start, start + filesInPartialResult));
  }
  return parts;
}
