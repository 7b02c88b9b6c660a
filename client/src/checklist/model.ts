/** The newest checklist, asked for again whenever the server says that it may have changed. */
import { EventEmitter } from 'vscode';
import { isContentModified } from '../content-modified';
import { type Checklist, checklistChangedMethod, checklistMethod } from '../protocol';
import type { Server } from '../server';

export type ChecklistState =
  /** Waiting for the server, or for its first answer. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'loaded'; readonly checklist: Checklist }
  /** `message` is a sentence for people. */
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'off' };

export class ChecklistModel {
  private readonly emitter = new EventEmitter<ChecklistState>();
  readonly onDidChange = this.emitter.event;
  private current: ChecklistState = { kind: 'off' };
  private isAsking = false;
  private isOutdated = false;

  constructor(private readonly server: Server) {
    server.onDidChangeState(() => this.followServer());
    server.onNotification(checklistChangedMethod, () => void this.refresh());
  }

  get state(): ChecklistState {
    return this.current;
  }

  dispose(): void {
    this.emitter.dispose();
  }

  private followServer(): void {
    const { state } = this.server;
    switch (state.kind) {
      case 'running':
        void this.refresh();
        break;
      case 'starting':
        this.publish({ kind: 'pending' });
        break;
      case 'stopped':
        this.publish({ kind: 'off' });
        break;
      case 'failed':
        this.publish({ kind: 'failed', message: state.message });
        break;
    }
  }

  /** One request at a time: what changes while one is under way is asked for once, after it. */
  private async refresh(): Promise<void> {
    this.isOutdated = true;
    if (this.isAsking) return;
    this.isAsking = true;
    while (this.isOutdated && this.server.state.kind === 'running') {
      this.isOutdated = false;
      const answer = await this.ask();
      // A server that ended meanwhile has already been reported.
      if (this.server.state.kind === 'running') this.publish(answer);
    }
    this.isAsking = false;
  }

  private async ask(): Promise<ChecklistState> {
    try {
      return { kind: 'loaded', checklist: await this.server.request<Checklist>(checklistMethod) };
    } catch (error) {
      // Somebody types and types: what was there is nearer to the truth than a failure.
      if (isContentModified(error)) {
        this.isOutdated = true;
        return this.current;
      }
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  private publish(state: ChecklistState): void {
    this.current = state;
    this.emitter.fire(state);
  }
}
