/** Wires the features of one initialized connection. */
import type {
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  InitializeParams,
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { PullDiagnostics } from './diagnostics/pull';
import { PushDiagnostics } from './diagnostics/push';
import { Reporter } from './diagnostics/reporter';
import { ChecklistFeature } from './features/checklist';
import { CodeActions } from './features/code-actions';
import { Hovers } from './features/hover';
import { Folders, onFoldersChanged } from './folders';
import { notification, request } from './handlers';
import { errorText } from './log';
import { indexProgress } from './progress';
import { checklistMethod } from './protocol';
import type { Services } from './services';
import { UpdateLoop } from './sync/update-loop';
import { toFileChanges, watchFiles } from './watching';

export class Session {
  readonly #services: Services;
  readonly #folders: Folders;
  readonly #loop: UpdateLoop;

  constructor(services: Services, params: InitializeParams) {
    this.#services = services;
    this.#folders = new Folders(params);
    const { connection, client, workspace, documents, diagnostics, revision, logger } = services;
    const reporter = new Reporter(workspace, diagnostics, revision);
    const pull = client.pullsDiagnostics ? new PullDiagnostics(connection, documents, reporter) : undefined;
    const listener = pull ?? new PushDiagnostics(connection, documents, reporter);
    const checklist = new ChecklistFeature(
      services,
      () => this.#loop.isLoading,
      () => this.#folders.uris,
    );
    this.#loop = new UpdateLoop(
      workspace,
      {
        onTouched: (uri) => listener.onTouched(uri),
        async onUpdated(uris) {
          await listener.onUpdated(uris);
          checklist.changed();
        },
      },
      (token) => indexProgress(connection, token, logger),
      logger,
    );
    this.#synchronise();
    if (pull) this.#answerPulls(pull);
    this.#answerRequests(checklist);
    workspace.setFolders(this.#folders.uris);
  }

  /** After `initialized`: from now on the server may ask the client. */
  start(): void {
    const { connection, client, logger } = this.#services;
    if (client.watchesFiles) {
      watchFiles(connection).catch((error: unknown) => logger.log('warn', errorText(error)));
    }
    this.#loop.foldersChanged();
  }

  dispose(): void {
    this.#loop.dispose();
    this.#services.workspace.dispose();
  }

  #synchronise(): void {
    const { connection, documents } = this.#services;
    const on = <P>(name: string, handle: (params: P) => void) =>
      notification(this.#services.logger, name, (params: P) => {
        this.#services.revision.bump();
        handle(params);
      });
    connection.onDidOpenTextDocument(
      on('didOpen', (params: DidOpenTextDocumentParams) => {
        documents.open(params);
        this.#loop.opened(params.textDocument.uri);
      }),
    );
    connection.onDidChangeTextDocument(
      on('didChange', (params: DidChangeTextDocumentParams) => {
        documents.change(params);
        this.#loop.edited(params.textDocument.uri);
      }),
    );
    connection.onDidCloseTextDocument(
      on('didClose', (params: DidCloseTextDocumentParams) => {
        documents.close(params);
        this.#loop.filesChanged();
      }),
    );
    connection.onDidChangeWatchedFiles(
      on('didChangeWatchedFiles', ({ changes }: DidChangeWatchedFilesParams) => {
        this.#services.workspace.didChangeFiles(toFileChanges(changes));
        this.#loop.filesChanged();
      }),
    );
    onFoldersChanged(
      connection,
      on('didChangeWorkspaceFolders', (event: WorkspaceFoldersChangeEvent) => {
        this.#folders.change(event);
        this.#services.workspace.setFolders(this.#folders.uris);
        this.#loop.foldersChanged();
      }),
    );
  }

  #answerPulls(pull: PullDiagnostics): void {
    const { connection, logger } = this.#services;
    const { diagnostics } = connection.languages;
    diagnostics.on(request(logger, 'diagnostic', (params, token) => pull.document(params, token)));
    diagnostics.onWorkspace(
      request(logger, 'workspace/diagnostic', (params, token, _progress, partial) =>
        pull.workspace(params, token, partial),
      ),
    );
  }

  #answerRequests(checklist: ChecklistFeature): void {
    const { connection, logger } = this.#services;
    const actions = new CodeActions(this.#services);
    const hovers = new Hovers(this.#services, () => this.#folders.uris);
    connection.onCodeAction(request(logger, 'codeAction', (params, token) => actions.list(params, token)));
    connection.onCodeActionResolve(
      request(logger, 'codeAction/resolve', (action, token) => actions.resolve(action, token)),
    );
    connection.onHover(request(logger, 'hover', (params, token) => hovers.hover(params, token)));
    connection.onRequest(
      checklistMethod,
      request(logger, 'checklist', (token) => checklist.answer(token)),
    );
  }
}
