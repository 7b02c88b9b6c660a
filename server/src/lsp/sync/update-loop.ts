/** Brings the workspace up to date after changes, one run at a time, and says whose findings may differ. */
import type { CancellationToken } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { Logger, Progress } from '../../core/ports';
import type { Workspace } from '../../core/workspace-types';
import { errorText } from '../log';

/** Milliseconds between the last edit and the work it causes. */
const editDelay = 100;

export interface UpdateListener {
  /** An open document was opened or edited; called even while the workspace is still loading. */
  onTouched(uri: string): void | Promise<void>;
  /** Findings of these files may differ from the last call. */
  onUpdated(uris: readonly string[]): void | Promise<void>;
}

export class UpdateLoop {
  readonly #workspace: Pick<Workspace, 'load' | 'update'>;
  readonly #listener: UpdateListener;
  readonly #progress: (token: CancellationToken) => Progress & { done(): void };
  readonly #logger: Logger;
  readonly #cancellation = new CancellationTokenSource();
  readonly #touched = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isDirty = false;
  #isLoading = true;

  constructor(
    workspace: Pick<Workspace, 'load' | 'update'>,
    listener: UpdateListener,
    progress: (token: CancellationToken) => Progress & { done(): void },
    logger: Logger,
  ) {
    this.#workspace = workspace;
    this.#listener = listener;
    this.#progress = progress;
    this.#logger = logger;
  }

  /** True until the workspace was loaded for the first time, and again after its folders changed. */
  get isLoading(): boolean {
    return this.#isLoading;
  }

  foldersChanged(): void {
    this.#isLoading = true;
    this.#schedule(0);
  }

  filesChanged(): void {
    this.#schedule(editDelay);
  }

  opened(uri: string): void {
    this.#touched.add(uri);
    this.#schedule(0);
  }

  edited(uri: string): void {
    this.#touched.add(uri);
    this.#schedule(editDelay);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#cancellation.cancel();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#cancellation.token.isCancellationRequested) return;
    this.#timer = setTimeout(() => void this.#flush(), delay);
  }

  async #flush(): Promise<void> {
    const touched = [...this.#touched];
    this.#touched.clear();
    for (const uri of touched) await this.#guarded(async () => this.#listener.onTouched(uri));
    this.#isDirty = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#isDirty && !this.#cancellation.token.isCancellationRequested) {
      this.#isDirty = false;
      await this.#guarded(() => this.#run(this.#cancellation.token));
    }
    this.#isRunning = false;
  }

  async #run(token: CancellationToken): Promise<void> {
    const progress = this.#progress(token);
    try {
      await this.#workspace.load({ progress, token });
    } finally {
      progress.done();
    }
    if (token.isCancellationRequested) return;
    this.#isLoading = false;
    const uris = await this.#workspace.update(token);
    if (!token.isCancellationRequested) await this.#listener.onUpdated(uris);
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#cancellation.token.isCancellationRequested) this.#logger.log('error', errorText(error));
    }
  }
}
