/** Starts, restarts and stops the language server, and tells the other parts of the client how it is. */
import { EventEmitter, type ExtensionContext, type LogOutputChannel, l10n, type WorkspaceEdit } from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  type WorkspaceEdit as LspWorkspaceEdit,
  RevealOutputChannelOn,
  State,
  type StaticFeature,
} from 'vscode-languageclient';
import { documentSelector } from './documents';

/** `failed` carries a sentence for people. */
export type ServerState =
  | { readonly kind: 'stopped' | 'starting' | 'running' }
  | { readonly kind: 'failed'; readonly message: string };

/** Names the trace setting, `backgroundModes.trace.server`. */
export const CLIENT_ID = 'backgroundModes';
export const CLIENT_NAME = 'Background Modes';

/** A process where there are processes, a worker in a browser. */
export type CreateClient = (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;

export class Server {
  private readonly stateEmitter = new EventEmitter<ServerState>();
  readonly onDidChangeState = this.stateEmitter.event;
  private readonly client: BaseLanguageClient;
  private current: ServerState = { kind: 'stopped' };
  private isStopWanted = false;

  constructor(context: ExtensionContext, output: LogOutputChannel, createClient: CreateClient) {
    this.client = createClient(context, clientOptions(output));
    this.client.registerFeature(announcedCommands);
    this.client.onDidChangeState(({ newState }) => this.publish(this.describe(newState)));
  }

  get state(): ServerState {
    return this.current;
  }

  /** Resolves when the server runs or has failed; never rejects. */
  async start(): Promise<void> {
    await this.attempt(() => this.client.start());
  }

  async stop(): Promise<void> {
    await this.attempt(() => this.stopClient());
  }

  async restart(): Promise<void> {
    await this.attempt(async () => {
      await this.stopClient();
      await this.client.start();
    });
  }

  /** Rejects when the server is not running or answers with an error. */
  request<Result>(method: string, params?: object): Promise<Result> {
    // An argument that is undefined would be sent as one.
    return params === undefined
      ? this.client.sendRequest<Result>(method)
      : this.client.sendRequest<Result>(method, params);
  }

  /** An answer of the server as what VS Code can apply. */
  workspaceEdit(edit: LspWorkspaceEdit): Promise<WorkspaceEdit> {
    return this.client.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  /** The handler stays registered across restarts; one that was there for the same method is replaced. */
  onNotification(method: string, handler: () => void): void {
    this.client.onNotification(method, handler);
  }

  async dispose(): Promise<void> {
    this.isStopWanted = true;
    this.stateEmitter.dispose();
    await this.client.dispose();
  }

  private async stopClient(): Promise<void> {
    if (!this.client.needsStop()) return;
    this.isStopWanted = true;
    try {
      await this.client.stop();
    } finally {
      this.isStopWanted = false;
    }
  }

  private async attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.publish({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  private describe(state: State): ServerState {
    if (state === State.Starting) return { kind: 'starting' };
    if (state === State.Running) return { kind: 'running' };
    if (state === State.Stopped && this.isStopWanted) return { kind: 'stopped' };
    return { kind: 'failed', message: l10n.t('The language server ended unexpectedly') };
  }

  private publish(state: ServerState): void {
    this.current = state;
    this.stateEmitter.fire(state);
  }
}

/** Tells the server that the commands of `protocol/commands.ts` are there, and the schema of background-modes.json. */
const announcedCommands: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = {
      ...capabilities.experimental,
      backgroundModesCommands: true,
      backgroundModesSchema: true,
    };
  },
  initialize() {},
  getState: () => ({ kind: 'static' }),
  clear() {},
};

function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel,
    diagnosticCollectionName: CLIENT_ID,
    // The status item tells of trouble; the output never opens by itself.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}
