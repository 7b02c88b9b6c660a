/** A feature of the client: registers what belongs to it. */
import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import type { ChecklistModel } from './checklist/model';
import type { ChecklistView } from './checklist/view';
import type { Server } from './server';

export interface FeatureContext {
  readonly extension: ExtensionContext;
  readonly server: Server;
  readonly model: ChecklistModel;
  readonly checklist: ChecklistView;
  readonly output: LogOutputChannel;
}

/** What it answers is disposed with the extension. */
export type Feature = (context: FeatureContext) => Disposable;
