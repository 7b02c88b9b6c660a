/** A small editor: keeps documents, sends edits, collects what the server says. */
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  CompletionTriggerKind,
  type ConfigurationParams,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type MessageSignature,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type ShowDocumentParams,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { type Checklist, checklistChangedMethod, checklistMethod } from '../../../server/src/lsp/protocol';
import { pushedClient } from './capabilities';
import { ClientDocument, type ContentChange } from './document';
import type { Transport } from './transport';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  /** URIs. */
  readonly folders?: readonly string[];
  /** The process that the server watches; this one by default. */
  readonly processId?: number;
  readonly initializationOptions?: object;
  /** What `workspace/configuration` is answered for each section; tests may change it. */
  readonly settings?: object;
}

export class TestClient {
  readonly transport: Transport;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registrations: RegistrationParams['registrations'] = [];
  readonly logs: string[] = [];
  /** Work-done progress and partial results in the order in which they came. */
  readonly progress: { readonly token: string | number; readonly value: unknown }[] = [];
  refreshes = 0;
  checklistChanges = 0;
  lensRefreshes = 0;
  readonly shownDocuments: ShowDocumentParams[] = [];
  initializeResult: InitializeResult | undefined;
  settings: object;
  readonly #documents = new Map<string, ClientDocument>();
  readonly #waiting = new Set<() => void>();

  private constructor(transport: Transport, settings: object) {
    this.transport = transport;
    this.settings = settings;
    this.#listen();
  }

  static async start(transport: Transport, options: ClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(transport, options.settings ?? {});
    const folders = options.folders ?? ['file:///ws'];
    client.initializeResult = await client.request<InitializeResult>('initialize', {
      processId: options.processId ?? process.pid,
      rootUri: folders[0] ?? null,
      capabilities: options.capabilities ?? pushedClient,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      initializationOptions: options.initializationOptions,
    });
    client.notify('initialized', {});
    return client;
  }

  request<R>(method: string, params?: object): Promise<R> {
    return params === undefined
      ? this.transport.connection.sendRequest<R>(method)
      : this.transport.connection.sendRequest<R>(method, params);
  }

  notify(method: string | MessageSignature, params: object): void {
    void this.transport.connection.sendNotification(
      typeof method === 'string' ? method : method.method,
      params,
    );
  }

  /** Resolves when `condition` holds; looked at whenever a message arrives. Rejects after five seconds. */
  async until(what: string, condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const timeout = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`Waited in vain until ${what}. Log: ${this.logs.join('\n')}`));
      }, 10_000);
      const look = () => {
        if (!condition()) return;
        clearTimeout(timeout);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  open(uri: string, text: string, languageId = languageOf(uri)): ClientDocument {
    const document = new ClientDocument(text);
    this.#documents.set(uri, document);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return document;
  }

  /** Edits as one `didChange`; each is relative to the text after the one before it. */
  edit(uri: string, ...contentChanges: ContentChange[]): void {
    const document = this.document(uri);
    const version = ++document.version;
    for (const change of contentChanges) document.apply(change);
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** Replaces the only occurrence of `from`. */
  replace(uri: string, from: string, to: string): void {
    this.edit(uri, { range: this.rangeOf(uri, from), text: to });
  }

  close(uri: string): void {
    this.#documents.delete(uri);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  document(uri: string): ClientDocument {
    const document = this.#documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open in the test client`);
    return document;
  }

  rangeOf(uri: string, text: string): Range {
    const document = this.document(uri);
    const offset = document.getText().indexOf(text);
    if (offset < 0) throw new Error(`${uri} does not contain ${text}`);
    return { start: document.positionAt(offset), end: document.positionAt(offset + text.length) };
  }

  /** What was last published for a file. */
  shown(uri: string): readonly Diagnostic[] {
    return this.published.findLast((params) => params.uri === uri)?.diagnostics ?? [];
  }

  codesShown(uri: string): readonly string[] {
    return this.shown(uri).map(({ code }) => String(code));
  }

  /** Resolves when the server has read the workspace. */
  async indexed(): Promise<Checklist> {
    for (;;) {
      const seen = this.checklistChanges;
      const checklist = await this.request<Checklist>(checklistMethod);
      if (!checklist.isLoading) return checklist;
      await this.until('the workspace is read', () => this.checklistChanges > seen);
    }
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** Codes of a full report. */
  async pullCodes(uri: string): Promise<readonly string[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items.map(({ code }) => String(code)) : [];
  }

  pullWorkspace(
    previousResultIds: readonly { uri: string; value: string }[] = [],
  ): Promise<WorkspaceDiagnosticReport> {
    return this.request('workspace/diagnostic', { previousResultIds });
  }

  codeActions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
  }

  hover(uri: string, text: string): Promise<Hover | null> {
    return this.request('textDocument/hover', {
      textDocument: { uri },
      position: this.rangeOf(uri, text).start,
    });
  }

  /** Completes behind the only occurrence of `text`. */
  completion(uri: string, text: string, triggerCharacter?: string): Promise<CompletionItem[] | null> {
    return this.request('textDocument/completion', {
      textDocument: { uri },
      position: this.rangeOf(uri, text).end,
      context:
        triggerCharacter === undefined
          ? { triggerKind: CompletionTriggerKind.Invoked }
          : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter },
    });
  }

  /** Applies an edit to open documents, and answers the texts of files it creates. */
  apply(edit: WorkspaceEdit): Map<string, string> {
    const created = new Map<string, string>();
    for (const [uri, edits] of editsByFile(edit)) {
      if (this.#documents.has(uri)) this.#applyTo(uri, edits);
      else created.set(uri, edits.map(({ newText }) => newText).join(''));
    }
    return created;
  }

  async stop(): Promise<void> {
    await this.request('shutdown');
    this.transport.close();
  }

  #applyTo(uri: string, edits: readonly TextEdit[]): void {
    const bottomUp = [...edits].sort(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    );
    this.edit(uri, ...bottomUp.map(({ range, newText }) => ({ range, text: newText })));
  }

  #listen(): void {
    const { connection } = this.transport;
    const look = () => {
      for (const waiting of [...this.#waiting]) waiting();
    };
    const onNotification = <P>(method: string, handle: (params: P) => void) =>
      connection.onNotification(method, (params: P) => {
        handle(params);
        look();
      });
    onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.published.push(params),
    );
    onNotification('window/logMessage', ({ message }: { message: string }) => this.logs.push(message));
    onNotification(checklistChangedMethod, () => {
      this.checklistChanges++;
    });
    onNotification('$/progress', (params: TestClient['progress'][number]) => this.progress.push(params));
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      look();
      return null;
    });
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++;
      look();
      return null;
    });
    connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      this.shownDocuments.push(params);
      return { success: true };
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations);
      look();
      return null;
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(() => this.settings),
    );
    connection.listen();
  }
}

/** Text edits of each file of a workspace edit; a created file counts as one edited from nothing. */
export function editsByFile(edit: WorkspaceEdit): Map<string, readonly TextEdit[]> {
  const result = new Map<string, readonly TextEdit[]>(Object.entries(edit.changes ?? {}));
  for (const change of edit.documentChanges ?? []) {
    if (!('textDocument' in change)) continue;
    const edits = change.edits.filter((one): one is TextEdit => 'newText' in one);
    result.set(change.textDocument.uri, [...(result.get(change.textDocument.uri) ?? []), ...edits]);
  }
  return result;
}

function languageOf(uri: string): string {
  if (uri.endsWith('.swift')) return 'swift';
  return /\.mm?$/.test(uri) ? 'objective-c' : 'xml';
}
