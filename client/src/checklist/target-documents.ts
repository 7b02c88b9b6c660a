/** "Why this Info.plist?": what the server knows of a target, as a read-only document that follows the workspace. */
import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import { describeTargetMethod, type TargetDescription } from '../protocol';
import type { Server } from '../server';
import type { ChecklistModel } from './model';
import type { ChecklistNode } from './node';

const SCHEME = 'background-modes-target';

export class TargetDocuments implements TextDocumentContentProvider {
  private readonly emitter = new EventEmitter<Uri>();
  readonly onDidChange = this.emitter.event;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly server: Server,
    model: ChecklistModel,
  ) {
    this.subscriptions = Disposable.from(
      this.emitter,
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      commands.registerCommand('backgroundModes.explainTarget', (node?: ChecklistNode) => this.show(node)),
      // Nobody answers while the server is away; what is shown stays until then.
      model.onDidChange(({ kind }) => kind === 'loaded' && this.refresh()),
    );
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const answer = await this.server.request<TargetDescription | null>(describeTargetMethod, {
      id: uri.query,
    });
    return answer?.text ?? `${l10n.t('This target is gone')}\n`;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** The tab is named by the target; what tells documents apart is the query. */
  private async show(node: ChecklistNode | undefined): Promise<void> {
    if (node?.targetId === undefined) return;
    const name = node.label.replaceAll('/', '-');
    const uri = Uri.from({ scheme: SCHEME, path: `/${name}`, query: node.targetId });
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  private refresh(): void {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) this.emitter.fire(uri);
  }
}
