/** One initialized connection: its features, and what each message of the client sets going. */
import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  InitializeParams,
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { Workspace } from '../core/workspace-types';
import { PullDiagnostics } from './diagnostics/pull';
import { PushDiagnostics } from './diagnostics/push';
import { Reporter } from './diagnostics/reporter';
import { features } from './features';
import { ChecklistFeature } from './features/checklist';
import { CodeActions } from './features/code-actions';
import type { FeatureContext } from './features/feature';
import { Folders, onFoldersChanged } from './folders';
import { notification, plainRequest, request } from './handlers';
import { errorText } from './log';
import { indexProgress } from './progress';
import { checklistFixMethod, checklistMethod, type FixParams } from './protocol';
import type { Services } from './services';
import { followSettings, pullSettings, SECTION, type Settings, settingsFrom } from './settings';
import { UpdateLoop } from './sync/update-loop';
import {
  type CreateFolderWatcher,
  type FolderWatcher,
  foldersOf,
  isWatched,
  toFileChanges,
  watchFiles,
} from './watching';

type FileChanges = Parameters<Workspace['didChangeFiles']>[0];

export class Session {
  readonly #services: Services;
  readonly #folders: Folders;
  readonly #pull: PullDiagnostics | undefined;
  readonly #push: PushDiagnostics | undefined;
  readonly #checklist: ChecklistFeature;
  readonly #loop: UpdateLoop;
  /** For clients that do not watch. */
  readonly #watcher: FolderWatcher | undefined;
  #isWatchStale = true;

  constructor(services: Services, params: InitializeParams, createFolderWatcher?: CreateFolderWatcher) {
    const { connection, client, workspace, documents, diagnostics, revision, logger } = services;
    const folders = new Folders(params);
    const reporter = new Reporter(workspace, diagnostics, revision);
    this.#services = services;
    this.#folders = folders;
    this.#pull = client.pullsDiagnostics
      ? new PullDiagnostics(connection, documents, reporter, logger)
      : undefined;
    this.#push = this.#pull ? undefined : new PushDiagnostics(connection, documents, reporter);
    this.#loop = new UpdateLoop(
      workspace,
      { onTouched: (uri) => this.#push?.onTouched(uri), onUpdated: (uris) => this.#onUpdated(uris) },
      (token) => indexProgress(connection, token, logger),
      logger,
    );
    this.#checklist = new ChecklistFeature(services, this.#loop, folders);
    this.#watcher = client.watchesFiles
      ? undefined
      : createFolderWatcher?.((changes) => this.#filesChanged(changes.filter(isWatched)));
    this.#listen();
    this.#answer();
    workspace.setFolders(folders.uris);
    this.#apply(settingsFrom(params.initializationOptions, logger));
  }

  /** After `initialized`: from now on the server may ask the client. */
  start(): void {
    const { connection, client, logger } = this.#services;
    if (client.watchesFiles) {
      watchFiles(connection).catch((error: unknown) => logger.log('warn', errorText(error)));
    }
    if (client.registersSettings) {
      followSettings(connection).catch((error: unknown) => logger.log('warn', errorText(error)));
    }
    // What a person has switched off is not even shown for a moment.
    if (client.answersSettings) void this.#pullSettings().then(() => this.#loop.foldersChanged());
    else this.#loop.foldersChanged();
  }

  async #pullSettings(): Promise<void> {
    const { connection, logger, revision } = this.#services;
    const settings = await pullSettings(connection, logger);
    revision.bump();
    this.#apply(settings);
  }

  #apply({ rules, lenses }: Settings): void {
    this.#services.workspace.setSettings(rules);
    this.#services.preferences.lenses = lenses;
  }

  async #settingsChanged({ settings }: DidChangeConfigurationParams): Promise<void> {
    const { client, logger } = this.#services;
    if (client.answersSettings) await this.#pullSettings();
    else this.#apply(settingsFrom(settings?.[SECTION], logger));
    this.#loop.filesChanged();
  }

  dispose(): void {
    this.#loop.dispose();
    this.#watcher?.dispose();
    this.#services.workspace.dispose();
  }

  async #onUpdated(uris: readonly string[]): Promise<void> {
    await this.#push?.onUpdated(uris);
    await this.#pull?.onUpdated(uris);
    this.#checklist.changed();
    for (const feature of features) feature.updated?.(this.#context);
    await this.#rewatch();
  }

  async #rewatch(): Promise<void> {
    if (this.#watcher === undefined || !this.#isWatchStale) return;
    this.#isWatchStale = false;
    this.#watcher.watch(foldersOf(await this.#services.workspace.targets(), this.#folders.uris));
  }

  #filesChanged(changes: FileChanges): void {
    if (changes.length === 0) return;
    this.#services.revision.bump();
    this.#services.workspace.didChangeFiles(changes);
    this.#isWatchStale = true;
    this.#loop.filesChanged();
  }

  #listen(): void {
    const { connection, documents, logger, revision } = this.#services;
    const on = <P>(name: string, handle: (params: P) => void) =>
      notification(logger, name, (params: P) => {
        revision.bump();
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
    connection.onDidChangeConfiguration(
      on('didChangeConfiguration', (params: DidChangeConfigurationParams) => {
        void this.#settingsChanged(params);
      }),
    );
    connection.onDidChangeWatchedFiles(
      on('didChangeWatchedFiles', ({ changes }: DidChangeWatchedFilesParams) =>
        this.#filesChanged(toFileChanges(changes)),
      ),
    );
    onFoldersChanged(
      connection,
      on('didChangeWorkspaceFolders', (event: WorkspaceFoldersChangeEvent) => {
        this.#folders.change(event);
        this.#services.workspace.setFolders(this.#folders.uris);
        this.#isWatchStale = true;
        this.#loop.foldersChanged();
      }),
    );
  }

  #answer(): void {
    const { connection, logger } = this.#services;
    const actions = new CodeActions(this.#services);
    connection.onCodeAction(request(logger, 'codeAction', (params, token) => actions.list(params, token)));
    connection.onCodeActionResolve(
      request(logger, 'codeAction/resolve', (action, token) => actions.resolve(action, token)),
    );
    connection.onRequest(
      checklistMethod,
      plainRequest(logger, 'checklist', (token) => this.#checklist.answer(token)),
    );
    connection.onRequest(
      checklistFixMethod,
      request(logger, 'checklistFix', (params: FixParams, token) => this.#checklist.fix(params, token)),
    );
    for (const feature of features) feature.listen(this.#context);
    if (this.#pull) this.#answerPulls(this.#pull);
  }

  get #context(): FeatureContext {
    return { services: this.#services, folders: this.#folders, loop: this.#loop };
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
}
